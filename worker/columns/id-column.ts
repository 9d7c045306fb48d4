import { compareCodePoints } from '../../shared/kernel/order.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { StoredColumn } from './column.ts';
import { partCode } from './column.ts';
import { Dictionary } from './dictionary.ts';
import { decodeDictionary, dictionaryPages } from './dictionary-pages.ts';
import { grown, grownLength } from './narrow-array.ts';
import type { Page } from './page.ts';
import { joinRows, rowRanges } from './page-rows.ts';
import { hashText, hashWords, RowIndex } from './row-index.ts';
import { parseUuid, uuidText } from './uuid-words.ts';

const WORDS_PER_UUID = 4;

/** One id a row, never absent: 16 bytes while all are UUIDs in lower case, else text. */
export class IdColumn implements StoredColumn {
  readonly kind = 'ids';
  /** Four words a row, so that UUIDs order as their words do; `undefined` once an id is another text. */
  #uuids: Uint32Array | undefined;
  /** Entry i is the id of row i, repeats included. */
  #texts: Dictionary | undefined;
  #rows: number;
  #index: RowIndex | undefined;

  constructor(
    stored: { readonly uuids: Uint32Array; readonly rows: number } | { readonly texts: Dictionary } = {
      uuids: new Uint32Array(0),
      rows: 0,
    },
  ) {
    this.#uuids = 'uuids' in stored ? stored.uuids : undefined;
    this.#texts = 'texts' in stored ? stored.texts : undefined;
    this.#rows = 'uuids' in stored ? stored.rows : stored.texts.count;
  }

  get rows(): number {
    return this.#rows;
  }

  get(row: number): string {
    if (this.#uuids !== undefined) return uuidText(this.#uuids, row * WORDS_PER_UUID);
    return this.#texts?.at(row) ?? '';
  }

  push(id: string): void {
    const words = this.#uuids === undefined ? undefined : parseUuid(id);
    if (words === undefined) this.#turnToTexts().push(id);
    else this.#pushWords(words);
    this.#index?.add(this.#hashOf(id), this.#rows);
    this.#rows++;
  }

  /** A row with this id that `isIt` accepts, or −1. */
  find(id: string, isIt: (row: number) => boolean = () => true): number {
    this.#index ??= this.#buildIndex();
    return this.#index.find(this.#hashOf(id), (row) => this.get(row) === id && isIt(row));
  }

  /** Orders two rows by the code points of their ids. */
  compare(left: number, right: number): number {
    return this.compareWith(left, this, right);
  }

  /** The same with a row of another column. */
  compareWith(left: number, other: IdColumn, right: number): number {
    const mine = this.#uuids;
    const theirs = other.#uuids;
    if (mine === undefined || theirs === undefined)
      return compareCodePoints(this.get(left), other.get(right));
    for (let i = 0; i < WORDS_PER_UUID; i++) {
      const difference = (mine[left * WORDS_PER_UUID + i] ?? 0) - (theirs[right * WORDS_PER_UUID + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  copy(): IdColumn {
    if (this.#uuids !== undefined) return new IdColumn({ uuids: this.#uuids.slice(), rows: this.#rows });
    return new IdColumn({ texts: this.#texts?.copy() ?? new Dictionary() });
  }

  gathered(order: Uint32Array): IdColumn {
    const source = this.#uuids;
    if (source === undefined) {
      const gathered = new IdColumn({ texts: new Dictionary() });
      for (const row of order) gathered.push(this.get(row));
      return gathered;
    }
    const uuids = new Uint32Array(order.length * WORDS_PER_UUID);
    order.forEach((row, i) => {
      for (let k = 0; k < WORDS_PER_UUID; k++)
        uuids[i * WORDS_PER_UUID + k] = source[row * WORDS_PER_UUID + k] ?? 0;
    });
    return new IdColumn({ uuids, rows: order.length });
  }

  settle(): void {
    this.#index = undefined;
    if (this.#uuids !== undefined) this.#uuids = this.#uuids.slice(0, this.#rows * WORDS_PER_UUID);
  }

  get bytes(): number {
    return (this.#uuids?.byteLength ?? 0) + (this.#texts?.bytes ?? 0) + (this.#index?.bytes ?? 0);
  }

  *pages(): Iterable<Page> {
    if (this.#texts !== undefined) yield* dictionaryPages(this.#texts, partCode('ids', 1));
    // Four words a row, so a quarter of the rows makes a page.
    for (const words of rowRanges(this.#uuids === undefined ? 0 : this.#rows * WORDS_PER_UUID)) {
      const sections = [(this.#uuids ?? new Uint32Array(0)).subarray(words.from, words.to)];
      yield { part: partCode('ids', 0), first: words.from, rows: words.to - words.from, detail: 0, sections };
    }
  }

  static decode(pages: readonly Page[]): Result<IdColumn, string> {
    const textPages = pages.filter((page) => page.part === partCode('ids', 1));
    const joined = joinRows(
      pages.filter((page) => !textPages.includes(page)),
      partCode('ids', 0),
      [Uint32Array],
    );
    if (!joined.ok) return joined;
    if (textPages.length > 0) {
      const texts = decodeDictionary(textPages);
      return texts.ok ? ok(new IdColumn({ texts: texts.value })) : texts;
    }
    const uuids = joined.value.values;
    if (!(uuids instanceof Uint32Array) || uuids.length % WORDS_PER_UUID !== 0)
      return err('an id is cut off');
    return ok(new IdColumn({ uuids, rows: uuids.length / WORDS_PER_UUID }));
  }

  #pushWords(words: Uint32Array): void {
    const end = (this.#rows + 1) * WORDS_PER_UUID;
    const uuids = this.#uuids ?? new Uint32Array(0);
    this.#uuids = end > uuids.length ? grown(uuids, grownLength(uuids.length, end)) : uuids;
    this.#uuids.set(words, end - WORDS_PER_UUID);
  }

  #turnToTexts(): Dictionary {
    if (this.#texts !== undefined) return this.#texts;
    const texts = new Dictionary();
    for (let row = 0; row < this.#rows; row++) texts.push(this.get(row));
    this.#uuids = undefined;
    this.#texts = texts;
    this.#index = undefined;
    return texts;
  }

  /** One hash for both forms would need the text of every UUID; which form is in use is known. */
  #hashOf(id: string): number {
    const words = this.#uuids === undefined ? undefined : parseUuid(id);
    return words === undefined ? hashText(id) : hashWords(words, 0, WORDS_PER_UUID);
  }

  #buildIndex(): RowIndex {
    const index = new RowIndex(this.#rows);
    const uuids = this.#uuids;
    for (let row = 0; row < this.#rows; row++) {
      index.add(
        uuids === undefined
          ? hashText(this.get(row))
          : hashWords(uuids, row * WORDS_PER_UUID, WORDS_PER_UUID),
        row,
      );
    }
    return index;
  }
}
