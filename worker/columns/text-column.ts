import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ValuesByRow } from './column.ts';
import { partCode } from './column.ts';
import { Dictionary } from './dictionary.ts';
import { decodeDictionary, dictionaryPages } from './dictionary-pages.ts';
import type { CodeArray } from './narrow-array.ts';
import { codeArray, grown, grownLength, largestCodeOf } from './narrow-array.ts';
import type { Page } from './page.ts';
import { joinRows, rowRanges } from './page-rows.ts';
import type { RowRange } from './scan.ts';
import { scanMarks } from './scan.ts';

/** Texts by code: 0 is no value, code k is entry k − 1 of the dictionary, each text once. */
export class TextColumn implements ValuesByRow<string> {
  readonly kind = 'text';
  readonly dictionary: Dictionary;
  #codes: CodeArray;
  /** That the array can hold. */
  #largestCode: number;
  #rows: number;

  constructor(stored?: {
    readonly dictionary: Dictionary;
    readonly codes: CodeArray;
    readonly rows: number;
  }) {
    this.dictionary = stored?.dictionary ?? new Dictionary();
    this.#codes = stored?.codes ?? new Uint8Array(0);
    this.#largestCode = largestCodeOf(this.#codes);
    this.#rows = stored?.rows ?? 0;
  }

  get rows(): number {
    return this.#rows;
  }

  /** At least `rows` long. */
  get codes(): CodeArray {
    return this.#codes;
  }

  get(row: number): string | undefined {
    const code = row < this.#rows ? (this.#codes[row] as number) : 0;
    return code === 0 ? undefined : this.dictionary.at(code - 1);
  }

  set(row: number, text: string | undefined): void {
    this.setCode(row, text === undefined ? 0 : this.dictionary.add(text) + 1);
  }

  /** Requires a code of the dictionary, or 0. */
  setCode(row: number, code: number): void {
    if (code === 0 && row >= this.#rows) return;
    if (row >= this.#codes.length) this.#codes = grown(this.#codes, grownLength(this.#codes.length, row));
    if (code > this.#largestCode) {
      const wider = codeArray(this.#codes.length, code);
      wider.set(this.#codes);
      this.#codes = wider;
      this.#largestCode = largestCodeOf(wider);
    }
    this.#codes[row] = code;
    this.#rows = Math.max(this.#rows, row + 1);
  }

  present(rows: RowRange): Uint32Array {
    return this.marked(new Uint8Array(this.dictionary.count + 1).fill(1, 1), rows);
  }

  /** Rows whose code is marked; code 0 is not. */
  marked(marks: Uint8Array, rows: RowRange): Uint32Array {
    return scanMarkedRows(this.#codes, this.#rows, marks, rows);
  }

  copy(): TextColumn {
    return new TextColumn({
      dictionary: this.dictionary.copy(),
      codes: this.#codes.slice(),
      rows: this.#rows,
    });
  }

  gathered(order: Uint32Array): TextColumn {
    return new TextColumn({
      dictionary: this.dictionary.copy(),
      codes: gatherCodes(this.#codes, this.#rows, order),
      rows: order.length,
    });
  }

  settle(): void {
    this.dictionary.settle();
    if (this.#codes.length > this.#rows) this.#codes = this.#codes.slice(0, this.#rows);
  }

  get bytes(): number {
    return this.dictionary.bytes + this.#codes.byteLength;
  }

  *pages(): Iterable<Page> {
    yield* dictionaryPages(this.dictionary, partCode('text', 1));
    for (const rows of rowRanges(this.#rows)) {
      const sections = [this.#codes.subarray(rows.from, rows.to)];
      yield { part: partCode('text', 0), first: rows.from, rows: rows.to - rows.from, detail: 0, sections };
    }
  }

  static decode(pages: readonly Page[]): Result<TextColumn, string> {
    const dictionary = decodeDictionary(pages.filter((page) => page.part === partCode('text', 1)));
    if (!dictionary.ok) return dictionary;
    const joined = joinCodes(
      pages.filter((page) => page.part !== partCode('text', 1)),
      partCode('text', 0),
      dictionary.value.count,
    );
    if (!joined.ok) return joined;
    return ok(new TextColumn({ dictionary: dictionary.value, ...joined.value }));
  }
}

/** Rows of `codes` that are marked; rows from `rowCount` on are not. */
export function scanMarkedRows(
  codes: CodeArray,
  rowCount: number,
  marks: Uint8Array,
  rows: RowRange,
): Uint32Array {
  const words = scanMarks(codes, marks, {
    from: rows.from,
    to: Math.max(rows.from, Math.min(rows.to, rowCount)),
  });
  if (rows.to <= rowCount) return words;
  const padded = new Uint32Array((rows.to - rows.from + 31) >>> 5);
  padded.set(words);
  return padded;
}

export function gatherCodes(codes: CodeArray, rowCount: number, order: Uint32Array): CodeArray {
  const gathered = new (codes.constructor as new (length: number) => CodeArray)(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    gathered[i] = row < rowCount ? (codes[row] as number) : 0;
  }
  return gathered;
}

/** Puts pages of codes together; no code may be past `entryCount`. */
export function joinCodes(
  pages: readonly Page[],
  part: number,
  entryCount: number,
): Result<{ readonly codes: CodeArray; readonly rows: number }, string> {
  const joined = joinRows(pages, part, [Uint8Array, Uint16Array, Uint32Array]);
  if (!joined.ok) return joined;
  // The classes were checked by `joinRows`.
  const codes = joined.value.values as CodeArray;
  for (let row = 0; row < codes.length; row++) {
    if ((codes[row] as number) > entryCount) return err('it has codes without an entry');
  }
  return ok({ codes, rows: joined.value.rows });
}
