import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, MAX_DAY, MIN_DAY } from '../kernel/calendar.ts';
import { formatInstant } from '../kernel/iso-time.ts';
import { MAX_INSTANT, MIN_INSTANT } from '../kernel/zone.ts';
import { at, onDay } from '../testing/builders.ts';
import type { TimeTest } from './definition.ts';
import { type Clock, readClock } from './resolve-context.ts';
import { dayBounds, instantBounds } from './resolve-time.ts';

const NOON = '2024-05-10T12:00+02:00';

function clock(now = NOON, timeZone = 'Europe/Stockholm', weekStart: Clock['weekStart'] = 'monday'): Clock {
  return readClock({ now: at(now), timeZone, weekStart, leapDay: 'february-28' });
}

/** `from … to`, both in, as UTC; an end that is open is left out. */
function instants(test: TimeTest, when = clock()): string {
  const bounds = instantBounds(test, when);
  if (bounds === undefined) return 'incomplete';
  const from = bounds.from <= MIN_INSTANT ? '' : formatInstant(bounds.from);
  return `${from} … ${bounds.to >= MAX_INSTANT ? '' : formatInstant(bounds.to)}`.trim();
}

function days(test: TimeTest, when = clock()): string {
  const bounds = dayBounds(test, when);
  if (bounds === undefined) return 'incomplete';
  const from = bounds.from <= MIN_DAY ? '' : formatDay(bounds.from);
  return `${from} … ${bounds.to >= MAX_DAY ? '' : formatDay(bounds.to)}`.trim();
}

test('[SEG-16] in the last minutes and hours: exactly so many before now', () => {
  expect(instants({ kind: 'in-last', amount: 90, unit: 'minute' })).toBe(
    '2024-05-10T08:30:00Z … 2024-05-10T10:00:00Z',
  );
  expect(instants({ kind: 'in-last', amount: 24, unit: 'hour' }, clock('2024-03-31T12:00+02:00'))).toBe(
    '2024-03-30T10:00:00Z … 2024-03-31T10:00:00Z',
  );
});

test.each([
  ['Europe/Stockholm', '2024-03-31T12:00+02:00', '2024-03-30T11:00:00Z', 23],
  ['Europe/Stockholm', '2024-10-27T12:00+01:00', '2024-10-26T10:00:00Z', 25],
  ['America/New_York', '2024-03-10T12:00-04:00', '2024-03-09T17:00:00Z', 23],
  ['Australia/Lord_Howe', '2024-10-06T12:00+11:00', '2024-10-05T01:30:00Z', 23.5],
  ['Australia/Lord_Howe', '2024-04-07T12:00+10:30', '2024-04-06T01:00:00Z', 24.5],
])('[SEG-16] in %s the last day before %s began at %s, %d hours earlier', (zone, now, from, hours) => {
  expect(instants({ kind: 'in-last', amount: 1, unit: 'day' }, clock(now, zone))).toBe(
    `${from} … ${formatInstant(at(now))}`,
  );
  expect((at(now) - at(from)) / 3_600_000).toBe(hours);
});

test('[SEG-16] in the last days: from the same wall-clock time, moved forward where that does not exist', () => {
  // 02:30 on 31 March was skipped: 03:30 it is.
  expect(instants({ kind: 'in-last', amount: 1, unit: 'day' }, clock('2024-04-01T02:30+02:00'))).toBe(
    '2024-03-31T01:30:00Z … 2024-04-01T00:30:00Z',
  );
  // 30 December 2011 was skipped in Apia: the day before the 31st is the 31st.
  expect(
    instants({ kind: 'in-last', amount: 1, unit: 'day' }, clock('2011-12-31T12:00+14:00', 'Pacific/Apia')),
  ).toBe('2011-12-30T22:00:00Z … 2011-12-30T22:00:00Z');
});

test('[SEG-49] in the last 0 days is now, also in the hour that exists twice', () => {
  expect(instants({ kind: 'in-last', amount: 0, unit: 'day' }, clock('2024-10-27T02:30+01:00'))).toBe(
    '2024-10-27T01:30:00Z … 2024-10-27T01:30:00Z',
  );
});

test('[SEG-19] in the last month: the same day, or the last of a shorter month', () => {
  expect(instants({ kind: 'in-last', amount: 1, unit: 'month' }, clock('2023-03-31T12:00+02:00'))).toBe(
    '2023-02-28T11:00:00Z … 2023-03-31T10:00:00Z',
  );
  expect(days({ kind: 'in-last', amount: 1, unit: 'month' }, clock('2024-03-31T12:00+02:00'))).toBe(
    '2024-02-29 … 2024-03-31',
  );
  expect(days({ kind: 'in-last', amount: 1, unit: 'year' }, clock('2024-02-29T12:00+01:00'))).toBe(
    '2023-02-28 … 2024-02-29',
  );
});

test('[SEG-16] next mirrors last', () => {
  expect(instants({ kind: 'in-next', amount: 2, unit: 'week' })).toBe(
    '2024-05-10T10:00:00Z … 2024-05-24T10:00:00Z',
  );
  expect(days({ kind: 'in-next', amount: 7, unit: 'day' })).toBe('2024-05-10 … 2024-05-17');
});

test('[SEG-16] dates count local days, today and the far end in', () => {
  const lastWeek: TimeTest = { kind: 'in-last', amount: 7, unit: 'day' };
  expect(days(lastWeek)).toBe('2024-05-03 … 2024-05-10');
  // Late in the evening in UTC it is the next day already in Stockholm.
  expect(days(lastWeek, clock('2024-05-10T23:00Z'))).toBe('2024-05-04 … 2024-05-11');
  expect(days({ kind: 'ago', amount: 3, unit: 'day' })).toBe('2024-05-07 … 2024-05-07');
});

test('[SEG-16] more than N ago is strictly before the bound, less than N ago strictly after it', () => {
  expect(instants({ kind: 'more-than-ago', amount: 1, unit: 'day' })).toBe('… 2024-05-09T09:59:59.999Z');
  expect(instants({ kind: 'less-than-ago', amount: 1, unit: 'day' })).toBe(
    '2024-05-09T10:00:00.001Z … 2024-05-10T10:00:00Z',
  );
  expect(days({ kind: 'more-than-ago', amount: 30, unit: 'day' })).toBe('… 2024-04-09');
  expect(days({ kind: 'less-than-ago', amount: 30, unit: 'day' })).toBe('2024-04-11 … 2024-05-10');
});

test('[SEG-40] between N and M ago: both ends in, in either order', () => {
  const expected = '2024-04-10T10:00:00Z … 2024-05-03T10:00:00Z';
  expect(instants({ kind: 'between-ago', from: 30, to: 7, unit: 'day' })).toBe(expected);
  expect(instants({ kind: 'between-ago', from: 7, to: 30, unit: 'day' })).toBe(expected);
  expect(days({ kind: 'between-ago', from: 2, to: 1, unit: 'month' })).toBe('2024-03-10 … 2024-04-10');
});

test('[SEG-48] N days ago on a timestamp is that whole local day, N hours ago that hour of the clock', () => {
  expect(instants({ kind: 'ago', amount: 1, unit: 'day' })).toBe(
    '2024-05-08T22:00:00Z … 2024-05-09T21:59:59.999Z',
  );
  expect(
    instants({ kind: 'ago', amount: 2, unit: 'hour' }, clock('2024-05-10T12:50+05:45', 'Asia/Kathmandu')),
  ).toBe('2024-05-10T04:15:00Z … 2024-05-10T05:14:59.999Z');
});

test.each([
  ['previous', 'day', '2024-05-09 … 2024-05-09'],
  ['this', 'day', '2024-05-10 … 2024-05-10'],
  ['next', 'day', '2024-05-11 … 2024-05-11'],
  ['previous', 'week', '2024-04-29 … 2024-05-05'],
  ['this', 'week', '2024-05-06 … 2024-05-12'],
  ['next', 'week', '2024-05-13 … 2024-05-19'],
  ['previous', 'month', '2024-04-01 … 2024-04-30'],
  ['this', 'quarter', '2024-04-01 … 2024-06-30'],
  ['previous', 'quarter', '2024-01-01 … 2024-03-31'],
  ['next', 'quarter', '2024-07-01 … 2024-09-30'],
  ['previous', 'year', '2023-01-01 … 2023-12-31'],
  ['next', 'year', '2025-01-01 … 2025-12-31'],
] as const)('[SEG-16] %s %s is whole local days', (which, unit, expected) => {
  expect(days({ kind: 'calendar', which, unit })).toBe(expected);
});

test('[SEG-19] a week starts as the workspace says', () => {
  const thisWeek: TimeTest = { kind: 'calendar', which: 'this', unit: 'week' };
  expect(days(thisWeek, clock('2024-05-12T12:00Z', 'UTC', 'sunday'))).toBe('2024-05-12 … 2024-05-18');
  expect(days(thisWeek, clock('2024-05-12T12:00Z', 'UTC', 'saturday'))).toBe('2024-05-11 … 2024-05-17');
  expect(days(thisWeek, clock('2024-05-12T12:00Z', 'UTC', 'monday'))).toBe('2024-05-06 … 2024-05-12');
});

test.each([
  // The day after both changes of the clock, and around the day that was skipped.
  ['America/New_York', '2024-03-11T09:00-04:00', '2024-03-10T05:00:00Z … 2024-03-11T03:59:59.999Z'],
  ['America/New_York', '2024-11-04T09:00-05:00', '2024-11-03T04:00:00Z … 2024-11-04T04:59:59.999Z'],
  ['Europe/Stockholm', '2024-04-01T09:00+02:00', '2024-03-30T23:00:00Z … 2024-03-31T21:59:59.999Z'],
  ['Pacific/Apia', '2012-01-01T09:00+14:00', '2011-12-30T10:00:00Z … 2011-12-31T09:59:59.999Z'],
])('[SEG-16] yesterday in %s at %s is %s', (zone, now, expected) => {
  expect(instants({ kind: 'calendar', which: 'previous', unit: 'day' }, clock(now, zone))).toBe(expected);
});

test('[SEG-50] yesterday is empty where the clocks skipped it', () => {
  const yesterday = instantBounds(
    { kind: 'calendar', which: 'previous', unit: 'day' },
    clock('2011-12-31T09:00+14:00', 'Pacific/Apia'),
  );
  expect(yesterday && yesterday.to - yesterday.from).toBe(-1);
});

test('[SEG-17] a bound given as a day is the whole local day', () => {
  const moment = '2024-05-03';
  expect(instants({ kind: 'on', moment })).toBe('2024-05-02T22:00:00Z … 2024-05-03T21:59:59.999Z');
  expect(instants({ kind: 'before', moment })).toBe('… 2024-05-02T21:59:59.999Z');
  expect(instants({ kind: 'on-or-before', moment })).toBe('… 2024-05-03T21:59:59.999Z');
  expect(instants({ kind: 'after', moment })).toBe('2024-05-03T22:00:00Z …');
  expect(instants({ kind: 'on-or-after', moment })).toBe('2024-05-02T22:00:00Z …');
  expect(days({ kind: 'after', moment })).toBe('2024-05-04 …');
});

test('[SEG-17] between two days has both, in either order', () => {
  const expected = '2024-03-30T23:00:00Z … 2024-05-03T21:59:59.999Z';
  expect(instants({ kind: 'between-dates', from: '2024-03-31', to: '2024-05-03' })).toBe(expected);
  expect(instants({ kind: 'between-dates', from: '2024-05-03', to: '2024-03-31' })).toBe(expected);
  expect(days({ kind: 'between-dates', from: '2024-03-31', to: '2024-05-03' })).toBe(
    '2024-03-31 … 2024-05-03',
  );
});

test('[SEG-47] a bound with a time is one instant; between two of them the second is out', () => {
  expect(instants({ kind: 'on', moment: '2024-05-03T10:00' })).toBe(
    '2024-05-03T08:00:00Z … 2024-05-03T08:00:00Z',
  );
  expect(instants({ kind: 'after', moment: '2024-05-03T10:00Z' })).toBe('2024-05-03T10:00:00.001Z …');
  expect(instants({ kind: 'between-dates', from: '2024-05-03T10:00', to: '2024-05-03T11:00+02:00' })).toBe(
    '2024-05-03T08:00:00Z … 2024-05-03T08:59:59.999Z',
  );
  expect(instants({ kind: 'between-dates', from: '2024-05-03T10:00', to: '2024-05-03' })).toBe(
    '2024-05-02T22:00:00Z … 2024-05-03T07:59:59.999Z',
  );
});

test('[SEG-47] for a date a time stands for its local day', () => {
  expect(days({ kind: 'before', moment: '2024-05-03T23:30Z' })).toBe('… 2024-05-03');
  expect(days({ kind: 'on', moment: '2024-05-03T23:30' })).toBe('2024-05-03 … 2024-05-03');
});

test('[SEG-17] a bound that does not exist moves forward, one that exists twice is the first', () => {
  expect(instants({ kind: 'on', moment: '2024-03-31T02:30' })).toBe(
    '2024-03-31T01:30:00Z … 2024-03-31T01:30:00Z',
  );
  expect(instants({ kind: 'on', moment: '2024-10-27T02:30' })).toBe(
    '2024-10-27T00:30:00Z … 2024-10-27T00:30:00Z',
  );
});

test('[SEG-53] far beyond the calendar there is nothing, and everything lies on this side', () => {
  const ages = { amount: 1_000_000, unit: 'year' } as const;
  for (const bounds of [instantBounds, dayBounds]) {
    const [first, last] = bounds === dayBounds ? [MIN_DAY, MAX_DAY] : [MIN_INSTANT, MAX_INSTANT];
    const holds = (test: TimeTest, value: number) => {
      const found = bounds(test, clock());
      return found !== undefined && value >= found.from && value <= found.to;
    };
    expect([first, last].map((end) => holds({ kind: 'in-last', ...ages }, end))).toEqual([true, false]);
    expect([first, last].map((end) => holds({ kind: 'less-than-ago', ...ages }, end))).toEqual([true, false]);
    expect([first, last].map((end) => holds({ kind: 'more-than-ago', ...ages }, end))).toEqual([
      false,
      false,
    ]);
    expect([first, last].map((end) => holds({ kind: 'ago', ...ages }, end))).toEqual([false, false]);
    expect([first, last].map((end) => holds({ kind: 'in-next', ...ages }, end))).toEqual([false, true]);
  }
});

test('[SEG-17] years 0001 and 9999 are bounds like any others', () => {
  expect(days({ kind: 'on-or-after', moment: '0001-01-01' })).toBe('…');
  expect(days({ kind: 'before', moment: '9999-12-31' })).toBe('… 9999-12-30');
  expect(instants({ kind: 'after', moment: '9999-12-30' }, clock(NOON, 'UTC'))).toBe(
    '9999-12-31T00:00:00Z …',
  );
});

test('[SEG-5] what is not filled in has no bounds', () => {
  expect(instants({ kind: 'on', moment: null })).toBe('incomplete');
  expect(days({ kind: 'between-dates', from: '2024-05-03', to: null })).toBe('incomplete');
  expect(instants({ kind: 'in-last', amount: null, unit: 'day' })).toBe('incomplete');
  expect(days({ kind: 'between-ago', from: null, to: 3, unit: 'day' })).toBe('incomplete');
});

test('[SEG-17] on, before and after split all instants and all days', () => {
  const when = fc.integer({ min: onDay('1900-01-01'), max: onDay('2099-12-31') }).map(formatDay);
  const zones = fc.constantFrom(
    'Europe/Stockholm',
    'Pacific/Apia',
    'Australia/Lord_Howe',
    'America/St_Johns',
  );
  fc.assert(
    fc.property(when, zones, (moment, zone) => {
      for (const bounds of [instantBounds, dayBounds]) {
        const [before, on, after, notAfter, notBefore] = (
          ['before', 'on', 'after', 'on-or-before', 'on-or-after'] as const
        ).map((kind) => bounds({ kind, moment }, clock(NOON, zone)) ?? { from: Number.NaN, to: Number.NaN });
        expect(before?.to).toBe((on?.from ?? 0) - 1);
        expect(after?.from).toBe((on?.to ?? 0) + 1);
        expect([notAfter?.from, notAfter?.to]).toEqual([before?.from, on?.to]);
        expect([notBefore?.from, notBefore?.to]).toEqual([on?.from, after?.to]);
      }
    }),
  );
});
