import { wordCount } from '../../shared/kernel/bitmap.ts';
import { Bits } from './bits.ts';
import type { RowRange } from './scan.ts';

/** Which rows have a value. Costs nothing while there are no gaps. */
export class Presence {
  rows: number;
  #bits: Bits | undefined;

  constructor(rows = 0, bits?: Bits) {
    this.rows = rows;
    this.#bits = bits;
  }

  has(row: number): boolean {
    return row < this.rows && (this.#bits === undefined || this.#bits.get(row));
  }

  /** Whether no row of the range is known to be without a value. */
  isComplete(rows: RowRange): boolean {
    return this.#bits === undefined && rows.to <= this.rows;
  }

  set(row: number, has: boolean): void {
    if (!has && row >= this.rows) return;
    if (!has || row > this.rows) this.#bits ??= Bits.ones(this.rows);
    this.rows = Math.max(this.rows, row + 1);
    this.#bits?.set(row, has);
  }

  words(rows: RowRange): Uint32Array {
    const words = new Uint32Array(wordCount(rows.to - rows.from));
    this.keep(words.fill(0xffffffff), rows);
    return words;
  }

  /** Clears in `words`, a scan of `rows`, what has no value. */
  keep(words: Uint32Array, rows: RowRange): void {
    const bits = this.#bits?.words;
    const first = rows.from >>> 5;
    const end = Math.max(0, Math.min(rows.to, this.rows) - rows.from);
    const whole = end >>> 5;
    if (bits !== undefined) {
      for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) & (bits[first + i] ?? 0);
    }
    if (whole < words.length) {
      words[whole] = (words[whole] as number) & ((1 << (end & 31)) - 1);
      words.fill(0, whole + 1);
    }
  }

  copy(): Presence {
    return new Presence(this.rows, this.#bits?.copy());
  }

  gathered(order: Uint32Array): Presence {
    const gathered = new Presence(order.length);
    if (this.#bits === undefined && order.every((row) => row < this.rows)) return gathered;
    const bits = new Bits(new Uint32Array(wordCount(order.length)));
    for (let i = 0; i < order.length; i++) bits.set(i, this.has(order[i] as number));
    gathered.#bits = bits;
    return gathered;
  }

  get bytes(): number {
    return this.#bits?.words.byteLength ?? 0;
  }

  /** A page's section for rows `from` to `to`: empty without gaps. */
  section(rows: RowRange): Uint32Array {
    return this.#bits === undefined ? new Uint32Array(0) : this.words(rows);
  }

  /** From the sections of all pages, in order; `undefined` if one has the wrong length. */
  static fromSections(
    sections: readonly { readonly words: Uint32Array; readonly rows: number }[],
  ): Presence | undefined {
    const rows = sections.reduce((sum, section) => sum + section.rows, 0);
    if (sections.every((section) => section.words.length === 0)) return new Presence(rows);
    const words = new Uint32Array(wordCount(rows));
    let first = 0;
    for (const section of sections) {
      const expected = wordCount(section.rows);
      if (section.words.length === 0) words.set(Bits.ones(section.rows).words, first >>> 5);
      else if (section.words.length === expected) words.set(section.words, first >>> 5);
      else return undefined;
      first += section.rows;
    }
    return new Presence(rows, new Bits(words));
  }
}
