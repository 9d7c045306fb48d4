/**
 * Finds a row by the hash of its value, by open addressing: 8 bytes a slot, and no string objects, so
 * that ten million ids can be looked up. Equal hashes are told apart by the caller.
 */
export class RowIndex {
  /** Row + 1 by slot; 0 is free. */
  #rows: Uint32Array;
  #hashes: Uint32Array;
  #used = 0;

  constructor(expectedRows: number) {
    const slots = slotsFor(expectedRows);
    this.#rows = new Uint32Array(slots);
    this.#hashes = new Uint32Array(slots);
  }

  get bytes(): number {
    return this.#rows.byteLength + this.#hashes.byteLength;
  }

  /** Adds a row, whether or not an equal one is there. */
  add(hash: number, row: number): void {
    if (this.#used * 3 >= this.#rows.length * 2) this.#grow();
    this.#put(hash >>> 0, row + 1);
    this.#used++;
  }

  /** The first row of this hash that `isIt` accepts, or −1. */
  find(hash: number, isIt: (row: number) => boolean): number {
    const mask = this.#rows.length - 1;
    const wanted = hash >>> 0;
    for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
      const row = this.#rows[slot] as number;
      if (row === 0) return -1;
      if (this.#hashes[slot] === wanted && isIt(row - 1)) return row - 1;
    }
  }

  #put(hash: number, rowPlusOne: number): void {
    const mask = this.#rows.length - 1;
    let slot = hash & mask;
    while (this.#rows[slot] !== 0) slot = (slot + 1) & mask;
    this.#rows[slot] = rowPlusOne;
    this.#hashes[slot] = hash;
  }

  #grow(): void {
    const rows = this.#rows;
    const hashes = this.#hashes;
    this.#rows = new Uint32Array(rows.length * 2);
    this.#hashes = new Uint32Array(rows.length * 2);
    for (let slot = 0; slot < rows.length; slot++) {
      const row = rows[slot] as number;
      if (row !== 0) this.#put(hashes[slot] as number, row);
    }
  }
}

/** FNV-1a over UTF-16 units, mixed at the end because slots use the low bits. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Hash of `length` words from `start` on. */
export function hashWords(words: Uint32Array, start: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + length; i++) hash = Math.imul(mix(hash ^ (words[i] as number)), 0x01000193);
  return mix(hash);
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function slotsFor(rows: number): number {
  let slots = 16;
  while (slots * 2 < rows * 3) slots *= 2;
  return slots;
}
