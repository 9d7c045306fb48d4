import { expect, test } from 'vitest';
import { formatDay } from '../../shared/kernel/calendar.ts';
import { exampleDay, exampleNumber } from './ask-examples.ts';

const day = (samples: readonly string[], order: Parameters<typeof exampleDay>[1]) => {
  const found = exampleDay(samples, order);
  return found === undefined ? undefined : formatDay(found);
};

test('an example shows what each order would make of the file', () => {
  const samples = ['05/05/1960', '08/10/1962'];
  expect(day(samples, 'day-first')).toBe('1962-10-08');
  expect(day(samples, 'month-first')).toBe('1962-08-10');
  expect(day(samples, 'year-first')).toBeUndefined();
  expect(day(['1.2.99'], 'day-first')).toBe('1999-02-01');
  expect(day(['soon'], 'day-first')).toBeUndefined();
});

test('an example shows what each decimal mark would make of the file', () => {
  expect(exampleNumber(['900', '$1,250 '], 'point')).toBe(1250);
  expect(exampleNumber(['900', '$1,250 '], 'comma')).toBe(1.25);
  expect(exampleNumber(['900'], 'comma')).toBeUndefined();
});
