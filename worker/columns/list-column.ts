import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ValuesByRow } from './column.ts';
import { partCode } from './column.ts';
import { Dictionary } from './dictionary.ts';
import { decodeDictionary, dictionaryPages } from './dictionary-pages.ts';
import { DistinctLists } from './distinct-lists.ts';
import type { CodeArray } from './narrow-array.ts';
import { codeArray, grown, grownLength, largestCodeOf } from './narrow-array.ts';
import type { Page } from './page.ts';
import { rowRanges } from './page-rows.ts';
import type { RowRange } from './scan.ts';
import { gatherCodes, joinCodes, scanMarkedRows } from './text-column.ts';

/** Lists of text by code: 0 is no value, code k is distinct list k − 1. A test runs once a distinct list. */
export class ListColumn implements ValuesByRow<readonly string[]> {
  readonly kind = 'list';
  readonly words: Dictionary;
  readonly lists: DistinctLists;
  #codes: CodeArray;
  /** That the array can hold. */
  #largestCode: number;
  #rows: number;

  constructor(stored?: {
    readonly words: Dictionary;
    readonly lists: DistinctLists;
    readonly codes: CodeArray;
    readonly rows: number;
  }) {
    this.words = stored?.words ?? new Dictionary();
    this.lists = stored?.lists ?? new DistinctLists();
    this.#codes = stored?.codes ?? new Uint8Array(0);
    this.#largestCode = largestCodeOf(this.#codes);
    this.#rows = stored?.rows ?? 0;
  }

  get rows(): number {
    return this.#rows;
  }

  get codes(): CodeArray {
    return this.#codes;
  }

  get(row: number): readonly string[] | undefined {
    const code = row < this.#rows ? (this.#codes[row] as number) : 0;
    return code === 0 ? undefined : Array.from(this.lists.at(code - 1), (word) => this.words.at(word));
  }

  set(row: number, list: readonly string[] | undefined): void {
    const code = list === undefined ? 0 : this.lists.add(list.map((word) => this.words.add(word))) + 1;
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
    return this.where(() => true, rows);
  }

  /** Rows whose list fits; `fits` gets the entries of its words and is asked once a distinct list. */
  where(fits: (words: Uint32Array) => boolean, rows: RowRange): Uint32Array {
    const marks = new Uint8Array(this.lists.count + 1);
    for (let list = 0; list < this.lists.count; list++) if (fits(this.lists.at(list))) marks[list + 1] = 1;
    return scanMarkedRows(this.#codes, this.#rows, marks, rows);
  }

  copy(): ListColumn {
    return new ListColumn({
      words: this.words.copy(),
      lists: this.lists.copy(),
      codes: this.#codes.slice(),
      rows: this.#rows,
    });
  }

  gathered(order: Uint32Array): ListColumn {
    return new ListColumn({
      words: this.words.copy(),
      lists: this.lists.copy(),
      codes: gatherCodes(this.#codes, this.#rows, order),
      rows: order.length,
    });
  }

  settle(): void {
    this.words.settle();
    this.lists.settle();
    if (this.#codes.length > this.#rows) this.#codes = this.#codes.slice(0, this.#rows);
  }

  get bytes(): number {
    return this.words.bytes + this.lists.bytes + this.#codes.byteLength;
  }

  *pages(): Iterable<Page> {
    yield* dictionaryPages(this.words, partCode('list', 1));
    const { starts, items } = this.lists.toArrays();
    yield {
      part: partCode('list', 2),
      first: 0,
      rows: this.lists.count,
      detail: 0,
      sections: [starts, items],
    };
    for (const rows of rowRanges(this.#rows)) {
      const sections = [this.#codes.subarray(rows.from, rows.to)];
      yield { part: partCode('list', 0), first: rows.from, rows: rows.to - rows.from, detail: 0, sections };
    }
  }

  static decode(pages: readonly Page[]): Result<ListColumn, string> {
    const words = decodeDictionary(pages.filter((page) => page.part === partCode('list', 1)));
    if (!words.ok) return words;
    const listPage = pages.find((page) => page.part === partCode('list', 2));
    const [starts, items] = listPage?.sections ?? [];
    if (!(starts instanceof Uint32Array) || !(items instanceof Uint32Array))
      return err('its lists are missing');
    const lists = DistinctLists.from(starts, items, words.value.count);
    if (lists === undefined) return err('its lists do not fit their words');
    const codes = joinCodes(
      pages.filter((page) => page.part !== partCode('list', 1) && page !== listPage),
      partCode('list', 0),
      lists.count,
    );
    return codes.ok ? ok(new ListColumn({ words: words.value, lists, ...codes.value })) : codes;
  }
}
