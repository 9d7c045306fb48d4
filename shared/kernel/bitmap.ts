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
    this.and(other, this);
    return this;
  }

  orWith(other: Bitmap): this {
    this.or(other, this);
    return this;
  }

  andNotWith(other: Bitmap): this {
    this.andNot(other, this);
    return this;
  }

  /** Everyone else below `length`. */
  notWith(): this {
    this.not(this);
    return this;
  }

  // Results go to `target` where one is given: a bitmap of this length that holds anything.

  and(other: Bitmap, target = new Bitmap(this.length)): Bitmap {
    andInto(target.words, this.words, other.words);
    return target;
  }

  or(other: Bitmap, target = new Bitmap(this.length)): Bitmap {
    orInto(target.words, this.words, other.words);
    return target;
  }

  andNot(other: Bitmap, target = new Bitmap(this.length)): Bitmap {
    andNotInto(target.words, this.words, other.words);
    return target;
  }

  orNot(other: Bitmap, target = new Bitmap(this.length)): Bitmap {
    orNotInto(target.words, this.words, other.words);
    target.#clearTail();
    return target;
  }

  not(target = new Bitmap(this.length)): Bitmap {
    const { words } = this;
    for (let i = 0; i < words.length; i++) target.words[i] = ~(words[i] as number);
    target.#clearTail();
    return target;
  }

  /** How many members. */
  count(): number {
    return countBits(this.words, this.words.length);
  }

  /** How many members are also in `other`. */
  countAnd(other: Bitmap): number {
    const words = scratchOf(this.words.length);
    andInto(words, this.words, other.words);
    return countBits(words, this.words.length);
  }

  /** How many members are in `other` or in this. */
  countOr(other: Bitmap): number {
    const words = scratchOf(this.words.length);
    orInto(words, this.words, other.words);
    return countBits(words, this.words.length);
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

// Four words a turn: the loops over whole bitmaps are the inner ones of every count, and this way they
// take two thirds of the time. Indexes stay inside by construction, hence `as number`.

function andInto(target: Uint32Array, left: Uint32Array, right: Uint32Array): void {
  const length = left.length;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    target[i] = (left[i] as number) & (right[i] as number);
    target[i + 1] = (left[i + 1] as number) & (right[i + 1] as number);
    target[i + 2] = (left[i + 2] as number) & (right[i + 2] as number);
    target[i + 3] = (left[i + 3] as number) & (right[i + 3] as number);
  }
  for (; i < length; i++) target[i] = (left[i] as number) & (right[i] as number);
}

function orInto(target: Uint32Array, left: Uint32Array, right: Uint32Array): void {
  const length = left.length;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    target[i] = (left[i] as number) | (right[i] as number);
    target[i + 1] = (left[i + 1] as number) | (right[i + 1] as number);
    target[i + 2] = (left[i + 2] as number) | (right[i + 2] as number);
    target[i + 3] = (left[i + 3] as number) | (right[i + 3] as number);
  }
  for (; i < length; i++) target[i] = (left[i] as number) | (right[i] as number);
}

function andNotInto(target: Uint32Array, left: Uint32Array, right: Uint32Array): void {
  const length = left.length;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    target[i] = (left[i] as number) & ~(right[i] as number);
    target[i + 1] = (left[i + 1] as number) & ~(right[i + 1] as number);
    target[i + 2] = (left[i + 2] as number) & ~(right[i + 2] as number);
    target[i + 3] = (left[i + 3] as number) & ~(right[i + 3] as number);
  }
  for (; i < length; i++) target[i] = (left[i] as number) & ~(right[i] as number);
}

function orNotInto(target: Uint32Array, left: Uint32Array, right: Uint32Array): void {
  const length = left.length;
  for (let i = 0; i < length; i++) target[i] = (left[i] as number) | ~(right[i] as number);
}

/**
 * Set bits of the first `length` words. Eight words are added up bit by bit first (`ones`, `twos` and
 * `fours` are the digits of 32 small sums side by side), so that bits are counted once for eight words.
 */
function countBits(words: Uint32Array, length: number): number {
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let eights = 0;
  let i = 0;
  for (; i + 7 < length; i += 8) {
    let x = words[i] as number;
    let y = words[i + 1] as number;
    let sum = ones ^ x;
    const twosA = (ones & x) | (sum & y);
    ones = sum ^ y;
    x = words[i + 2] as number;
    y = words[i + 3] as number;
    sum = ones ^ x;
    const twosB = (ones & x) | (sum & y);
    ones = sum ^ y;
    sum = twos ^ twosA;
    const foursA = (twos & twosA) | (sum & twosB);
    twos = sum ^ twosB;
    x = words[i + 4] as number;
    y = words[i + 5] as number;
    sum = ones ^ x;
    const twosC = (ones & x) | (sum & y);
    ones = sum ^ y;
    x = words[i + 6] as number;
    y = words[i + 7] as number;
    sum = ones ^ x;
    const twosD = (ones & x) | (sum & y);
    ones = sum ^ y;
    sum = twos ^ twosC;
    const foursB = (twos & twosC) | (sum & twosD);
    twos = sum ^ twosD;
    sum = fours ^ foursA;
    eights += bitCount((fours & foursA) | (sum & foursB));
    fours = sum ^ foursB;
  }
  let count = 8 * eights + 4 * bitCount(fours) + 2 * bitCount(twos) + bitCount(ones);
  for (; i < length; i++) count += bitCount(words[i] as number);
  return count;
}

/** For results that are only counted. Never held on to. */
let scratch = new Uint32Array(0);

function scratchOf(length: number): Uint32Array {
  if (scratch.length < length) scratch = new Uint32Array(length);
  return scratch;
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
