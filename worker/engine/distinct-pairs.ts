/** Pairs of a profile and a value's number, each once: open addressing over typed arrays. */
export class DistinctPairs {
  /** Ordinal + 1 by slot; 0 is free. */
  #ordinals: Uint32Array;
  #values: Float64Array;
  #used = 0;

  constructor(expected: number) {
    let slots = 64;
    // Most events have a value of their own or share few, so begin in the middle and grow if need be.
    while (slots < expected) slots *= 2;
    this.#ordinals = new Uint32Array(slots);
    this.#values = new Float64Array(slots);
  }

  add(ordinal: number, value: number): void {
    if (this.#used * 3 >= this.#ordinals.length * 2) this.#grow();
    this.#put(ordinal, value);
  }

  /** One ordinal for each pair. */
  firsts(): Uint32Array {
    const firsts = new Uint32Array(this.#used);
    let at = 0;
    for (let slot = 0; slot < this.#ordinals.length; slot++) {
      const ordinal = this.#ordinals[slot] as number;
      if (ordinal !== 0) firsts[at++] = ordinal - 1;
    }
    return firsts;
  }

  #put(ordinal: number, value: number): void {
    const mask = this.#ordinals.length - 1;
    let slot = hash(ordinal, value) & mask;
    while (this.#ordinals[slot] !== 0) {
      if (this.#ordinals[slot] === ordinal + 1 && this.#values[slot] === value) return;
      slot = (slot + 1) & mask;
    }
    this.#ordinals[slot] = ordinal + 1;
    this.#values[slot] = value;
    this.#used++;
  }

  #grow(): void {
    const ordinals = this.#ordinals;
    const values = this.#values;
    this.#ordinals = new Uint32Array(ordinals.length * 2);
    this.#values = new Float64Array(ordinals.length * 2);
    this.#used = 0;
    for (let slot = 0; slot < ordinals.length; slot++) {
      const ordinal = ordinals[slot] as number;
      if (ordinal !== 0) this.#put(ordinal - 1, values[slot] as number);
    }
  }
}

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

function hash(ordinal: number, value: number): number {
  // Adding 0 turns −0 into 0, which equals it.
  double[0] = value + 0;
  let mixed = Math.imul(ordinal ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(halves[0] as number, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ (halves[1] as number), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
