/**
 * Dice from a seed. Only integer arithmetic and division by a power of two, so that every engine
 * throws the same: `Math.log` and its like may differ in the last bit.
 */
export interface Random {
  /** From 0 to below 1, in steps of 2⁻³². */
  next(): number;
  /** Whole, from 0 to below `end`. */
  below(end: number): number;
  /** Whole, both ends in. */
  between(from: number, to: number): number;
  /** True in `share` of all throws. */
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** An index of `weights`, as often as its weight says. */
  weighted(weights: readonly number[]): number;
}

/** Chris Doty-Humphrey's small fast counting generator (sfc32), warmed up so that near seeds part. */
export function createRandom(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }
  for (let round = 0; round < 12; round += 1) next();

  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (share) => next() < share,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('Broken invariant: nothing to pick from');
      return item;
    },
    weighted(weights) {
      let total = 0;
      for (const weight of weights) total += weight;
      let left = next() * total;
      for (let index = 0; index < weights.length; index += 1) {
        left -= weights[index] ?? 0;
        if (left < 0) return index;
      }
      return weights.length - 1;
    },
  };
}
