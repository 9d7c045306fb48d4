import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInRange } from '../../shared/segment/number-range.ts';
import type { NumberRange } from '../../shared/segment/resolved.ts';
import { decimals } from '../../shared/testing/arbitrary-values.ts';
import { scaled, UNSCALED } from '../columns/number-column.ts';
import { countBounds, scaledBounds } from './number-bounds.ts';

const bound = fc.option(decimals, { nil: null });
const ranges: fc.Arbitrary<NumberRange> = fc.record({
  kind: fc.constant('number-range'),
  from: bound,
  to: bound,
  fromOpen: fc.boolean(),
  toOpen: fc.boolean(),
});

test('[SEG-9] a stored whole number is within the bounds exactly when its decimal is in the range', () => {
  fc.assert(
    fc.property(ranges, decimals, fc.constantFrom(0, 1, 2, 3, 4, 5, 6, UNSCALED), (range, value, places) => {
      const stored = scaled(value, places);
      fc.pre(stored !== undefined);
      const { min, max } = scaledBounds(range, places);
      expect(stored >= min && stored <= max).toBe(isInRange(value, range));
    }),
    { numRuns: 5000 },
  );
});

test('[SEG-44] a count is within the bounds exactly when it is in the range', () => {
  const counts = fc.oneof(fc.nat(5), fc.nat(1_000_000));
  fc.assert(
    fc.property(ranges, counts, (range, count) => {
      const { min, max } = countBounds(range);
      expect(count >= min && count <= max).toBe(isInRange(count, range));
    }),
    { numRuns: 2000 },
  );
});
