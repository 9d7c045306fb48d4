import { unreachable } from '../kernel/assert.ts';
import {
  addDays,
  addMonths,
  civilFromDay,
  daysInMonth,
  MAX_DAY,
  MIN_DAY,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from '../kernel/calendar.ts';
import { parseIsoTime } from '../kernel/iso-time.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { instantToLocal, localToInstant, MAX_INSTANT, MIN_INSTANT, startOfDay } from '../kernel/zone.ts';
import type { CalendarUnit, Moment, TimeTest, TimeUnit } from './definition.ts';
import type { Clock } from './resolve-context.ts';
import type { ResolvedDates } from './resolved.ts';

/** Both ends in; empty where `from` is after `to`. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

const CLOCK_UNIT_MS = { minute: 60_000, hour: 3_600_000 } as const;

/** What a test means for instants (SEG-16, SEG-17). `undefined` while something is not filled in. */
export function instantBounds(test: TimeTest, clock: Clock): Bounds | undefined {
  switch (test.kind) {
    case 'on':
    case 'before':
    case 'after':
    case 'on-or-before':
    case 'on-or-after':
      return around(test.kind, momentSpan(test.moment, clock), { from: MIN_INSTANT, to: MAX_INSTANT });
    case 'between-dates': {
      const [first, second] = inOrder(momentSpan(test.from, clock), momentSpan(test.to, clock));
      if (first === undefined || second === undefined) return undefined;
      // Instants are half-open, but a day as the end is in, whole (SEG-17).
      return { from: first.from, to: second.isDay ? second.to : second.from - 1 };
    }
    case 'in-last':
      return isAmount(test.amount)
        ? { from: shiftNow(clock, -test.amount, test.unit), to: clock.now }
        : undefined;
    case 'in-next':
      return isAmount(test.amount)
        ? { from: clock.now, to: shiftNow(clock, test.amount, test.unit) }
        : undefined;
    case 'ago':
      return isAmount(test.amount) ? unitAgo(clock, test.amount, test.unit) : undefined;
    case 'more-than-ago':
      return isAmount(test.amount)
        ? { from: MIN_INSTANT, to: shiftNow(clock, -test.amount, test.unit) - 1 }
        : undefined;
    case 'less-than-ago':
      return isAmount(test.amount)
        ? { from: shiftNow(clock, -test.amount, test.unit) + 1, to: clock.now }
        : undefined;
    case 'between-ago':
      if (!isAmount(test.from) || !isAmount(test.to)) return undefined;
      return {
        from: shiftNow(clock, -Math.max(test.from, test.to), test.unit),
        to: shiftNow(clock, -Math.min(test.from, test.to), test.unit),
      };
    case 'calendar':
      return wholeDays(calendarDays(test.which, test.unit, clock), clock);
    default:
      return unreachable(test);
  }
}

/**
 * What a test means for dates without time, which count local days (SEG-16, SEG-18). `undefined` while
 * something is not filled in. Requires a unit of at least a day: see `isForDays`.
 */
export function dayBounds(test: TimeTest, clock: Clock): Bounds | undefined {
  const { today } = clock;
  const daysAgo = (amount: number, unit: TimeUnit) => shiftDay(today, -amount, unit);
  switch (test.kind) {
    case 'on':
    case 'before':
    case 'after':
    case 'on-or-before':
    case 'on-or-after':
      return around(test.kind, momentDay(test.moment, clock), { from: MIN_DAY, to: MAX_DAY });
    case 'between-dates': {
      const [first, second] = inOrder(momentDay(test.from, clock), momentDay(test.to, clock));
      return first && second && { from: first.from, to: second.to };
    }
    case 'in-last':
      return isAmount(test.amount) ? { from: daysAgo(test.amount, test.unit), to: today } : undefined;
    case 'in-next':
      return isAmount(test.amount) ? { from: today, to: daysAgo(-test.amount, test.unit) } : undefined;
    case 'ago':
      return isAmount(test.amount)
        ? { from: daysAgo(test.amount, test.unit), to: daysAgo(test.amount, test.unit) }
        : undefined;
    case 'more-than-ago':
      return isAmount(test.amount) ? { from: MIN_DAY, to: daysAgo(test.amount, test.unit) - 1 } : undefined;
    case 'less-than-ago':
      return isAmount(test.amount) ? { from: daysAgo(test.amount, test.unit) + 1, to: today } : undefined;
    case 'between-ago':
      if (!isAmount(test.from) || !isAmount(test.to)) return undefined;
      return {
        from: daysAgo(Math.max(test.from, test.to), test.unit),
        to: daysAgo(Math.min(test.from, test.to), test.unit),
      };
    case 'calendar':
      return calendarDays(test.which, test.unit, clock);
    default:
      return unreachable(test);
  }
}

/** Whether a test can be put to a date without time: minutes and hours cannot. */
export function isForDays(test: TimeTest): boolean {
  return !('unit' in test) || (test.unit !== 'minute' && test.unit !== 'hour');
}

/** The dates to write under a relative row (SEG-21); absolute rows say theirs already. */
export function relativeDates(
  test: TimeTest,
  bounds: Bounds,
  kind: 'instants' | 'days',
): ResolvedDates | undefined {
  const isRelative = 'unit' in test;
  if (!isRelative) return undefined;
  const [first, last] = kind === 'days' ? [MIN_DAY, MAX_DAY] : [MIN_INSTANT, MAX_INSTANT];
  return { kind, from: bounds.from <= first ? null : bounds.from, to: bounds.to >= last ? null : bounds.to };
}

/** From the first instant of the first local day to the last of the last. */
export function wholeDays(days: Bounds, { timeZone }: Clock): Bounds {
  return { from: startOfDay(days.from, timeZone), to: startOfDay(days.to + 1, timeZone) - 1 };
}

export function isAmount(amount: number | null): amount is number {
  return amount !== null && Number.isSafeInteger(amount) && amount >= 0;
}

interface Span extends Bounds {
  readonly isDay: boolean;
}

/** A day is all its instants, a time is one instant. */
function momentSpan(moment: Moment | null, clock: Clock): Span | undefined {
  const time = moment === null ? undefined : parseIsoTime(moment);
  if (time === undefined) return undefined;
  if (time.kind === 'day') return { ...wholeDays({ from: time.day, to: time.day }, clock), isDay: true };
  const instant = time.kind === 'instant' ? time.instant : localToInstant(time, clock.timeZone);
  return { from: instant, to: instant, isDay: false };
}

/** For a date a time of day says nothing: its local day counts. */
function momentDay(moment: Moment | null, clock: Clock): Bounds | undefined {
  const time = moment === null ? undefined : parseIsoTime(moment);
  if (time === undefined) return undefined;
  const day = time.kind === 'instant' ? instantToLocal(time.instant, clock.timeZone).day : time.day;
  return { from: day, to: day };
}

function around(
  kind: 'on' | 'before' | 'after' | 'on-or-before' | 'on-or-after',
  span: Bounds | undefined,
  whole: Bounds,
): Bounds | undefined {
  if (span === undefined) return undefined;
  switch (kind) {
    case 'on':
      return { from: span.from, to: span.to };
    case 'before':
      return { from: whole.from, to: span.from - 1 };
    case 'after':
      return { from: span.to + 1, to: whole.to };
    case 'on-or-before':
      return { from: whole.from, to: span.to };
    case 'on-or-after':
      return { from: span.from, to: whole.to };
    default:
      return unreachable(kind);
  }
}

function inOrder<S extends Bounds>(
  left: S | undefined,
  right: S | undefined,
): readonly [S, S] | readonly [undefined, undefined] {
  if (left === undefined || right === undefined) return [undefined, undefined];
  return left.from <= right.from ? [left, right] : [right, left];
}

/** `now` moved by calendar units at the same wall-clock time, or by exact minutes and hours (SEG-16). */
function shiftNow(clock: Clock, amount: number, unit: TimeUnit): Instant {
  if (amount === 0) return clock.now;
  if (unit === 'minute' || unit === 'hour') {
    const then = clock.now + amount * CLOCK_UNIT_MS[unit];
    return Math.min(Math.max(then, MIN_INSTANT - 1), MAX_INSTANT + 1);
  }
  const day = shiftDay(clock.today, amount, unit);
  if (day < MIN_DAY || day > MAX_DAY) return startOfDay(day, clock.timeZone);
  return localToInstant({ day, clockMs: clock.clockMs }, clock.timeZone);
}

/** Minutes and hours do not move a day. */
function shiftDay(day: Day, amount: number, unit: TimeUnit): Day {
  switch (unit) {
    case 'minute':
    case 'hour':
      return day;
    case 'day':
      return addDays(day, amount);
    case 'week':
      return addDays(day, amount * 7);
    case 'month':
      return addMonths(day, amount);
    case 'year':
      return addMonths(day, amount * 12);
    default:
      return unreachable(unit);
  }
}

/** The whole local day, or the clock's whole minute or hour, that lies `amount` units back. */
function unitAgo(clock: Clock, amount: number, unit: TimeUnit): Bounds {
  if (unit !== 'minute' && unit !== 'hour') {
    const day = shiftDay(clock.today, -amount, unit);
    return wholeDays({ from: day, to: day }, clock);
  }
  const then = shiftNow(clock, -amount, unit);
  const from = then - (instantToLocal(then, clock.timeZone).clockMs % CLOCK_UNIT_MS[unit]);
  return { from, to: from + CLOCK_UNIT_MS[unit] - 1 };
}

const OFFSET = { previous: -1, this: 0, next: 1 } as const;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function calendarDays(which: 'previous' | 'this' | 'next', unit: CalendarUnit, clock: Clock): Bounds {
  const { today, weekStart } = clock;
  const offset = OFFSET[which];
  switch (unit) {
    case 'day':
      return { from: addDays(today, offset), to: addDays(today, offset) };
    case 'week': {
      const from = addDays(startOfWeek(today, weekStart), offset * 7);
      return { from, to: addDays(from, 6) };
    }
    case 'month':
      return months(startOfMonth(today), offset, MONTHS.month);
    case 'quarter':
      return months(startOfQuarter(today), offset, MONTHS.quarter);
    case 'year':
      return months(startOfYear(today), offset, MONTHS.year);
    default:
      return unreachable(unit);
  }
}

function months(start: Day, offset: number, length: number): Bounds {
  const from = addMonths(start, offset * length);
  if (from < MIN_DAY || from > MAX_DAY) return { from, to: from };
  const lastMonth = addMonths(from, length - 1);
  const { year, month } = civilFromDay(lastMonth);
  return { from, to: startOfMonth(lastMonth) + daysInMonth(year, month) - 1 };
}
