import { Bitmap } from '../../shared/kernel/bitmap.ts';
import { toScaled } from '../../shared/kernel/decimal.ts';
import { isSumInRange } from '../../shared/segment/number-range.ts';
import type { NumberRange } from '../../shared/segment/resolved.ts';
import { UNSCALED } from '../columns/number-column.ts';
import { scanRange } from '../columns/scan.ts';
import { type Bounds, scaledBounds } from './number-bounds.ts';
import { scratchNumbers, scratchWholes } from './scratch.ts';
import type { SelectedNumbers } from './selected-numbers.ts';

const SCALE_PLACES = 6;
const MAX_INT32 = 0x7fffffff;

/** Profiles whose sum is in the range, exact to 6 places (SEG-9); the sum of nothing is 0 (SEG-11). */
export function withSumInRange(numbers: SelectedNumbers, range: NumberRange, profileCount: number): Bitmap {
  if (!fitsDoubles(numbers)) return withWideSumInRange(numbers, range, profileCount);
  const bounds = scaledBounds(range, numbers.places);
  const members = bounds.min <= 0 && bounds.max >= 0 ? Bitmap.full(profileCount) : new Bitmap(profileCount);
  const largest = Math.max(0, numbers.max);
  if (numbers.min >= 0 && bounds.max === Number.POSITIVE_INFINITY && bounds.min + largest <= MAX_INT32) {
    const sums = scratchWholes(profileCount);
    for (const { ordinals, values } of numbers.parts) {
      sumUntil(members.words, sums, { ordinals, values, enter: bounds.min });
    }
    return members;
  }
  const sums = scratchNumbers(profileCount, 0);
  for (const { ordinals, values } of numbers.parts) sumInto(sums, ordinals, values);
  if (numbers.count > profileCount) {
    return new Bitmap(profileCount, scanRange(sums, bounds.min, bounds.max, { from: 0, to: profileCount }));
  }
  for (const { ordinals } of numbers.parts) judge(members.words, sums, ordinals, bounds);
  return members;
}

/** Whether no sum of these can pass the whole numbers that a double holds. */
export function fitsDoubles(numbers: SelectedNumbers): boolean {
  if (numbers.count === 0) return true;
  const largest = Math.max(Math.abs(numbers.min), Math.abs(numbers.max));
  return numbers.places !== UNSCALED && largest * numbers.count <= Number.MAX_SAFE_INTEGER;
}

export function sumInto(sums: Float64Array, ordinals: Uint32Array, values: Float64Array): void {
  for (let i = 0; i < ordinals.length; i++) {
    const ordinal = ordinals[i] as number;
    sums[ordinal] = (sums[ordinal] as number) + (values[i] as number);
  }
}

/**
 * Sums of what is never negative only grow: a profile that is in stays in, and is not added to any more,
 * so narrow sums do not overflow.
 */
function sumUntil(
  words: Uint32Array,
  sums: Int32Array,
  part: { readonly ordinals: Uint32Array; readonly values: Float64Array; readonly enter: number },
): void {
  const { ordinals, values, enter } = part;
  for (let i = 0; i < ordinals.length; i++) {
    const ordinal = ordinals[i] as number;
    const before = sums[ordinal] as number;
    if (before >= enter) continue;
    const sum = before + (values[i] as number);
    sums[ordinal] = sum;
    if (sum >= enter) words[ordinal >>> 5] = (words[ordinal >>> 5] as number) | (1 << (ordinal & 31));
  }
}

/** Puts in or out every profile that has an event. */
function judge(words: Uint32Array, sums: Float64Array, ordinals: Uint32Array, { min, max }: Bounds): void {
  for (let i = 0; i < ordinals.length; i++) {
    const ordinal = ordinals[i] as number;
    const sum = sums[ordinal] as number;
    const word = words[ordinal >>> 5] as number;
    const bit = 1 << (ordinal & 31);
    words[ordinal >>> 5] = sum >= min && sum <= max ? word | bit : word & ~bit;
  }
}

/** The slow way for sums past 2^53 units, or of numbers that no one scale holds. */
function withWideSumInRange(numbers: SelectedNumbers, range: NumberRange, profileCount: number): Bitmap {
  const members = isSumInRange(0n, range) ? Bitmap.full(profileCount) : new Bitmap(profileCount);
  for (const [ordinal, { sum }] of wideSums(numbers)) members.set(ordinal, isSumInRange(sum, range));
  return members;
}

/** Sum in millionths and count of each profile that has a number. */
export function wideSums(
  numbers: SelectedNumbers,
): ReadonlyMap<number, { readonly sum: bigint; readonly count: number }> {
  const sums = new Map<number, { sum: bigint; count: number }>();
  const unit = numbers.places === UNSCALED ? 1n : 10n ** BigInt(SCALE_PLACES - numbers.places);
  for (const { ordinals, values } of numbers.parts) {
    for (let i = 0; i < ordinals.length; i++) {
      const ordinal = ordinals[i] as number;
      const value = values[i] as number;
      const millionths = numbers.places === UNSCALED ? toScaled(value) : BigInt(value) * unit;
      const total = sums.get(ordinal) ?? { sum: 0n, count: 0 };
      total.sum += millionths;
      total.count += 1;
      sums.set(ordinal, total);
    }
  }
  return sums;
}
