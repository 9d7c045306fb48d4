import type { Result } from './result.ts';
import { err, ok } from './result.ts';

/** What a number may hold (SEG-9); a double keeps 15 digits exactly enough to round-trip. */
export const MAX_DIGITS = 15;
export const MAX_PLACES = 6;

export type DecimalError = { readonly kind: 'not-a-number' } | { readonly kind: 'number-too-long' };

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * Reads a decimal with a point. Digits past 6 places, or past 15 in all, are rounded half away from zero;
 * a whole part of more than 15 digits cannot be kept (SEG-9). Never yields -0.
 */
export function parseDecimal(text: string): Result<number, DecimalError> {
  const parts = DECIMAL.exec(text);
  if (parts === null) return err({ kind: 'not-a-number' });
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const written = whole + fraction;
  if (written === '') return err({ kind: 'not-a-number' });
  const digits = written.replace(/^0+/, '');
  if (digits === '') return ok(0);
  // The value is 0.digits × 10^wholeLength.
  const wholeLength = digits.length - fraction.length + Number(exponent);
  if (wholeLength > MAX_DIGITS) return err({ kind: 'number-too-long' });
  const places = Math.min(MAX_PLACES, MAX_DIGITS - Math.max(wholeLength, 0));
  const kept = wholeLength + places;
  if (kept < 0) return ok(0);
  const rounded =
    BigInt(digits.slice(0, kept).padEnd(kept, '0') || '0') + (digits.charAt(kept) >= '5' ? 1n : 0n);
  if (rounded >= 10n ** BigInt(MAX_DIGITS + places)) return err({ kind: 'number-too-long' });
  const value = Number(`${rounded}e-${places}`);
  return ok(sign === '-' && value !== 0 ? -value : value);
}

/** A double made elsewhere, as the decimal it stands for: 0.1 + 0.2 is 0.3. */
export function toDecimal(value: number): Result<number, DecimalError> {
  return Number.isFinite(value) ? parseDecimal(String(value)) : err({ kind: 'not-a-number' });
}

/** Whether `value` is a decimal that could have been stored. */
export function isDecimal(value: number): boolean {
  const decimal = toDecimal(value);
  return decimal.ok && decimal.value === value;
}

/** Millionths: the unit in which sums are exact. */
const SCALE = 1e6;
/** Below this, value × 10^6 errs by less than a quarter, so that rounding finds the right whole number. */
const FAST_LIMIT = 1e9;

/**
 * `value` in whole millionths, exact. Requires `isDecimal(value)`. For values below 10^9 that is
 * `Math.round(value * 1e6)`, which an engine may use on columns; sums of those stay exact in a double
 * up to 2^53 millionths.
 */
export function toScaled(value: number): bigint {
  if (Math.abs(value) < FAST_LIMIT) return BigInt(Math.round(value * SCALE));
  // From 10^9 to 10^15 a double prints without exponent, with at most 6 places.
  const [whole = '0', fraction = ''] = String(value).split('.');
  return BigInt(whole + fraction.padEnd(MAX_PLACES, '0'));
}

/** The exact sum in millionths: adds in any order to the same. */
export function sumScaled(values: Iterable<number>): bigint {
  let sum = 0n;
  for (const value of values) sum += toScaled(value);
  return sum;
}

/**
 * Negative, zero or positive as `sum` (in millionths) is below, at or above `bound`; or, with `count`, as
 * the average `sum / count` is. Nothing is divided (SEG-9).
 */
export function compareSum(sum: bigint, bound: number, count = 1): number {
  const target = toScaled(bound) * BigInt(count);
  return sum < target ? -1 : sum > target ? 1 : 0;
}
