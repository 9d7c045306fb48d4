import type { TimeZone } from '../../shared/kernel/time.ts';
import type { ResolvedDates } from '../../shared/segment/resolved.ts';
import { builderWords } from '../words/en-builder.ts';
import { formatDay, formatInstant, formatMonthDay } from '../words/format-instant.ts';

const words = builderWords.notes;
const MOST_SINGLE_DAYS = 3;

/** The dates that a relative row stands for now (SEG-21). */
export function datesText(dates: ResolvedDates, timeZone: TimeZone): string {
  if (dates.kind === 'month-days') return monthDaysText(dates.monthDays);
  const text = (at: number | null) =>
    at === null ? undefined : dates.kind === 'days' ? formatDay(at) : formatInstant(at, timeZone);
  const from = text(dates.from);
  const to = text(dates.to);
  if (from === undefined) return to === undefined ? '' : words.to(to);
  if (to === undefined) return words.from(from);
  return from === to ? words.days(from) : words.span(from, to);
}

/** Consecutive days as a span, a few as a list; the set is in calendar order, and a span may run over the new year. */
function monthDaysText(days: readonly number[]): string {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return words.never;
  if (days.length <= MOST_SINGLE_DAYS) return words.days(days.map(formatMonthDay).join(', '));
  const gap = days.findIndex((day, index) => index > 0 && !follows(days[index - 1] ?? day, day));
  if (gap === -1) return words.span(formatMonthDay(first), formatMonthDay(last));
  const start = days[gap] ?? first;
  const end = days[gap - 1] ?? last;
  return words.span(formatMonthDay(start), formatMonthDay(end));
}

function follows(day: number, next: number): boolean {
  if (next === day + 1) return true;
  return next % 100 === 1 && Math.floor(next / 100) === Math.floor(day / 100) + 1 && day % 100 >= 28;
}
