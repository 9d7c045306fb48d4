import { Bitmap, wordCount } from '../../shared/kernel/bitmap.ts';
import { grownLength } from './narrow-array.ts';

/** One bit a row, in an array that grows. Rows never set are 0. */
export class Bits {
  words: Uint32Array;

  constructor(words: Uint32Array = new Uint32Array(0)) {
    this.words = words;
  }

  static ones(rows: number): Bits {
    return new Bits(Bitmap.full(rows).words);
  }

  get(row: number): boolean {
    return (((this.words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
  }

  set(row: number, bit: boolean): void {
    const index = row >>> 5;
    if (index >= this.words.length) {
      if (!bit) return;
      const longer = new Uint32Array(grownLength(this.words.length, index));
      longer.set(this.words);
      this.words = longer;
    }
    const word = this.words[index] ?? 0;
    this.words[index] = bit ? word | (1 << (row & 31)) : word & ~(1 << (row & 31));
  }

  copy(): Bits {
    return new Bits(this.words.slice());
  }

  /** The first `rows` rows as a set. */
  toBitmap(rows: number): Bitmap {
    return new Bitmap(this.words.length * 32, this.words).resized(rows);
  }

  /** Words of rows `from` to `to`; `from` is a multiple of 32. Bits from `to` on are 0. */
  slice(from: number, to: number): Uint32Array {
    const words = new Uint32Array(wordCount(to - from));
    words.set(this.words.subarray(from >>> 5, (from >>> 5) + words.length));
    const used = (to - from) & 31;
    if (used !== 0) words[words.length - 1] = (words.at(-1) ?? 0) & ((1 << used) - 1);
    return words;
  }

  /** Row i of the result is row `order[i]` of this. */
  gathered(order: Uint32Array): Bits {
    const bits = new Bits(new Uint32Array(wordCount(order.length)));
    order.forEach((row, i) => {
      if (this.get(row)) bits.set(i, true);
    });
    return bits;
  }
}
