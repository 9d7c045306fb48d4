import { expect, test } from 'vitest';
import { knownZones, zoneOffset } from './time-zones.ts';

test('[SEG-15] the workspace’s zone is always offered, once', () => {
  const zones = knownZones('Europe/Stockholm');
  expect(zones.filter((zone) => zone === 'Europe/Stockholm')).toHaveLength(1);
  expect(zones).toContain('UTC');
  expect(knownZones('+02:00')).toContain('+02:00');
});

test('a zone says its offset of the season', () => {
  expect(zoneOffset('Europe/Stockholm', Date.UTC(2026, 0, 1))).toBe('GMT+1');
  expect(zoneOffset('Europe/Stockholm', Date.UTC(2026, 6, 1))).toBe('GMT+2');
});
