import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { civilFromDay, formatDay, monthDay, parseDay } from '../kernel/calendar.ts';
import type { LeapDay } from '../kernel/time.ts';
import { aContext, aProfile, at, onDay } from '../testing/builders.ts';
import * as a from '../testing/definition-builders.ts';
import { membersOf } from '../testing/members.ts';
import type { CalendarDateTest } from './definition.ts';

// Many cases: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const LEAPLING = aProfile({ id: 'leapling', attributes: { birth_date: onDay('2000-02-29') } });

/** Whether the test finds someone born on `birth`, on the local day `today`. */
function finds(
  test: CalendarDateTest,
  birth: string,
  today: string,
  leapDay: LeapDay = 'february-28',
): boolean {
  const person = aProfile({ attributes: { birth_date: onDay(birth) } });
  const context = aContext({ now: at(`${today}T10:00Z`), leapDay });
  return membersOf(a.aDefinition(a.attribute('birth_date', test)), context, [person]).length === 1;
}

const BIRTHDAY: CalendarDateTest = { kind: 'anniversary', when: { kind: 'today' } };

test('[SEG-20] a leap-day birthday is on 28 February in common years, on 29 February in leap years', () => {
  expect(
    ['2027-02-28', '2028-02-28', '2028-02-29', '2027-03-01'].map((today) =>
      finds(BIRTHDAY, '2000-02-29', today),
    ),
  ).toEqual([true, false, true, false]);
});

test('[SEG-20] the workspace may have it on 1 March instead', () => {
  expect(
    ['2027-02-28', '2027-03-01', '2028-02-29', '2028-03-01'].map((today) =>
      finds(BIRTHDAY, '2000-02-29', today, 'march-1'),
    ),
  ).toEqual([false, true, true, false]);
});

test.each(['february-28', 'march-1'] as const)(
  '[SEG-20] every birthday comes once a year, never twice (%s)',
  (leapDay) => {
    for (const year of [2027, 2028, 2100, 2000]) {
      let birthdays = 0;
      for (let day = onDay(`${year}-01-01`); civilFromDay(day).year === year; day += 1) {
        const now = at(`${formatDay(day)}T12:00Z`);
        const definition = a.aDefinition(a.attribute('birth_date', BIRTHDAY));
        birthdays += membersOf(definition, aContext({ now, leapDay, timeZone: 'UTC' }), [LEAPLING]).length;
      }
      expect(birthdays).toBe(1);
    }
  },
);

test('[SEG-20] anniversaries run over the new year', () => {
  const soon: CalendarDateTest = { kind: 'anniversary', when: { kind: 'in-next', days: 14 } };
  expect(finds(soon, '1980-01-03', '2024-12-25')).toBe(true);
  expect(finds(soon, '1980-01-08', '2024-12-25')).toBe(true);
  expect(finds(soon, '1980-01-09', '2024-12-25')).toBe(false);
  const past: CalendarDateTest = { kind: 'anniversary', when: { kind: 'in-last', days: 14 } };
  expect(finds(past, '1980-12-31', '2025-01-05')).toBe(true);
});

test('[SEG-20] within a year or more everyone has a birthday', () => {
  const within: CalendarDateTest = { kind: 'anniversary', when: { kind: 'in-next', days: 366 } };
  fc.assert(
    fc.property(fc.integer({ min: onDay('1900-01-01'), max: onDay('2030-01-01') }), (birth) => {
      expect(finds(within, formatDay(birth), '2024-05-10')).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('[SEG-51] in months means the month of the stored date', () => {
  const inFebruary: CalendarDateTest = { kind: 'anniversary', when: { kind: 'in-months', months: [2, 12] } };
  expect(finds(inFebruary, '2000-02-29', '2027-05-01', 'march-1')).toBe(true);
  expect(finds(inFebruary, '2000-12-31', '2027-05-01')).toBe(true);
  expect(finds(inFebruary, '2000-03-01', '2027-05-01')).toBe(false);
});

test('[SEG-20] a leap-day person comes of age on 1 March', () => {
  const adult: CalendarDateTest = { kind: 'age', compare: { kind: 'at-least', value: 18 } };
  expect(['2018-02-28', '2018-03-01'].map((today) => finds(adult, '2000-02-29', today))).toEqual([
    false,
    true,
  ]);
  const twenty: CalendarDateTest = { kind: 'age', compare: { kind: 'at-least', value: 20 } };
  expect(['2020-02-28', '2020-02-29'].map((today) => finds(twenty, '2000-02-29', today))).toEqual([
    false,
    true,
  ]);
});

/** Age as people count it: years gone, less one before this year's birthday. */
function ageOf(birth: string, today: string): number {
  const [born, now] = [birth, today].map((text) => civilFromDay(parseDay(text) ?? Number.NaN));
  if (born === undefined || now === undefined) return Number.NaN;
  const before = monthDay(onDay(today)) < monthDay(onDay(birth));
  return now.year - born.year - (before ? 1 : 0);
}

test('[SEG-52] age is in whole years, and the unborn have none', () => {
  const dates = fc.integer({ min: onDay('1999-01-01'), max: onDay('2025-12-31') }).map(formatDay);
  const leapish = fc.constantFrom(
    '2000-02-28',
    '2000-02-29',
    '2000-03-01',
    '2016-02-29',
    '2023-02-28',
    '2023-03-01',
  );
  fc.assert(
    fc.property(
      fc.oneof(dates, leapish),
      fc.oneof(dates, leapish),
      fc.constantFrom('equals', 'less-than', 'at-most', 'more-than', 'at-least' as const),
      fc.oneof(fc.integer({ min: -2, max: 30 }), fc.constant(17.5)),
      (birth, today, kind, value) => {
        const age = ageOf(birth, today);
        const holds = {
          equals: age === value,
          'less-than': age < value,
          'at-most': age <= value,
          'more-than': age > value,
          'at-least': age >= value,
        }[kind];
        expect(finds({ kind: 'age', compare: { kind, value } }, birth, today)).toBe(holds && age >= 0);
      },
    ),
    { numRuns: 300 },
  );
});

test('[SEG-20] on a timestamp the local day has the anniversary and the age', () => {
  const person = aProfile({ id: 'eve', attributes: { last_seen: at('2000-05-09T22:30Z') } });
  const found = (test: CalendarDateTest, timeZone: string) =>
    membersOf(a.aDefinition(a.attribute('last_seen', test)), aContext({ timeZone }), [person]).length;
  expect(found(BIRTHDAY, 'Europe/Stockholm')).toBe(1);
  expect(found(BIRTHDAY, 'UTC')).toBe(0);
  expect(found({ kind: 'age', compare: { kind: 'equals', value: 24 } }, 'Europe/Stockholm')).toBe(1);
  expect(found({ kind: 'age', compare: { kind: 'equals', value: 23 } }, 'Europe/Stockholm')).toBe(0);
});
