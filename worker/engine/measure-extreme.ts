import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { NumberRange } from '../../shared/segment/resolved.ts';
import { scaledBounds } from './number-bounds.ts';
import { scratchNumbers } from './scratch.ts';
import type { SelectedNumbers } from './selected-numbers.ts';

/** Profiles whose smallest or largest number is in the range; of nothing there is neither (SEG-11). */
export function withExtremeInRange(
  which: 'minimum' | 'maximum',
  numbers: SelectedNumbers,
  { range, profileCount }: { readonly range: NumberRange; readonly profileCount: number },
): Bitmap {
  const members = new Bitmap(profileCount);
  const { min, max } = scaledBounds(range, numbers.places);
  // The smallest is the negative of the largest negative: one loop serves both.
  const sign = which === 'maximum' ? 1 : -1;
  const largest = scratchNumbers(profileCount, Number.NEGATIVE_INFINITY);
  for (const { ordinals, values } of numbers.parts) {
    for (let i = 0; i < ordinals.length; i++) {
      const ordinal = ordinals[i] as number;
      const value = (values[i] as number) * sign;
      if (value > (largest[ordinal] as number)) largest[ordinal] = value;
    }
  }
  for (const { ordinals } of numbers.parts) {
    for (let i = 0; i < ordinals.length; i++) {
      const ordinal = ordinals[i] as number;
      const value = (largest[ordinal] as number) * sign;
      if (value >= min && value <= max) members.add(ordinal);
    }
  }
  return members;
}
