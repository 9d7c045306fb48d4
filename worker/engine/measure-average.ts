import { Bitmap } from '../../shared/kernel/bitmap.ts';
import { toScaled } from '../../shared/kernel/decimal.ts';
import { isSumInRange } from '../../shared/segment/number-range.ts';
import type { NumberRange } from '../../shared/segment/resolved.ts';
import { fitsDoubles, sumInto, wideSums } from './measure-sum.ts';
import { scratchNumbers, scratchWholes } from './scratch.ts';
import type { SelectedNumbers } from './selected-numbers.ts';

const SCALE_PLACES = 6;

/** Profiles whose average is in the range. Never divided: average ≥ v is sum ≥ v × count (SEG-9). */
export function withAverageInRange(
  numbers: SelectedNumbers,
  range: NumberRange,
  profileCount: number,
): Bitmap {
  const members = new Bitmap(profileCount);
  const bounds = doubleBounds(numbers, range);
  if (bounds === undefined) {
    for (const [ordinal, { sum, count }] of wideSums(numbers))
      members.set(ordinal, isSumInRange(sum, range, count));
    return members;
  }
  const sums = scratchNumbers(profileCount, 0);
  const counts = scratchWholes(profileCount);
  for (const { ordinals, values } of numbers.parts) {
    sumInto(sums, ordinals, values);
    for (let i = 0; i < ordinals.length; i++) {
      const ordinal = ordinals[i] as number;
      counts[ordinal] = (counts[ordinal] as number) + 1;
    }
  }
  const { unit, from, to } = bounds;
  for (const { ordinals } of numbers.parts) {
    for (let i = 0; i < ordinals.length; i++) {
      const ordinal = ordinals[i] as number;
      const count = counts[ordinal] as number;
      const sum = (sums[ordinal] as number) * unit;
      const fromSum = from * count;
      const toSum = to * count;
      const isIn =
        (range.fromOpen ? sum > fromSum : sum >= fromSum) && (range.toOpen ? sum < toSum : sum <= toSum);
      members.set(ordinal, isIn);
    }
  }
  return members;
}

/** Bounds in millionths and the unit that brings sums to them, if all products stay exact in doubles. */
function doubleBounds(
  numbers: SelectedNumbers,
  range: NumberRange,
): { readonly unit: number; readonly from: number; readonly to: number } | undefined {
  if (!fitsDoubles(numbers)) return undefined;
  const unit = 10 ** (SCALE_PLACES - numbers.places);
  const from = range.from === null ? Number.NEGATIVE_INFINITY : Number(toScaled(range.from));
  const to = range.to === null ? Number.POSITIVE_INFINITY : Number(toScaled(range.to));
  const largest = Math.max(
    Math.abs(numbers.min) * unit,
    Math.abs(numbers.max) * unit,
    Number.isFinite(from) ? Math.abs(from) : 0,
    Number.isFinite(to) ? Math.abs(to) : 0,
  );
  return numbers.count === 0 || largest * numbers.count <= Number.MAX_SAFE_INTEGER
    ? { unit, from, to }
    : undefined;
}
