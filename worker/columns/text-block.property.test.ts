import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../shared/kernel/fold.ts';
import { normalizeText } from '../../shared/kernel/text.ts';
import { wantedTexts } from '../../shared/testing/arbitrary-values.ts';
import { TextBlock, type TextMatch } from './text-block.ts';

/** The separator, too, may occur in an entry. */
const texts = fc.oneof(
  { weight: 5, arbitrary: wantedTexts.map(normalizeText) },
  { weight: 1, arbitrary: fc.constantFrom('\0', 'a\0b', '\0a', 'b\0', 'Σ', 'ΑΣ', 'İ', 'ǰ', '\u0301x') },
);

function matches(how: TextMatch, text: string, needle: string): boolean {
  switch (how) {
    case 'is':
      return text === needle;
    case 'contains':
      return text.includes(needle);
    case 'starts-with':
      return text.startsWith(needle);
    case 'ends-with':
      return text.endsWith(needle);
  }
}

test('[SEG-7] a block searches its entries as if each were folded and searched by itself', () => {
  const hows = fc.constantFrom<TextMatch>('is', 'contains', 'starts-with', 'ends-with');
  fc.assert(
    fc.property(fc.array(texts), texts, hows, fc.boolean(), (entries, wanted, how, exact) => {
      const needle = exact ? wanted : fold(wanted);
      const marks = new Uint8Array(entries.length + 1);
      TextBlock.of(entries).mark({ how, needle, exact }, marks, 1);
      const expected = entries.map((entry) => (matches(how, exact ? entry : fold(entry), needle) ? 1 : 0));
      expect([...marks]).toEqual([0, ...expected]);
    }),
    { numRuns: 1000 },
  );
});

test('[SEG-7] entries fold together as they fold alone', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 6 }).map(normalizeText)), (entries) => {
      const block = TextBlock.of(entries);
      expect(entries.map((_, i) => block.foldedAt(i))).toEqual(entries.map(fold));
      expect(entries.map((_, i) => block.at(i))).toEqual(entries);
    }),
    { numRuns: 500 },
  );
});

test('a block is what its text and lengths say, or nothing', () => {
  fc.assert(
    fc.property(fc.array(texts), (entries) => {
      const block = TextBlock.of(entries);
      const again = TextBlock.from(block.text, block.lengths());
      expect(entries.map((_, i) => again?.at(i))).toEqual(entries);
      expect(TextBlock.from(`${block.text}x`, block.lengths())).toBeUndefined();
      expect(TextBlock.from(block.text, [...block.lengths(), 1])).toBeUndefined();
    }),
  );
});
