import { formatDay, parseDay } from './calendar.ts';
import type { Day, Instant, TimeZone } from './time.ts';
import { clampInstant, localToInstant } from './zone.ts';

/** What a text says about time, before any zone is known. */
export type IsoTime =
  | { readonly kind: 'day'; readonly day: Day }
  /** A wall-clock time somewhere: milliseconds since midnight on the clock. */
  | { readonly kind: 'local'; readonly day: Day; readonly clockMs: number }
  /** `day` and `clockMs` as written, before the offset. */
  | { readonly kind: 'instant'; readonly instant: Instant; readonly day: Day; readonly clockMs: number };

const DAY_MS = 86_400_000;
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([Zz])|\s?([+-])(\d{2})(?::?(\d{2}))?)?)?$/;

/**
 * Reads `YYYY-MM-DD`, or that with `THH:MM[:SS[.fff]]`, or that with `Z` or an offset. A space may stand
 * for the T. Further digits of the second are cut off. `undefined` for all else, 24:00 and second 60 too.
 */
export function parseIsoTime(text: string): IsoTime | undefined {
  const parts = ISO.exec(text);
  if (parts === null) return undefined;
  const [
    ,
    date = '',
    hour,
    minute,
    second = '0',
    fraction = '',
    utc,
    sign,
    offsetHour = '0',
    offsetMinute = '0',
  ] = parts;
  const day = parseDay(date);
  if (day === undefined) return undefined;
  if (hour === undefined) return { kind: 'day', day };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const clockMs = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
  if (utc === undefined && sign === undefined) return { kind: 'local', day, clockMs };
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const offsetMs = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000 * (sign === '-' ? -1 : 1);
  return { kind: 'instant', instant: clampInstant(day * DAY_MS + clockMs - offsetMs), day, clockMs };
}

/** The instant that `text` names; a time without offset is local in `timeZone`. `undefined` for a mere day. */
export function parseInstant(text: string, timeZone: TimeZone): Instant | undefined {
  const time = parseIsoTime(text);
  if (time === undefined || time.kind === 'day') return undefined;
  return time.kind === 'instant' ? time.instant : localToInstant(time, timeZone);
}

/** `YYYY-MM-DDTHH:MM:SS[.sss]Z`. */
export function formatInstant(instant: Instant): string {
  const day = Math.floor(instant / DAY_MS);
  return `${formatDay(day)}T${formatClock(instant - day * DAY_MS)}Z`;
}

/** `HH:MM:SS`, with `.sss` where there are milliseconds. */
export function formatClock(clockMs: number): string {
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  const seconds = Math.floor(clockMs / 1000);
  const whole = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = clockMs % 1000;
  return whole.map((part) => digits(part, 2)).join(':') + (fraction === 0 ? '' : `.${digits(fraction, 3)}`);
}
