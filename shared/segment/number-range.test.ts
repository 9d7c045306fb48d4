import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumScaled, toScaled } from '../kernel/decimal.ts';
import { numberTests } from '../testing/arbitrary-tests.ts';
import { decimals } from '../testing/arbitrary-values.ts';
import type { NumberTest } from './definition.ts';
import { isInRange, isSumInRange, rangeOf, wholeRange } from './number-range.ts';
import type { NumberRange } from './resolved.ts';

function range(of: NumberTest): NumberRange {
  const found = rangeOf(of);
  if (found === undefined) throw new Error('a complete test');
  return found;
}

/** What the words say. */
function holds(of: NumberTest, value: number): boolean {
  if (of.kind === 'between') {
    const [from, to] = [of.from ?? Number.NaN, of.to ?? Number.NaN];
    return value >= Math.min(from, to) && value <= Math.max(from, to);
  }
  const bound = of.value ?? Number.NaN;
  return {
    equals: value === bound,
    'less-than': value < bound,
    'at-most': value <= bound,
    'more-than': value > bound,
    'at-least': value >= bound,
  }[of.kind];
}

test('[SEG-9] a range holds what its words say', () => {
  fc.assert(
    fc.property(numberTests(decimals), decimals, (of, value) => {
      expect(isInRange(value, range(of))).toBe(holds(of, value));
      expect(isSumInRange(toScaled(value), range(of))).toBe(holds(of, value));
    }),
  );
});

test('[SEG-44] what is counted gets the same answer from the whole range', () => {
  fc.assert(
    fc.property(numberTests(decimals), fc.nat(120), (of, count) => {
      expect(isInRange(count, wholeRange(range(of)))).toBe(holds(of, count));
    }),
  );
});

test('[SEG-44] more than 2, at least 3 and at least 2.5 are one range', () => {
  const ranges = [
    { kind: 'more-than', value: 2 },
    { kind: 'at-least', value: 3 },
    { kind: 'at-least', value: 2.5 },
  ] as const;
  expect(ranges.map((of) => wholeRange(range(of)).from)).toEqual([3, 3, 3]);
  expect(wholeRange(range({ kind: 'at-least', value: 0 }))).toEqual(
    wholeRange(range({ kind: 'more-than', value: -1 })),
  );
});

test('[SEG-9] an average is the same as the sum of so many times the bound', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 1, max: 5 }), (value, count) => {
      const sum = sumScaled(Array.from({ length: count }, () => value));
      expect(isSumInRange(sum, range({ kind: 'equals', value }), count)).toBe(true);
      expect(isSumInRange(sum + 1n, range({ kind: 'at-most', value }), count)).toBe(false);
      expect(isSumInRange(sum - 1n, range({ kind: 'at-least', value }), count)).toBe(false);
    }),
  );
});

test('[SEG-5] a number that is missing, or none that could be stored, makes no range', () => {
  for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY, 1e15, 0.1234567]) {
    expect(rangeOf({ kind: 'at-least', value })).toBe(undefined);
    expect(rangeOf({ kind: 'between', from: 0, to: value })).toBe(undefined);
  }
});
