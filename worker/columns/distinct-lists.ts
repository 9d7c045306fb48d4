import { grown, grownLength } from './narrow-array.ts';
import { hashWords, RowIndex } from './row-index.ts';

/** Distinct lists of numbers, numbered from 0 in the order they came. Only ever grows. */
export class DistinctLists {
  /** List i is `items` from `starts[i]` to `starts[i + 1]`. */
  #starts: Uint32Array;
  #items: Uint32Array;
  #count: number;
  #index: RowIndex | undefined;

  constructor(starts: Uint32Array = new Uint32Array(1), items: Uint32Array = new Uint32Array(0), count = 0) {
    this.#starts = starts;
    this.#items = items;
    this.#count = count;
  }

  /** `undefined` unless the arrays fit each other and every item is below `itemEnd`. */
  static from(starts: Uint32Array, items: Uint32Array, itemEnd: number): DistinctLists | undefined {
    const isAscending = starts.every((start, i) => i === 0 || start >= (starts[i - 1] ?? 0));
    if (starts.length === 0 || starts[0] !== 0 || !isAscending || starts.at(-1) !== items.length)
      return undefined;
    return items.every((item) => item < itemEnd)
      ? new DistinctLists(starts, items, starts.length - 1)
      : undefined;
  }

  get count(): number {
    return this.#count;
  }

  at(list: number): Uint32Array {
    return this.#items.subarray(this.#starts[list], this.#starts[list + 1]);
  }

  /** The number of this list, made if it is not there. */
  add(items: readonly number[]): number {
    this.#index ??= this.#buildIndex();
    const hash = hashWords(Uint32Array.from(items), 0, items.length);
    const known = this.#index.find(hash, (list) => {
      const other = this.at(list);
      return other.length === items.length && other.every((item, i) => item === items[i]);
    });
    if (known >= 0) return known;

    const start = this.#starts[this.#count] ?? 0;
    const end = start + items.length;
    if (end > this.#items.length) this.#items = grown(this.#items, grownLength(this.#items.length, end));
    if (this.#count + 1 >= this.#starts.length) {
      this.#starts = grown(this.#starts, grownLength(this.#starts.length, this.#count + 1));
    }
    this.#items.set(items, start);
    this.#starts[this.#count + 1] = end;
    this.#index.add(hash, this.#count);
    return this.#count++;
  }

  copy(): DistinctLists {
    return new DistinctLists(this.#starts.slice(), this.#items.slice(), this.#count);
  }

  settle(): void {
    this.#index = undefined;
    const { starts, items } = this.toArrays();
    this.#starts = starts.slice();
    this.#items = items.slice();
  }

  toArrays(): { readonly starts: Uint32Array; readonly items: Uint32Array } {
    const starts = this.#starts.subarray(0, this.#count + 1);
    return { starts, items: this.#items.subarray(0, starts[this.#count]) };
  }

  get bytes(): number {
    return this.#starts.byteLength + this.#items.byteLength + (this.#index?.bytes ?? 0);
  }

  #buildIndex(): RowIndex {
    const index = new RowIndex(this.#count);
    for (let list = 0; list < this.#count; list++) {
      const items = this.at(list);
      index.add(hashWords(items, 0, items.length), list);
    }
    return index;
  }
}
