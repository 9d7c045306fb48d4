import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSum, isDecimal, parseDecimal, sumScaled, toDecimal, toScaled } from './decimal.ts';

function decimal(text: string): number | string {
  const parsed = parseDecimal(text);
  return parsed.ok ? parsed.value : parsed.error.kind;
}

test.each([
  ['30', 30],
  ['+5', 5],
  ['-0', 0],
  ['-12.50', -12.5],
  ['.5', 0.5],
  ['7.', 7],
  ['007', 7],
  ['1e3', 1000],
  ['12E-1', 1.2],
  ['0e9999', 0],
])('[SEG-9] %s reads as %d', (text, value) => {
  expect(decimal(text)).toBe(value);
});

test.each(['', '.', '-', 'e5', '1,5', '1 000', '0x10', 'NaN', 'Infinity', '1e', '--1', '١'])(
  '[SEG-9] "%s" is not a number',
  (text) => {
    expect(decimal(text)).toBe('not-a-number');
  },
);

test.each([
  ['0.0000005', 0.000001],
  ['0.00000049999', 0],
  ['-0.0000005', -0.000001],
  ['1.0000015', 1.000002],
  ['1.0000014999999', 1.000001],
  ['2.5000005', 2.500001],
  ['123456789012.34567', 123456789012.346],
  ['999999999999999', 999999999999999],
  ['9999999999.999995', 10000000000],
  ['1e-400', 0],
])('[SEG-9] %s is rounded half away from zero, to 6 places and 15 digits', (text, value) => {
  expect(decimal(text)).toBe(value);
  expect(Object.is(decimal(text), -0)).toBe(false);
});

test.each(['1000000000000000', '9007199254740993', '999999999999999.5', '1e15', '1e9999', '-1e300'])(
  '[SEG-9] the whole part of %s is too long to be kept',
  (text) => {
    expect(decimal(text)).toBe('number-too-long');
  },
);

test('[SEG-9] three times 0.1 plus 0.5 is at least 0.80', () => {
  expect(compareSum(sumScaled([0.1, 0.1, 0.1, 0.5]), 0.8)).toBe(0);
  expect(0.1 + 0.1 + 0.1 < 0.3).toBe(false);
});

test('[SEG-9] a double made by arithmetic is the decimal it stands for', () => {
  expect(toDecimal(0.1 + 0.2)).toEqual({ ok: true, value: 0.3 });
  expect(isDecimal(0.1 + 0.2)).toBe(false);
  expect(isDecimal(0.3)).toBe(true);
  expect([Number.NaN, Number.POSITIVE_INFINITY, 1e15, 0.1234567].map(isDecimal)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

/** Every decimal that can be stored: up to 15 digits, up to 6 places. */
const storable = fc.tuple(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 6 }));

test('[SEG-9] scaling to millionths is exact for every storable number', () => {
  fc.assert(
    fc.property(storable, ([digits, places]) => {
      const text = `${digits}e-${places}`;
      expect(toScaled(Number(text))).toBe(digits * 10n ** BigInt(6 - places));
      expect(parseDecimal(text)).toEqual({ ok: true, value: Number(text) });
    }),
  );
});

test('[SEG-9] a sum does not depend on the order of what is added', () => {
  fc.assert(
    fc.property(fc.array(storable), (terms) => {
      const values = terms.map(([digits, places]) => Number(`${digits}e-${places}`));
      expect(sumScaled(values.toReversed())).toBe(sumScaled(values));
      expect(sumScaled(values)).toBe(
        terms.reduce((sum, [digits, places]) => sum + digits * 10n ** BigInt(6 - places), 0n),
      );
    }),
  );
});

test('[SEG-9] an average is compared without dividing', () => {
  const sum = sumScaled([0.1, 0.1, 0.2]);
  expect(compareSum(sum, 0.133333, 3)).toBe(1);
  expect(compareSum(sum, 0.133334, 3)).toBe(-1);
  expect(compareSum(sumScaled([-0.1, -0.3]), -0.2, 2)).toBe(0);
});

test('[SEG-9] cents far apart in size do not vanish', () => {
  expect(compareSum(sumScaled([999999999999999, 0.01, -999999999999999]), 0.01)).toBe(0);
});
