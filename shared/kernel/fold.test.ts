import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fold } from './fold.ts';

// Many cases: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const LAST_CODE_POINT = 0x10ffff;

test('[SEG-7] folding twice is folding once, for every code point', () => {
  const changed: string[] = [];
  for (let point = 0; point <= LAST_CODE_POINT; point += 1) {
    const once = fold(String.fromCodePoint(point));
    if (fold(once) !== once) changed.push(point.toString(16));
  }
  expect(changed).toEqual([]);
});

test('[SEG-7] folding twice is folding once, for texts of letters, marks and sigmas', () => {
  const awkward = fc.constantFrom(
    'Σ',
    'ς',
    'σ',
    'İ',
    'ı',
    'ß',
    'ẞ',
    'ŉ',
    'ΐ',
    '\u0345',
    '\u0301',
    '\u0307',
    'ᾳ',
    'ﬁ',
    'K',
    'Ω',
    'a',
    ' ',
  );
  const texts = fc
    .array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 2 })))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('[SEG-7] upper and lower case fold to the same, for every code point', () => {
  const apart: string[] = [];
  for (let point = 0; point <= LAST_CODE_POINT; point += 1) {
    const text = String.fromCodePoint(point);
    if (fold(text.toUpperCase()) !== fold(text)) apart.push(point.toString(16));
  }
  expect(apart).toEqual([]);
});

test('[SEG-7] Straße, STRASSE and STRAẞE are one text', () => {
  expect(new Set(['Straße', 'STRASSE', 'STRAẞE'].map(fold))).toEqual(new Set(['strasse']));
});

test('[SEG-7] a final sigma is a sigma, so ΟΔΟΣΑ contains ΟΔΟΣ', () => {
  expect(fold('ΟΔΟΣΑ')).toContain(fold('ΟΔΟΣ'));
  expect(fold('ὈΔΥΣΣΕΎΣ')).toBe(fold('ὀδυσσεύς'));
});

test('[SEG-7] folding knows no locale: Turkish İ keeps its dot, ı and i are one', () => {
  expect(fold('ISTANBUL')).toBe('istanbul');
  expect(fold('İstanbul')).toBe('i\u0307stanbul');
  expect(fold('ıstanbul')).toBe('istanbul');
});

test('[SEG-7] accents count, however they are composed', () => {
  expect(fold('E\u0301')).toBe('é');
  expect(fold('é')).not.toBe(fold('e'));
});

test('[SEG-7] text without letters stays as it is', () => {
  expect(fold('👩‍👩‍👧 100 %_.*')).toBe('👩‍👩‍👧 100 %_.*');
});
