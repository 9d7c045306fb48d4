import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compareCodePoints, sortedSet } from './order.ts';

// Many cases: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function byCodePoint(left: string, right: string): number {
  const a = Array.from(left, (character) => character.codePointAt(0) ?? 0);
  const b = Array.from(right, (character) => character.codePointAt(0) ?? 0);
  const at = a.findIndex((point, index) => point !== b[index]);
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

test('[SEG-31] texts are ordered by code points, emoji last', () => {
  expect(['😀', '\uffee', 'é', 'z', 'Z', ''].sort(compareCodePoints)).toEqual([
    '',
    'Z',
    'z',
    'é',
    '\uffee',
    '😀',
  ]);
});

test('[SEG-31] the order is that of code points for any two texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
      expect(Math.sign(compareCodePoints(left, right))).toBe(Math.sign(byCodePoint(left, right)));
    }),
  );
});

test('a sorted set has no repeats', () => {
  expect(sortedSet(['b', 'a', 'b'])).toEqual(['a', 'b']);
});
