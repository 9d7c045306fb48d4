import fc from 'fast-check';
import { MAX_DAY, MIN_DAY } from '../kernel/calendar.ts';
import { normalizeText } from '../kernel/text.ts';
import type { Day, Instant, LeapDay, TimeZone, WeekStart } from '../kernel/time.ts';
import { MAX_INSTANT, MIN_INSTANT } from '../kernel/zone.ts';
import type { ValueType } from '../profile/data-model.ts';
import type { Value } from '../profile/value.ts';
import { at, onDay } from './builders.ts';

/** Few and awkward, so that values and what is searched for meet. */
const TEXTS = [
  'Stockholm',
  'STOCKHOLM',
  'Straße',
  'STRASSE',
  'STRAẞE 5',
  'ΟΔΟΣ',
  'ΟΔΟΣΑ',
  'όδος',
  'Café',
  'Cafe\u0301',
  'cafe',
  'İstanbul',
  'ISTANBUL',
  'ıstanbul',
  '😀',
  '👩‍👩‍👧 x',
  '\uffee',
  '100%',
  'a_b',
  'a.b',
  '.*',
  '007',
  'true',
  '9007199254740993',
  'ﬁ',
  'q\u0307\u0323',
] as const;

/** What may be searched for: whole values, parts of them, and now and then anything. */
export const wantedTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('s', 'S', 'st', 'ß', 'σ', 'ς', 'é', 'i', '%', '_', '.', '*', '😀', ' ', 'b'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
);

/** Text as stored, or `undefined` where nothing is left of it. */
export const storedTexts: fc.Arbitrary<string | undefined> = wantedTexts.map(
  (text) => normalizeText(text).trim() || undefined,
);

export const decimals: fc.Arbitrary<number> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      0,
      1,
      2,
      3,
      -1,
      -2.5,
      0.1,
      0.2,
      0.3,
      0.5,
      0.8,
      17.5,
      18,
      100,
      0.000001,
      -0.000001,
      19.99,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      999_999_999_999_999,
      -999_999_999_999_999,
      1_234_567_890.12345,
      4_503_599_627.3705,
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: storableDecimals() },
);

/** Any number of up to 15 digits and 6 places. */
function storableDecimals(): fc.Arbitrary<number> {
  const most = 999_999_999_999_999;
  return fc
    .tuple(fc.integer({ min: -most, max: most }), fc.nat(6))
    .map(([digits, places]) => Number(`${digits}e-${places}`) + 0);
}

/** Clocks on the edges: changes of the clock, the skipped day, leap days, year's end, odd offsets. */
const CLOCKS: readonly (readonly [TimeZone, string])[] = [
  ['Europe/Stockholm', '2024-05-10T12:00+02:00'],
  ['Europe/Stockholm', '2024-03-31T03:00+02:00'],
  ['Europe/Stockholm', '2024-04-01T02:30+02:00'],
  ['Europe/Stockholm', '2024-10-27T02:30+01:00'],
  ['America/New_York', '2024-11-03T01:30-05:00'],
  ['America/New_York', '2025-03-10T00:00-04:00'],
  ['Australia/Lord_Howe', '2024-10-06T12:00+11:00'],
  ['Australia/Lord_Howe', '2024-04-07T01:45+10:30'],
  ['Pacific/Apia', '2011-12-31T00:00+14:00'],
  ['Pacific/Apia', '2012-01-03T09:00+14:00'],
  ['Asia/Kathmandu', '2024-02-29T23:59:59.999+05:45'],
  ['America/St_Johns', '2009-11-01T00:00:30-02:30'],
  ['UTC', '2024-12-31T23:59:59.999Z'],
  ['UTC', '2023-02-28T00:00Z'],
  ['UTC', '2023-03-01T00:00Z'],
];

export interface ArbitraryClock {
  readonly now: Instant;
  readonly timeZone: TimeZone;
  readonly weekStart: WeekStart;
  readonly leapDay: LeapDay;
}

export const clocks: fc.Arbitrary<ArbitraryClock> = fc
  .record({
    clock: fc.constantFrom(...CLOCKS),
    weekStart: fc.constantFrom('monday', 'sunday', 'saturday'),
    leapDay: fc.constantFrom('february-28', 'march-1'),
  })
  .map(({ clock: [timeZone, now], weekStart, leapDay }) => ({ now: at(now), timeZone, weekStart, leapDay }));

const HOUR_MS = 3_600_000;

/** Instants near a clock, on its windows' edges, and the first and last there are. */
export function instantsAround(now: Instant): fc.Arbitrary<Instant> {
  const steps = [0, 1, 24, 25, 23, 23.5, 48, 7 * 24, 30 * 24, 31 * 24, 365 * 24];
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...steps), fc.constantFrom(-1, 0, 1), fc.constantFrom(-1, 1, -1))
        .map(([hours, slip, side]) => now + side * hours * HOUR_MS + slip),
    },
    {
      weight: 2,
      arbitrary: fc.integer({ min: -400 * 24, max: 30 * 24 }).map((hours) => now + hours * HOUR_MS),
    },
    { weight: 1, arbitrary: fc.constantFrom(MIN_INSTANT, MAX_INSTANT, at('2000-02-29T12:00Z'), 0, -1) },
  );
}

/** Days near a clock, leap days and their neighbours in many years, and the first and last there are. */
export function daysAround(now: Instant): fc.Arbitrary<Day> {
  const today = Math.floor(now / (24 * HOUR_MS));
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(-366, -365, -31, -30, -8, -7, -2, -1, 0, 1, 2, 7, 30)
        .map((step) => today + step),
    },
    { weight: 2, arbitrary: fc.integer({ min: -30_000, max: 400 }).map((step) => today + step) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('2000-02-28', '2000-02-29', '2000-03-01', '2004-02-29', '1999-12-31', '1980-01-01')
        .map(onDay),
    },
    { weight: 1, arbitrary: fc.constantFrom(MIN_DAY, MAX_DAY) },
  );
}

/** A value as it would be stored for `type`, or none. */
export function storedValues(type: ValueType, now: Instant): fc.Arbitrary<Value | undefined> {
  return fc.option(presentValues(type, now), { nil: undefined, freq: 4 });
}

function presentValues(type: ValueType, now: Instant): fc.Arbitrary<Value | undefined> {
  switch (type) {
    case 'text':
      return storedTexts;
    case 'number':
      return decimals;
    case 'yes-no':
      return fc.boolean();
    case 'date':
      return daysAround(now);
    case 'timestamp':
      return instantsAround(now);
    case 'list':
      return fc
        .array(storedTexts, { maxLength: 4 })
        .map((items) => items.filter((item) => item !== undefined))
        .map((items) => (items.length === 0 ? undefined : items));
  }
}
