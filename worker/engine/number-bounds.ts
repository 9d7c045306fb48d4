import { toScaled } from '../../shared/kernel/decimal.ts';
import type { NumberRange } from '../../shared/segment/resolved.ts';
import { UNSCALED } from '../columns/number-column.ts';

const SCALE_PLACES = 6;

/** Both ends in. Empty where `min` is above `max`. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * The range for values that are stored as whole numbers of 10^−places, exact: the bounds are rounded
 * inwards to whole numbers as decimals, not as doubles. Bounds past the whole numbers that a double
 * holds stop there, beyond all that is stored.
 */
export function scaledBounds(range: NumberRange, places: number): Bounds {
  if (places === UNSCALED) return plainBounds(range);
  const unit = 10n ** BigInt(SCALE_PLACES - places);
  return {
    min:
      range.from === null
        ? Number.NEGATIVE_INFINITY
        : toNumber(lowestWhole(toScaled(range.from), unit, range.fromOpen)),
    max:
      range.to === null
        ? Number.POSITIVE_INFINITY
        : toNumber(-lowestWhole(-toScaled(range.to), unit, range.toOpen)),
  };
}

/** The range for doubles compared as they are: an open end is the next double inwards. */
export function plainBounds(range: NumberRange): Bounds {
  const { from, to } = range;
  return {
    min: from === null ? Number.NEGATIVE_INFINITY : range.fromOpen ? nextDouble(from, 1) : from,
    max: to === null ? Number.POSITIVE_INFINITY : range.toOpen ? nextDouble(to, -1) : to,
  };
}

/** The range for counts: whole, and from 0. */
export function countBounds(range: NumberRange): Bounds {
  const { min, max } = scaledBounds(range, 0);
  return { min: Math.max(0, min), max };
}

/** The lowest whole multiple of `unit` (as a count of units) at or above `value`; above it where open. */
function lowestWhole(value: bigint, unit: bigint, isOpen: boolean): bigint {
  const quotient = value / unit;
  const remainder = value - quotient * unit;
  if (remainder === 0n) return isOpen ? quotient + 1n : quotient;
  // Division rounds towards zero: for positive values that is below, for negative ones above.
  return remainder > 0n ? quotient + 1n : quotient;
}

function toNumber(whole: bigint): number {
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  if (whole > limit) return Number.POSITIVE_INFINITY;
  return whole < -limit ? Number.NEGATIVE_INFINITY : Number(whole);
}

function nextDouble(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  // Doubles of one sign are ordered as their bits are.
  const step = BigInt(value > 0 ? direction : -direction);
  bits[0] = (bits[0] ?? 0n) + step;
  return new Float64Array(bits.buffer)[0] ?? value;
}
