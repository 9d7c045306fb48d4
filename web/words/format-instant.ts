import type { Day, Instant, TimeZone } from '../../shared/kernel/time.ts';
import { readerLocale } from './locale.ts';

const locale = readerLocale();
const DAY_MS = 86_400_000;
const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const monthDayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const instantFormats = new Map<string, Intl.DateTimeFormat>();

/** A date is a date: no zone shifts it (SEG-18). */
export function formatDay(day: Day): string {
  return dayFormat.format(day * DAY_MS);
}

/** Month × 100 + day, without year. */
export function formatMonthDay(monthDay: number): string {
  return monthDayFormat.format(Date.UTC(2000, Math.floor(monthDay / 100) - 1, monthDay % 100));
}

/** 1 to 12. */
export function formatMonth(month: number): string {
  return monthFormat.format(Date.UTC(2000, month - 1, 1));
}

/** Always in the workspace's zone, never the device's (SEG-15). */
export function formatInstant(
  instant: Instant,
  timeZone: TimeZone,
  style: 'minute' | 'day' = 'minute',
): string {
  const key = `${timeZone} ${style}`;
  let format = instantFormats.get(key);
  if (!format) {
    const time = style === 'minute' ? ({ timeStyle: 'short' } as const) : {};
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...time, timeZone });
    instantFormats.set(key, format);
  }
  return format.format(instant);
}

const STEPS = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['week', 7 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "3 days ago", for reading over; show the exact time beside it or in its title. */
export function formatAgo(instant: Instant, now: Instant): string {
  const distance = instant - now;
  for (const [unit, ms] of STEPS) {
    if (Math.abs(distance) >= ms) return relative.format(Math.round(distance / ms), unit);
  }
  return relative.format(0, 'minute');
}
