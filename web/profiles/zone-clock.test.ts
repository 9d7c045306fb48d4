import { expect, test } from 'vitest';
import { parseIsoTime } from '../../shared/kernel/iso-time.ts';
import { localToInstant } from '../../shared/kernel/zone.ts';
import { clockToInstant, instantToClock } from './zone-clock.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Australia/Lord_Howe',
];

test('a clock reads as the same instant that the rules of time give', () => {
  for (const zone of ZONES) {
    for (let hour = 0; hour < 24 * 400; hour += 1) {
      const clock = new Date(Date.UTC(2011, 5, 1) + hour * 3_600_000).toISOString().slice(0, 16);
      const time = parseIsoTime(clock);
      if (time?.kind !== 'local') throw new Error(clock);
      expect(clockToInstant(clock, zone), `${clock} ${zone}`).toBe(localToInstant(time, zone));
    }
  }
});

test('[SEG-17] a time that does not exist moves forward, one that exists twice is the first', () => {
  expect(clockToInstant('2026-03-29T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30:00Z'));
  expect(clockToInstant('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30:00Z'));
});

test('an instant is shown to the minute, and to the second where there are seconds', () => {
  expect(instantToClock(Date.parse('2026-07-01T10:05:00Z'), 'Europe/Berlin')).toBe('2026-07-01T12:05');
  expect(instantToClock(Date.parse('2026-07-01T10:05:09.250Z'), 'Europe/Berlin')).toBe('2026-07-01T12:05:09');
  expect(instantToClock(-1, 'UTC')).toBe('1969-12-31T23:59:59');
});

test('what is no time is none', () => {
  expect(clockToInstant('', 'UTC')).toBeUndefined();
  expect(clockToInstant('2026-02-30T10:00', 'UTC')).toBeUndefined();
});
