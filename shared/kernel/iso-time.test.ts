import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatClock, formatInstant, parseInstant, parseIsoTime } from './iso-time.ts';
import { MAX_INSTANT, MIN_INSTANT } from './zone.ts';

test.each([
  ['2024-05-03T10:20:30.400Z', '2024-05-03T10:20:30.400Z'],
  ['2024-05-03 10:20z', '2024-05-03T10:20:00Z'],
  ['2024-05-03T10:20:30+02:00', '2024-05-03T08:20:30Z'],
  ['2024-05-03T00:20:30-0530', '2024-05-03T05:50:30Z'],
  ['2024-05-03T10:20:30+02', '2024-05-03T08:20:30Z'],
  ['2024-05-03T10:20:30.123456Z', '2024-05-03T10:20:30.123Z'],
  ['1969-12-31T23:59:59.9999Z', '1969-12-31T23:59:59.999Z'],
  ['0001-01-01T00:00Z', '0001-01-01T00:00:00Z'],
  ['2024-05-03T10:20', '2024-05-03T08:20:00Z'],
])('%s is the instant %s where Stockholm is local', (text, expected) => {
  expect(formatInstant(parseInstant(text, 'Europe/Stockholm') ?? Number.NaN)).toBe(expected);
});

test.each([
  '2024-05-03T24:00Z',
  '2024-05-03T10:60Z',
  '2024-05-03T10:20:60Z',
  '2024-02-30T10:00Z',
  '2024-05-03T1:00',
  '2024-05-03T10:20+25:00',
  '10:20',
  'now',
])('%s is no time', (text) => {
  expect(parseIsoTime(text)).toBe(undefined);
});

test('a mere day is a day, not an instant', () => {
  expect(parseIsoTime('1970-01-02')).toEqual({ kind: 'day', day: 1 });
  expect(parseInstant('1970-01-02', 'UTC')).toBe(undefined);
});

test('what is written reads back, for every instant', () => {
  fc.assert(
    fc.property(fc.integer({ min: MIN_INSTANT, max: MAX_INSTANT }), (instant) => {
      expect(parseInstant(formatInstant(instant), 'Asia/Kathmandu')).toBe(instant);
    }),
  );
});

test('a clock shows milliseconds only where there are any', () => {
  expect([formatClock(0), formatClock(86_399_005)]).toEqual(['00:00:00', '23:59:59.005']);
});
