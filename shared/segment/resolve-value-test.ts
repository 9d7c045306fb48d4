import { unreachable } from '../kernel/assert.ts';
import { fold } from '../kernel/fold.ts';
import { sortedSet } from '../kernel/order.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { normalizeText } from '../kernel/text.ts';
import { zoneOffsets } from '../kernel/zone.ts';
import type { ValueType } from '../profile/data-model.ts';
import type { CalendarDateTest, Predicate, TimeTest, ValueTest } from './definition.ts';
import { combine, type Logic, negate } from './logic.ts';
import { rangeOf, wholeRange } from './number-range.ts';
import { anniversaryMonthDays, birthDaysOfAge } from './resolve-anniversary.ts';
import type { Clock, Reason } from './resolve-context.ts';
import { dayBounds, instantBounds, isForDays, relativeDates, wholeDays } from './resolve-time.ts';
import type { IncompleteWhat, ResolvedDates, ResolvedTest } from './resolved.ts';

/** A resolved test; `isNegative` for an operator that is the complement of it (SEG-2). */
interface TestMeaning {
  readonly test: ResolvedTest;
  readonly isNegative?: true;
  readonly dates?: ResolvedDates | undefined;
}

export interface PredicateMeaning<Leaf> {
  readonly meaning: Logic<Leaf>;
  readonly dates: ResolvedDates | undefined;
}

const HAS_VALUE: ResolvedTest = { kind: 'has-value' };

/**
 * What a predicate means for values of `type`. `leafOf` makes the condition that puts a test to the value
 * in question. Absent: it has any value (SEG-6).
 */
export function resolvePredicate<Leaf extends { readonly kind: string }>(
  predicate: Predicate | undefined,
  type: ValueType,
  { clock, leafOf }: { readonly clock: Clock; readonly leafOf: (test: ResolvedTest) => Leaf },
): Result<PredicateMeaning<Leaf>, Reason> {
  if (predicate === undefined) return ok({ meaning: leafOf(HAS_VALUE), dates: undefined });
  const resolved = resolveTest(predicate.test, type, clock);
  if (!resolved.ok) return resolved;
  const { test, isNegative = false, dates } = resolved.value;
  const positive: Logic<Leaf> = leafOf(test);
  if (isNegative === (predicate.negated === true)) return ok({ meaning: positive, dates });
  const complement = negate(positive);
  // A positive test already asks for a value; only a complement takes in those without one.
  const meaning =
    predicate.onlyWithValue === true ? combine('all', [leafOf(HAS_VALUE), complement]) : complement;
  return ok({ meaning, dates });
}

function resolveTest(test: ValueTest, type: ValueType, clock: Clock): Result<TestMeaning, Reason> {
  switch (test.kind) {
    case 'has-value':
      return ok({ test: HAS_VALUE });
    case 'unknown':
      return err({ kind: 'unknown-operator', name: nameOf(test.original) });
    case 'is':
    case 'contains':
    case 'starts-with':
    case 'ends-with': {
      if (type !== 'text') return wrongType(test.kind, type);
      const values = textsOf(test);
      if (values.length === 0) return incomplete('values');
      return ok({ test: { kind: 'text', how: test.kind, values, exact: test.exact === true } });
    }
    case 'equals':
    case 'less-than':
    case 'at-most':
    case 'more-than':
    case 'at-least':
    case 'between': {
      if (type !== 'number') return wrongType(test.kind, type);
      const range = rangeOf(test);
      return range === undefined ? incomplete('number') : ok({ test: range });
    }
    case 'is-true':
    case 'is-false':
      if (type !== 'yes-no') return wrongType(test.kind, type);
      return ok({ test: { kind: 'boolean', value: test.kind === 'is-true' } });
    case 'has-any':
    case 'has-all':
    case 'has-none': {
      if (type !== 'list') return wrongType(test.kind, type);
      const values = textsOf(test);
      if (values.length === 0) return incomplete('values');
      const match = test.kind === 'has-all' && values.length > 1 ? 'all' : 'any';
      const has: ResolvedTest = { kind: 'list-has', match, values, exact: test.exact === true };
      return ok(test.kind === 'has-none' ? { test: has, isNegative: true } : { test: has });
    }
    case 'length': {
      if (type !== 'list') return wrongType(test.kind, type);
      const range = rangeOf(test.compare);
      if (range === undefined) return incomplete('number');
      return ok({ test: { kind: 'list-length', range: wholeRange(range) } });
    }
    case 'anniversary':
    case 'age':
      return resolveCalendarDateTest(test, type, clock);
    default:
      return resolveTimeTest(test, type, clock);
  }
}

/** A test on a date or a timestamp; also what `occurred-at` is put to. */
export function resolveTimeTest(test: TimeTest, type: ValueType, clock: Clock): Result<TestMeaning, Reason> {
  if (type === 'timestamp') {
    const bounds = instantBounds(test, clock);
    if (bounds === undefined) return incomplete(whatIsMissing(test));
    return ok({ test: { kind: 'instant-range', ...bounds }, dates: relativeDates(test, bounds, 'instants') });
  }
  if (type !== 'date' || !isForDays(test)) return wrongType(test.kind, type);
  const bounds = dayBounds(test, clock);
  if (bounds === undefined) return incomplete(whatIsMissing(test));
  return ok({ test: { kind: 'day-range', ...bounds }, dates: relativeDates(test, bounds, 'days') });
}

function resolveCalendarDateTest(
  test: CalendarDateTest,
  type: ValueType,
  clock: Clock,
): Result<TestMeaning, Reason> {
  if (type !== 'date' && type !== 'timestamp') return wrongType(test.kind, type);
  switch (test.kind) {
    case 'anniversary': {
      const monthDays = anniversaryMonthDays(test.when, clock);
      if (monthDays === undefined) return incomplete(test.when.kind === 'in-months' ? 'values' : 'number');
      const zone = type === 'timestamp' ? zoneOffsets(clock.timeZone) : null;
      const dates: ResolvedDates | undefined =
        test.when.kind === 'in-months' ? undefined : { kind: 'month-days', monthDays };
      return ok({ test: { kind: 'month-day', monthDays, zone }, dates });
    }
    case 'age': {
      const range = rangeOf(test.compare);
      if (range === undefined) return incomplete('number');
      const births = birthDaysOfAge(range, clock);
      const resolved: ResolvedTest =
        type === 'date'
          ? { kind: 'day-range', ...births }
          : { kind: 'instant-range', ...wholeDays(births, clock) };
      return ok({ test: resolved, dates: { kind: 'days', ...births } });
    }
    default:
      return unreachable(test);
  }
}

/** Which part of a time test is still empty: a number where there is a unit, a date where there is none. */
export function whatIsMissing(test: TimeTest): IncompleteWhat {
  return 'unit' in test ? 'number' : 'date';
}

/** Folded or exact, sorted, without repeats. An empty text asks for nothing, and is left out. */
function textsOf(test: { readonly values: readonly string[]; readonly exact?: true }): readonly string[] {
  const normal = test.values.map(normalizeText).filter((text) => text !== '');
  return sortedSet(test.exact === true ? normal : normal.map(fold));
}

function wrongType(operator: string, type: ValueType): Result<never, Reason> {
  return err({ kind: 'wrong-type', operator, type });
}

function incomplete(what: IncompleteWhat): Result<never, Reason> {
  return err({ kind: 'incomplete', what });
}

/** The word by which something unknown calls itself. */
export function nameOf(original: unknown): string {
  if (typeof original !== 'object' || original === null) return '';
  const kind: unknown = (original as { readonly kind?: unknown }).kind;
  return typeof kind === 'string' ? kind : '';
}
