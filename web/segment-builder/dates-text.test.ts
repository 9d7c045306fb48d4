import { expect, test } from 'vitest';
import { datesText } from './dates-text.ts';

const zone = 'Europe/Berlin';
const day = (text: string) => Date.parse(text) / 86_400_000;

test('[SEG-21] a span of days is written with both ends, one day once', () => {
  const span = { kind: 'days', from: day('2025-03-01'), to: day('2025-03-31') } as const;
  expect(datesText(span, zone)).toMatch(/Mar.* – .*Mar/);
  expect(datesText({ ...span, to: span.from }, zone)).not.toContain('–');
});

test('[SEG-21] an open end is said, not left out', () => {
  expect(datesText({ kind: 'days', from: null, to: day('2025-03-31') }, zone)).toMatch(/^Until/);
  expect(datesText({ kind: 'days', from: day('2025-03-31'), to: null }, zone)).toMatch(/^From/);
});

test('[SEG-15] instants are written in the zone of the workspace', () => {
  const at = Date.parse('2025-06-30T22:30:00Z');
  expect(datesText({ kind: 'instants', from: at, to: null }, zone)).toMatch(/1.*Jul|Jul.*1/);
});

test('[SEG-20] anniversaries over the new year are one span', () => {
  const monthDays = [101, 102, 103, 1229, 1230, 1231];
  expect(datesText({ kind: 'month-days', monthDays }, zone)).toMatch(/29.*Dec|Dec.*29.* – /);
  expect(datesText({ kind: 'month-days', monthDays }, zone)).toMatch(/ – .*(3 Jan|Jan 3)/);
});

test('no day at all is said', () => {
  expect(datesText({ kind: 'month-days', monthDays: [] }, zone)).toBe('No such day');
});
