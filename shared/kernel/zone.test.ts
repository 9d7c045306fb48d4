import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parseDay } from './calendar.ts';
import { formatInstant, parseInstant } from './iso-time.ts';
import {
  dayAt,
  instantToLocal,
  localToInstant,
  MAX_INSTANT,
  MIN_INSTANT,
  parseTimeZone,
  startOfDay,
  zoneOffsets,
} from './zone.ts';

// Many cases: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const ZONES = [
  'Europe/Stockholm',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Asia/Kathmandu',
  'UTC',
];

function at(local: string, zone: string): string {
  const instant = parseInstant(local, zone);
  if (instant === undefined) throw new Error(`${local} is no local time`);
  return formatInstant(instant);
}

function dayStart(date: string, zone: string): string {
  return formatInstant(startOfDay(parseDay(date) ?? Number.NaN, zone));
}

test.each([
  ['Europe/Stockholm', '2024-03-31T02:30', '2024-03-31T01:30:00Z'],
  ['America/New_York', '2024-03-10T02:30', '2024-03-10T07:30:00Z'],
  // The clock goes half an hour forward, from 02:00 to 02:30.
  ['Australia/Lord_Howe', '2024-10-06T02:15', '2024-10-05T15:45:00Z'],
  // 30 December 2011 does not exist: forward by the gap of a day.
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00Z'],
])('[SEG-17] in %s, %s does not exist and moves forward by the gap', (zone, local, instant) => {
  expect(at(local, zone)).toBe(instant);
});

test.each([
  ['Europe/Stockholm', '2024-10-27T02:30', '2024-10-27T00:30:00Z'],
  ['America/New_York', '2024-11-03T01:30', '2024-11-03T05:30:00Z'],
  ['Australia/Lord_Howe', '2024-04-07T01:45', '2024-04-06T14:45:00Z'],
])('[SEG-17] in %s, %s exists twice and is the first', (zone, local, instant) => {
  expect(at(local, zone)).toBe(instant);
});

test('[SEG-17] a day that clocks skipped starts with the next one', () => {
  expect(dayStart('2011-12-29', 'Pacific/Apia')).toBe('2011-12-29T10:00:00Z');
  expect(dayStart('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00Z');
  expect(dayStart('2011-12-31', 'Pacific/Apia')).toBe('2011-12-30T10:00:00Z');
});

test('[SEG-17] where midnight does not exist the day starts after the gap', () => {
  expect(dayStart('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00Z');
});

test('[SEG-16] a day is as long as its zone makes it', () => {
  const hours = (date: string, zone: string) => {
    const day = parseDay(date) ?? Number.NaN;
    return (startOfDay(day + 1, zone) - startOfDay(day, zone)) / 3_600_000;
  };
  expect(hours('2024-03-31', 'Europe/Stockholm')).toBe(23);
  expect(hours('2024-10-27', 'Europe/Stockholm')).toBe(25);
  expect(hours('2024-10-06', 'Australia/Lord_Howe')).toBe(23.5);
  expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0);
});

test('[SEG-15] only names of zones are zones', () => {
  expect(
    ['Europe/Stockholm', 'UTC', 'Nowhere/Land', '', 'Europe/Stockholm; drop'].map(
      (name) => parseTimeZone(name).ok,
    ),
  ).toEqual([true, true, false, false, false]);
});

const instants = fc.integer({ min: Date.parse('1880-01-01'), max: Date.parse('2099-12-01') });

test('[SEG-17] the offsets of a zone give the local day that its clocks show', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), instants, (zone, instant) => {
      expect(dayAt(instant, zoneOffsets(zone))).toBe(instantToLocal(instant, zone).day);
    }),
  );
});

test('[SEG-17] the offsets change at the very instant the clocks change', () => {
  const offsets = zoneOffsets('Pacific/Apia');
  const skipped = Date.parse('2011-12-30T10:00:00Z');
  expect(
    [dayAt(skipped - 1, offsets), dayAt(skipped, offsets)].map((day) => day - (parseDay('2011-12-29') ?? 0)),
  ).toEqual([0, 2]);
});

test('[SEG-17] an instant reads on its clock as a time that leads back to it, or to the first of two', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), instants, (zone, instant) => {
      const back = localToInstant(instantToLocal(instant, zone), zone);
      expect([0, 30, 60, 120].map((minutes) => minutes * 60_000)).toContain(instant - back);
    }),
  );
});

test('the first and last instants are in the years 0001 and 9999', () => {
  expect([MIN_INSTANT, MAX_INSTANT].map(formatInstant)).toEqual([
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
  ]);
  expect(startOfDay(parseDay('0001-01-01') ?? 0, 'Asia/Tokyo')).toBe(MIN_INSTANT);
});
