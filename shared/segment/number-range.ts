import { unreachable } from '../kernel/assert.ts';
import { compareSum, isDecimal } from '../kernel/decimal.ts';
import type { NumberTest } from './definition.ts';
import type { NumberRange } from './resolved.ts';

/** `undefined` while a number is missing, or is none that could be stored (SEG-9). */
export function rangeOf(test: NumberTest): NumberRange | undefined {
  if (test.kind === 'between') {
    if (!isBound(test.from) || !isBound(test.to)) return undefined;
    return closed(Math.min(test.from, test.to), Math.max(test.from, test.to));
  }
  const bound = test.value;
  if (!isBound(bound)) return undefined;
  switch (test.kind) {
    case 'equals':
      return closed(bound, bound);
    case 'less-than':
      return { ...closed(null, bound), toOpen: true };
    case 'at-most':
      return closed(null, bound);
    case 'more-than':
      return { ...closed(bound, null), fromOpen: true };
    case 'at-least':
      return closed(bound, null);
    default:
      return unreachable(test);
  }
}

function isBound(bound: number | null): bound is number {
  return bound !== null && isDecimal(bound);
}

/** Adding 0 turns -0 into 0, so that equal ranges are equal as JSON. */
function closed(from: number | null, to: number | null): NumberRange {
  return {
    kind: 'number-range',
    from: from === null ? null : from + 0,
    to: to === null ? null : to + 0,
    fromOpen: false,
    toOpen: false,
  };
}

/**
 * The same range for what is counted, in one form: closed, whole, and from null where it starts at 0 or
 * below. `more than 2` and `at least 3` become equal.
 */
export function wholeRange(range: NumberRange): NumberRange {
  const from =
    range.from === null ? null : range.fromOpen ? Math.floor(range.from) + 1 : Math.ceil(range.from);
  const to = range.to === null ? null : range.toOpen ? Math.ceil(range.to) - 1 : Math.floor(range.to);
  return closed(from !== null && from <= 0 ? null : from, to);
}

export function isInRange(value: number, range: NumberRange): boolean {
  return isWithin(range, (bound) => value - bound);
}

/** `sum` in millionths; with `count`, whether the average is in the range. Nothing is divided (SEG-9). */
export function isSumInRange(sum: bigint, range: NumberRange, count = 1): boolean {
  return isWithin(range, (bound) => compareSum(sum, bound, count));
}

function isWithin(range: NumberRange, compareTo: (bound: number) => number): boolean {
  if (range.from !== null) {
    const order = compareTo(range.from);
    if (order < 0 || (order === 0 && range.fromOpen)) return false;
  }
  if (range.to !== null) {
    const order = compareTo(range.to);
    if (order > 0 || (order === 0 && range.toOpen)) return false;
  }
  return true;
}
