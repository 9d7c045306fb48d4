import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { StoredColumn } from './column.ts';
import { grown, grownLength } from './narrow-array.ts';
import type { Page } from './page.ts';
import { TextColumn } from './text-column.ts';

/** Keys of one keyspace by profile, and profiles by key. A key belongs to one profile (SYN-3). */
export class KeyColumn implements StoredColumn {
  readonly kind = 'key';
  readonly #texts: TextColumn;
  /** Ordinal + 1 by code; made at the first look-up. */
  #holders: Uint32Array | undefined;

  constructor(texts = new TextColumn()) {
    this.#texts = texts;
  }

  /** To search in. */
  get texts(): TextColumn {
    return this.#texts;
  }

  get rows(): number {
    return this.#texts.rows;
  }

  get(ordinal: number): string | undefined {
    return this.#texts.get(ordinal);
  }

  set(ordinal: number, key: string | undefined): void {
    const before = ordinal < this.rows ? (this.#texts.codes[ordinal] ?? 0) : 0;
    if (this.#holders !== undefined && this.#holders[before] === ordinal + 1) this.#holders[before] = 0;
    this.#texts.set(ordinal, key);
    if (this.#holders === undefined || key === undefined) return;
    const code = this.#texts.codes[ordinal] ?? 0;
    if (code >= this.#holders.length)
      this.#holders = grown(this.#holders, grownLength(this.#holders.length, code));
    this.#holders[code] = ordinal + 1;
  }

  /** Who has the key, or −1. */
  find(key: string): number {
    this.#holders ??= this.#findHolders();
    const entry = this.#texts.dictionary.find(key);
    return entry < 0 ? -1 : (this.#holders[entry + 1] ?? 0) - 1;
  }

  copy(): KeyColumn {
    return new KeyColumn(this.#texts.copy());
  }

  settle(): void {
    this.#texts.settle();
    this.#holders = undefined;
  }

  get bytes(): number {
    return this.#texts.bytes + (this.#holders?.byteLength ?? 0);
  }

  pages(): Iterable<Page> {
    return this.#texts.pages();
  }

  static decode(pages: readonly Page[]): Result<KeyColumn, string> {
    const texts = TextColumn.decode(pages);
    return texts.ok ? ok(new KeyColumn(texts.value)) : texts;
  }

  #findHolders(): Uint32Array {
    const holders = new Uint32Array(this.#texts.dictionary.count + 1);
    for (let ordinal = 0; ordinal < this.rows; ordinal++)
      holders[this.#texts.codes[ordinal] ?? 0] = ordinal + 1;
    // Code 0 is no key: nobody holds it.
    holders[0] = 0;
    return holders;
  }
}
