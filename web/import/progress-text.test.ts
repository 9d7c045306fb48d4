import { expect, test } from 'vitest';
import type { ImportProgress } from '../../shared/import-api.ts';
import { progressNote, progressShare } from './progress-text.ts';

const progress = (changed: Partial<ImportProgress> = {}): ImportProgress => ({
  phase: 'reading',
  bytesRead: 500,
  bytesTotal: 1000,
  rows: 41_200,
  failedRows: 0,
  rowsPerSecond: 8100.4,
  secondsLeft: 12,
  ...changed,
});

test('the note says rows, rate and time left', () => {
  expect(progressNote(progress())).toBe('41,200 rows, 8,100 a second, 12 seconds left');
  expect(progressNote(progress({ secondsLeft: 300 }))).toMatch(/5 minutes left$/);
  expect(progressNote(progress({ secondsLeft: null }))).toBe('41,200 rows, 8,100 a second');
  expect(progressNote(progress({ phase: 'writing' }))).toBe('41,200 rows, nearly done');
});

test('the bar is never full before the end', () => {
  expect(progressShare(undefined)).toBeNull();
  expect(progressShare(progress())).toBeCloseTo(0.48);
  expect(progressShare(progress({ bytesRead: 1000 }))).toBeLessThan(1);
});
