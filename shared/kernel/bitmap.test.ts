import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bitmap } from './bitmap.ts';

/** A length and two subsets of the ordinals below it. */
const sets = fc.integer({ min: 0, max: 200 }).chain((length) => {
  const subset = fc.uniqueArray(fc.nat({ max: Math.max(0, length - 1) }), { maxLength: length });
  return fc.tuple(
    fc.constant(length),
    length === 0 ? fc.constant([]) : subset,
    length === 0 ? fc.constant([]) : subset,
  );
});

test('[SEG-1] a set and its complement split everyone in two', () => {
  fc.assert(
    fc.property(sets, ([length, members]) => {
      const inside = Bitmap.of(length, members);
      const outside = inside.not();
      expect(inside.count() + outside.count()).toBe(length);
      expect(inside.and(outside).isEmpty()).toBe(true);
      expect(inside.or(outside).equals(Bitmap.full(length))).toBe(true);
    }),
  );
});

test('[SEG-28] set algebra on bitmaps is set algebra', () => {
  fc.assert(
    fc.property(sets, ([length, a, b]) => {
      const left = Bitmap.of(length, a);
      const right = Bitmap.of(length, b);
      const inB = new Set(b);
      const both = a.filter((ordinal) => inB.has(ordinal));
      expect(left.and(right).equals(Bitmap.of(length, both))).toBe(true);
      expect(left.or(right).equals(Bitmap.of(length, [...a, ...b]))).toBe(true);
      expect(left.andNot(right).toArray()).toEqual(
        a.filter((ordinal) => !inB.has(ordinal)).sort((x, y) => x - y),
      );
      expect(left.orNot(right).equals(right.andNot(left).not())).toBe(true);
      expect(left.countAnd(right)).toBe(both.length);
      expect(left.countOr(right)).toBe(new Set([...a, ...b]).size);
      expect(left.clone().andWith(right).count()).toBe(both.length);
      expect(left.toArray()).toEqual([...a].sort((x, y) => x - y));
    }),
  );
});

test('[SEG-28] a page of members is a slice of them in order', () => {
  fc.assert(
    fc.property(sets, fc.nat({ max: 60 }), fc.nat({ max: 60 }), ([length, members], offset, limit) => {
      const sorted = [...members].sort((x, y) => x - y);
      expect([...Bitmap.of(length, members).slice(offset, limit)]).toEqual(
        sorted.slice(offset, offset + limit),
      );
    }),
  );
});

test('a set that is resized keeps the members that fit, and no others', () => {
  fc.assert(
    fc.property(sets, fc.nat({ max: 250 }), ([length, members], next) => {
      const resized = Bitmap.of(length, members).resized(next);
      expect(resized.toArray()).toEqual(members.filter((ordinal) => ordinal < next).sort((x, y) => x - y));
      expect(resized.not().count()).toBe(next - resized.count());
    }),
  );
});

test('adding and removing members changes just them', () => {
  const set = new Bitmap(70);
  set.add(0);
  set.add(31);
  set.add(69);
  set.remove(31);
  set.set(32, true);
  set.set(0, false);
  expect(set.toArray()).toEqual([32, 69]);
  expect(set.has(69)).toBe(true);
  expect(set.has(70)).toBe(false);
  expect(set.has(5000)).toBe(false);
});
