import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '../../shared/kernel/assert.ts';
import { fold } from '../../shared/kernel/fold.ts';
import { wantedTexts } from '../../shared/testing/arbitrary-values.ts';
import { Dictionary } from './dictionary.ts';
import { decodeDictionary, dictionaryPages } from './dictionary-pages.ts';
import { decodePage, encodePage } from './page.ts';

function stored(dictionary: Dictionary): Dictionary {
  const pages = Array.from(dictionaryPages(dictionary, 1), (page) => {
    const decoded = decodePage(encodePage(page));
    assert(decoded.ok, 'a page that was just made can be read');
    return decoded.value;
  });
  const decoded = decodeDictionary(pages);
  assert(decoded.ok, 'pages that were just made fit together');
  return decoded.value;
}

/** So long that a few of them fill a block. */
const LONG = 'long '.repeat(160_000);

test('each text is an entry of its own, found again over blocks, copies and restarts', () => {
  const texts = fc.array(
    fc.oneof(
      { weight: 12, arbitrary: wantedTexts },
      { weight: 1, arbitrary: fc.nat(6).map((n) => `${LONG}${n}`) },
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const distinct = [...new Set([...first, ...second])];
      const dictionary = new Dictionary();
      for (const text of first) dictionary.add(text);
      const copy = dictionary.copy();
      const again = stored(dictionary);
      for (const each of [dictionary, again]) {
        for (const text of second) each.add(text);
        each.settle();
        expect(each.count).toBe(distinct.length);
        for (const [entry, text] of distinct.entries()) {
          expect(each.find(text)).toBe(entry);
          expect(each.at(entry) === text).toBe(true);
        }
        expect(each.find('not there')).toBe(-1);
      }
      expect(copy.count).toBe(new Set(first).size);
    }),
    { numRuns: 8 },
  );
}, 60_000);

test('entries of several blocks are told apart', () => {
  const texts = Array.from({ length: 18 }, (_, i) => (i % 3 === 0 ? `${LONG}${i}` : `short ${i}`));
  const dictionary = new Dictionary();
  for (const text of texts) dictionary.add(text);
  expect(dictionary.blocks().length).toBeGreaterThan(1);
  const again = stored(dictionary);
  expect(texts.every((text, entry) => again.at(entry) === text && again.find(text) === entry)).toBe(true);
  const isShort = texts.map((text) => (text.startsWith('short') ? 1 : 0));
  expect([...again.match('starts-with', ['short'], false)]).toEqual([0, ...isShort]);
});

test('a search gives the same whether for few or for many values', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(wantedTexts),
      fc.array(wantedTexts, { minLength: 1, maxLength: 40 }),
      (entries, wanted) => {
        const dictionary = new Dictionary();
        for (const entry of entries) dictionary.add(entry);
        const folded = wanted.map(fold);
        const expected = entries.map((entry) => (folded.includes(fold(entry)) ? 1 : 0));
        expect([...dictionary.match('is', folded, false)]).toEqual([0, ...expected]);
        const exact = entries.map((entry) => (wanted.includes(entry) ? 1 : 0));
        expect([...dictionary.match('is', wanted, true)]).toEqual([0, ...exact]);
      },
    ),
  );
});

test('many entries are found before and after an index is worth it', () => {
  const dictionary = new Dictionary();
  for (let i = 0; i < 3000; i++) dictionary.push(`entry ${i}`);
  for (let round = 0; round < 20; round++) {
    expect(dictionary.find(`entry ${round * 137}`)).toBe(round * 137);
    expect(dictionary.find(`entry ${round}x`)).toBe(-1);
  }
});

test('[SEG-43] entries that differ in case only are one class', () => {
  fc.assert(
    fc.property(fc.uniqueArray(wantedTexts), (entries) => {
      const dictionary = new Dictionary();
      for (const entry of entries) dictionary.add(entry);
      const firstOf = (entry: string) => entries.findIndex((other) => fold(other) === fold(entry));
      expect([...dictionary.foldedClasses()]).toEqual(entries.map(firstOf));
    }),
  );
});

test('a costly test runs once an entry, also over copies that grow apart', () => {
  const tested: string[] = [];
  const isLong = (text: string) => {
    tested.push(text);
    return text.length > 1;
  };
  const dictionary = new Dictionary([], ['a', 'bb']);
  expect([...dictionary.passing('long', isLong)]).toEqual([0, 0, 1]);
  const copy = dictionary.copy();
  dictionary.add('ccc');
  copy.add('d');
  expect([...dictionary.passing('long', isLong)]).toEqual([0, 0, 1, 1]);
  expect([...copy.passing('long', isLong)]).toEqual([0, 0, 1, 0]);
  expect(tested).toEqual(['a', 'bb', 'ccc', 'd']);
});

test('texts with halves of surrogate pairs are kept as they are', () => {
  const texts = ['a\ud83d', '\ude00b', '😀', '\ufeffbom', ''];
  const again = stored(new Dictionary([], texts));
  expect(texts.map((_, entry) => again.at(entry))).toEqual(texts);
});
