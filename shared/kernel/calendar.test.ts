import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  addDays,
  addMonths,
  civilFromDay,
  dayFromCivil,
  dayOfWeek,
  formatDay,
  MAX_DAY,
  MIN_DAY,
  monthDay,
  parseDay,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from './calendar.ts';

// Many cases: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no date`);
  return parsed;
}

test('[SEG-18] day 0 is 1 January 1970, a Thursday', () => {
  expect(day('1970-01-01')).toBe(0);
  expect(dayOfWeek(0)).toBe(4);
});

test('[SEG-18] the years 0001 to 9999 are there, and no others', () => {
  expect(formatDay(MIN_DAY)).toBe('0001-01-01');
  expect(formatDay(MAX_DAY)).toBe('9999-12-31');
  expect(parseDay('0000-12-31')).toBe(undefined);
});

test('[SEG-18] every day of ten thousand years follows the one before', () => {
  let { year, month, day: dayOfMonth } = civilFromDay(MIN_DAY);
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (let number = MIN_DAY; number <= MAX_DAY; number += 1) {
    const civil = civilFromDay(number);
    if (
      civil.year !== year ||
      civil.month !== month ||
      civil.day !== dayOfMonth ||
      dayFromCivil(civil) !== number
    ) {
      expect({ number, civil }).toEqual({ number, civil: { year, month, day: dayOfMonth } });
    }
    const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
    dayOfMonth += 1;
    if (dayOfMonth > (lengths[month - 1] ?? 0) + leap) {
      dayOfMonth = 1;
      month += 1;
    }
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
});

test.each([
  '2023-02-29',
  '1900-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-04-31',
  '2024-1-1',
  '24-01-01',
  '2024-01-01T',
  '',
])('[SEG-18] %s is no date', (text) => {
  expect(parseDay(text)).toBe(undefined);
});

test.each([
  ['2023-03-31', -1, '2023-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', -48, '2020-02-29'],
  ['2024-12-31', 2, '2025-02-28'],
  ['2024-01-15', -1, '2023-12-15'],
  ['0001-01-31', -1, '0000-12-31'],
  ['9999-12-01', 1, '10000-01-01'],
])('[SEG-19] %s and %d months is %s', (from, months, to) => {
  expect(formatDay(addMonths(day(from), months))).toBe(to);
});

test('[SEG-19] adding months keeps the day of the month, or takes the last', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: day('0300-01-01'), max: day('9600-01-01') }),
      fc.integer({ min: -3000, max: 3000 }),
      (from, months) => {
        const [before, after] = [civilFromDay(from), civilFromDay(addMonths(from, months))];
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
        if (after.day !== before.day) {
          expect(after.day).toBeLessThan(before.day);
          expect(civilFromDay(addDays(addMonths(from, months), 1)).day).toBe(1);
        }
      },
    ),
  );
});

test('[SEG-19] a week starts as the workspace says', () => {
  const sunday = day('2024-05-05');
  expect(formatDay(startOfWeek(sunday, 'monday'))).toBe('2024-04-29');
  expect(formatDay(startOfWeek(sunday, 'sunday'))).toBe('2024-05-05');
  expect(formatDay(startOfWeek(sunday, 'saturday'))).toBe('2024-05-04');
});

test('[SEG-16] month, quarter and year start on their first day', () => {
  const inAugust = day('2024-08-19');
  expect([startOfMonth, startOfQuarter, startOfYear].map((start) => formatDay(start(inAugust)))).toEqual([
    '2024-08-01',
    '2024-07-01',
    '2024-01-01',
  ]);
  expect(formatDay(startOfQuarter(day('2024-12-31')))).toBe('2024-10-01');
});

test('[SEG-20] 29 February is the month-day 229', () => {
  expect(monthDay(day('2000-02-29'))).toBe(229);
});

test('arithmetic stops one day outside the calendar', () => {
  expect(addDays(MAX_DAY, 5)).toBe(MAX_DAY + 1);
  expect(addDays(MIN_DAY, -5)).toBe(MIN_DAY - 1);
});
