import { expect, test } from 'vitest';
import { normalizeText } from './text.ts';

test('[SEG-7] stored text is NFC and keeps its case', () => {
  expect(normalizeText('Cafe\u0301')).toBe('Café');
});

test('[SEG-7] half a surrogate pair becomes the replacement character, a whole one stays', () => {
  expect(normalizeText('a\ud83d b')).toBe('a\ufffd b');
  expect(normalizeText('😀')).toBe('😀');
});
