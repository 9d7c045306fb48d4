/**
 * A set of ordinals below `length`, one bit each. Bits from `length` on are always 0. Sets that are
 * combined have the same length. The `…With` methods change this set, all others leave it as it is.
 */
export class Bitmap {
  readonly length: number;
  readonly words: Uint32Array;

  constructor(length: number, words: Uint32Array = new Uint32Array(wordCount(length))) {
    this.length = length;
    this.words = words;
  }

  static full(length: number): Bitmap {
    const set = new Bitmap(length);
    set.words.fill(0xffffffff);
    set.#clearTail();
    return set;
  }

  static of(length: number, ordinals: Iterable<number>): Bitmap {
    const set = new Bitmap(length);
    for (const ordinal of ordinals) set.add(ordinal);
    return set;
  }

  has(ordinal: number): boolean {
    return ((this.#word(ordinal >>> 5) >>> (ordinal & 31)) & 1) === 1;
  }

  add(ordinal: number): void {
    this.words[ordinal >>> 5] = this.#word(ordinal >>> 5) | (1 << (ordinal & 31));
  }

  remove(ordinal: number): void {
    this.words[ordinal >>> 5] = this.#word(ordinal >>> 5) & ~(1 << (ordinal & 31));
  }

  set(ordinal: number, isIn: boolean): void {
    if (isIn) this.add(ordinal);
    else this.remove(ordinal);
  }

  clone(): Bitmap {
    return new Bitmap(this.length, this.words.slice());
  }

  /** The same members in a set of another length; members beyond it are lost. */
  resized(length: number): Bitmap {
    const set = new Bitmap(length);
    set.words.set(this.words.subarray(0, set.words.length));
    set.#clearTail();
    return set;
  }

  andWith(other: Bitmap): this {
    const mine = this.words;
    const theirs = other.words;
    for (let i = 0; i < mine.length; i++) mine[i] = (mine[i] as number) & (theirs[i] as number);
    return this;
  }

  orWith(other: Bitmap): this {
    const mine = this.words;
    const theirs = other.words;
    for (let i = 0; i < mine.length; i++) mine[i] = (mine[i] as number) | (theirs[i] as number);
    return this;
  }

  andNotWith(other: Bitmap): this {
    const mine = this.words;
    const theirs = other.words;
    for (let i = 0; i < mine.length; i++) mine[i] = (mine[i] as number) & ~(theirs[i] as number);
    return this;
  }

  /** Everyone else below `length`. */
  notWith(): this {
    const mine = this.words;
    for (let i = 0; i < mine.length; i++) mine[i] = ~(mine[i] as number);
    this.#clearTail();
    return this;
  }

  and(other: Bitmap): Bitmap {
    return this.clone().andWith(other);
  }

  or(other: Bitmap): Bitmap {
    return this.clone().orWith(other);
  }

  andNot(other: Bitmap): Bitmap {
    return this.clone().andNotWith(other);
  }

  not(): Bitmap {
    return this.clone().notWith();
  }

  /** How many members. */
  count(): number {
    const words = this.words;
    let count = 0;
    for (let i = 0; i < words.length; i++) count += bitCount(words[i] as number);
    return count;
  }

  /** How many members are also in `other`. */
  countAnd(other: Bitmap): number {
    const mine = this.words;
    const theirs = other.words;
    let count = 0;
    for (let i = 0; i < mine.length; i++) count += bitCount((mine[i] as number) & (theirs[i] as number));
    return count;
  }

  /** How many members of `live` are in this and in `other`, combined by `match`: one pass, no bitmap. */
  countCombined(match: 'all' | 'any', other: Bitmap, live: Bitmap): number {
    const mine = this.words;
    const theirs = other.words;
    const alive = live.words;
    let count = 0;
    if (match === 'all') {
      for (let i = 0; i < mine.length; i++) {
        count += bitCount((mine[i] as number) & (theirs[i] as number) & (alive[i] as number));
      }
    } else {
      for (let i = 0; i < mine.length; i++) {
        count += bitCount(((mine[i] as number) | (theirs[i] as number)) & (alive[i] as number));
      }
    }
    return count;
  }

  isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  equals(other: Bitmap): boolean {
    return this.length === other.length && this.words.every((word, i) => word === other.words[i]);
  }

  /** Members in ascending order. */
  forEach(visit: (ordinal: number) => void): void {
    const words = this.words;
    for (let i = 0; i < words.length; i++) {
      let word = words[i] as number;
      while (word !== 0) {
        visit((i << 5) + lowestBit(word));
        word &= word - 1;
      }
    }
  }

  toArray(): number[] {
    const members: number[] = [];
    this.forEach((ordinal) => {
      members.push(ordinal);
    });
    return members;
  }

  /** Members number `offset` to `offset + limit` in ascending order: a page of a list. */
  slice(offset: number, limit: number): Uint32Array {
    const words = this.words;
    const page: number[] = [];
    let before = 0;
    for (let i = 0; i < words.length && page.length < limit; i++) {
      let word = words[i] as number;
      const here = bitCount(word);
      if (before + here <= offset) {
        before += here;
        continue;
      }
      for (; word !== 0 && page.length < limit; word &= word - 1) {
        if (before++ >= offset) page.push((i << 5) + lowestBit(word));
      }
    }
    return Uint32Array.from(page);
  }

  /** Reads one word; beyond the end it is empty. */
  #word(index: number): number {
    return this.words[index] ?? 0;
  }

  #clearTail(): void {
    const used = this.length & 31;
    const last = this.words.length - 1;
    if (used !== 0) this.words[last] = this.#word(last) & ((1 << used) - 1);
  }
}

/** Words that `length` bits need. */
export function wordCount(length: number): number {
  return (length + 31) >>> 5;
}

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Index of the lowest set bit of a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
