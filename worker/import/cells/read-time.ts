import type { DateOrder } from '../../../shared/import-api.ts';
import { dayFromCivil, isCivilDate } from '../../../shared/kernel/calendar.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { monthNamed } from './month-names.ts';

/** A date as written, with the time of day and the offset where there are any. */
export interface WrittenTime {
  readonly day: Day;
  /** `undefined`: a date alone. */
  readonly clockMs: number | undefined;
  /** `undefined`: local to a zone that the text does not name. */
  readonly offsetMs: number | undefined;
}

/** The parts of a date in the order written: what tells day-first from month-first. */
export interface WrittenDate {
  readonly parts: readonly [number, number, number];
  /** `digits`: nothing in the text says which part is the month. */
  readonly shape: 'year-first' | 'month-named' | 'digits';
  readonly hasShortYear: boolean;
}

const TIME =
  /^(.*?)(?:[Tt]|,?\s+(?:at\s+)?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([AaPp]\.?[Mm]\.?)?\s?(?:([Zz]|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)?$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const DIGITS = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/;
const NAMED_DAY_FIRST =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]*(\p{L}{3,})\.?,?[\s/-]*(\d{4}|\d{2})$/u;
const NAMED_MONTH_FIRST =
  /^(?:\p{L}+\.?,\s+)?(\p{L}{3,})\.?[\s/-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s/-]+(\d{4}|\d{2})$/u;
const NAMED_YEAR_FIRST = /^(\d{4})[\s/-]+(\p{L}{3,})\.?[\s/-]+(\d{1,2})$/u;

/** No date and time is longer; what is, need not be looked at by patterns that look everywhere. */
const MAX_LENGTH = 64;

/** Two digits of a year: 69 to 99 are of the 1900s, 00 to 68 of the 2000s. */
const FIRST_SHORT_YEAR = 69;

/** `undefined` for what is no date and time in this order, for dates that do not exist, and for 24:00. */
export function readTime(text: string, order: DateOrder): WrittenTime | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return undefined;
  const time = trimmed.includes(':') ? TIME.exec(trimmed) : null;
  const date = writtenDate(time === null ? trimmed : (time[1] ?? '').trim());
  const day = date === undefined ? undefined : dayInOrder(date, order);
  if (day === undefined) return undefined;
  if (time === null) return { day, clockMs: undefined, offsetMs: undefined };
  const clockMs = clockOf(time);
  return clockMs === undefined ? undefined : { day, clockMs, offsetMs: offsetOf(time) };
}

/** The date part alone, still without its order. */
export function writtenDate(text: string): WrittenDate | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return date(yearFirst, [1, 3, 4], 'year-first');
  const digits = DIGITS.exec(text);
  if (digits !== null) return date(digits, [4, 3, 1], 'digits');
  const dayFirst = NAMED_DAY_FIRST.exec(text);
  if (dayFirst !== null) return date(dayFirst, [3, 2, 1], 'month-named');
  const monthFirst = NAMED_MONTH_FIRST.exec(text);
  if (monthFirst !== null) return date(monthFirst, [3, 1, 2], 'month-named');
  const namedYearFirst = NAMED_YEAR_FIRST.exec(text);
  return namedYearFirst === null ? undefined : date(namedYearFirst, [1, 2, 3], 'month-named');
}

/** Splits a time of day off, where there is one. */
export function datePartOf(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return trimmed;
  return (trimmed.includes(':') ? TIME.exec(trimmed)?.[1]?.trim() : undefined) ?? trimmed;
}

/** Parts are given as year, then what stands where a month stands in `12.10.`, then the other. */
function date(
  match: RegExpExecArray,
  [yearAt, monthAt, dayAt]: readonly [number, number, number],
  shape: WrittenDate['shape'],
): WrittenDate | undefined {
  const written = match[monthAt] ?? '';
  const month = shape === 'month-named' ? monthNamed(written) : Number(written);
  if (month === undefined) return undefined;
  const year = match[yearAt] ?? '';
  const hasShortYear = year.length === 2;
  const century = !hasShortYear ? 0 : Number(year) >= FIRST_SHORT_YEAR ? 1900 : 2000;
  return { parts: [century + Number(year), month, Number(match[dayAt])], shape, hasShortYear };
}

export function dayInOrder({ parts, shape }: WrittenDate, order: DateOrder): Day | undefined {
  const [year, second, first] = parts;
  if (shape === 'digits' && order === 'year-first') return undefined;
  const isMonthFirst = shape === 'digits' && order === 'month-first';
  const civil = isMonthFirst ? { year, month: first, day: second } : { year, month: second, day: first };
  return isCivilDate(civil) ? dayFromCivil(civil) : undefined;
}

function clockOf(time: RegExpExecArray): number | undefined {
  const [, , hourText, minute, second = '0', fraction = '', half] = time;
  const isAfternoon = half?.toLowerCase().startsWith('p');
  const hour = Number(hourText);
  if (Number(minute) > 59 || Number(second) > 59 || hour > 23) return undefined;
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const fullHour = half === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return ((fullHour * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
}

function offsetOf(time: RegExpExecArray): number | undefined {
  const [utc, sign, hours, minutes = '0'] = time.slice(7);
  if (utc !== undefined) return 0;
  if (sign === undefined) return undefined;
  return (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
}
