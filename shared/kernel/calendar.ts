import type { Day, WeekStart } from './time.ts';

/** A date of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 0001-01-01 and 9999-12-31. Arithmetic that leaves this range stops one day outside it. */
export const MIN_DAY: Day = -719_162;
export const MAX_DAY: Day = 2_932_896;

const DAYS_PER_ERA = 146_097;
/** From 0000-03-01, where the eras of 400 years are counted from, to 1970-01-01. */
const DAYS_TO_1970 = 719_468;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Requires a date that exists in years 1 to 9999. */
export function dayFromCivil({ year, month, day }: CivilDate): Day {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const dayOfYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + day - 1 + (month > 2 && isLeapYear(year) ? 1 : 0);
  return MIN_DAY + before * 365 + leapDays + dayOfYear;
}

/** The years are counted from March, so that the leap day is the last of its year (Howard Hinnant's method). */
export function civilFromDay(day: Day): CivilDate {
  const shifted = day + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(day: Day): number {
  return modulo(day + 4, 7);
}

/** One day outside the calendar stands for all days out there. */
export function clampDay(day: Day): Day {
  return Math.min(Math.max(day, MIN_DAY - 1), MAX_DAY + 1);
}

export function addDays(day: Day, count: number): Day {
  return clampDay(day + count);
}

/** The same day `count` months on, or the last of a shorter month (SEG-19). */
export function addMonths(day: Day, count: number): Day {
  const civil = civilFromDay(day);
  const months = civil.year * 12 + civil.month - 1 + count;
  const year = Math.floor(months / 12);
  if (year < 1) return MIN_DAY - 1;
  if (year > 9999) return MAX_DAY + 1;
  const month = months - year * 12 + 1;
  return dayFromCivil({ year, month, day: Math.min(civil.day, daysInMonth(year, month)) });
}

const FIRST_DAY_OF_WEEK = { sunday: 0, monday: 1, saturday: 6 } as const satisfies Record<WeekStart, number>;

export function startOfWeek(day: Day, weekStart: WeekStart): Day {
  return day - modulo(dayOfWeek(day) - FIRST_DAY_OF_WEEK[weekStart], 7);
}

export function startOfMonth(day: Day): Day {
  return day - civilFromDay(day).day + 1;
}

export function startOfQuarter(day: Day): Day {
  const { year, month } = civilFromDay(day);
  return dayFromCivil({ year, month: month - ((month - 1) % 3), day: 1 });
}

export function startOfYear(day: Day): Day {
  return dayFromCivil({ year: civilFromDay(day).year, month: 1, day: 1 });
}

/** Month × 100 + day: 229 is 29 February. */
export function monthDay(day: Day): number {
  const civil = civilFromDay(day);
  return civil.month * 100 + civil.day;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilFromDay(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** `undefined` unless `text` is `YYYY-MM-DD` and that date exists. */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const date = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  return isCivilDate(date) ? dayFromCivil(date) : undefined;
}

export function isCivilDate({ year, month, day }: CivilDate): boolean {
  return (
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

function modulo(dividend: number, divisor: number): number {
  return ((dividend % divisor) + divisor) % divisor;
}
