import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localToInstant, zoneOffsets } from '../../../shared/kernel/zone.ts';
import { createLocalReader } from './local-time.ts';

const DAY_MS = 86_400_000;
const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Monrovia',
  'America/Sao_Paulo',
  '+05:30',
];

test('[SEG-17] local times are the instants that the slow way gives, in gaps and overlaps above all', () => {
  for (const zone of ZONES) {
    const read = createLocalReader(zone);
    const { from, offsetMs } = zoneOffsets(zone);
    const steps = from.map((_, index) => index);
    const aroundStep = fc
      .record({ step: fc.constantFrom(...steps), aside: fc.integer({ min: -130, max: 130 }) })
      .map(
        ({ step, aside }) =>
          Math.max(from[step] ?? 0, Date.UTC(1, 0, 3)) + (offsetMs[step] ?? 0) + aside * 60_000,
      );
    const anywhere = fc.integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2120, 0, 1) });
    fc.assert(
      fc.property(fc.oneof(aroundStep, anywhere), (localMs) => {
        const day = Math.floor(localMs / DAY_MS);
        const local = { day, clockMs: localMs - day * DAY_MS };
        expect(read(local)).toBe(localToInstant(local, zone));
      }),
      { numRuns: 300 },
    );
  }
}, 30_000);
