import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeOrder, timeOrder } from './event-order.ts';

interface Timed {
  readonly time: number;
  readonly id: number;
}

/** Few rows and many, near in time and far apart, with ties. */
const rows = fc
  .tuple(fc.constantFrom(5, 50, 5000), fc.constantFrom(3, 70_000, 2 ** 40))
  .chain(([length, span]) =>
    fc.array(fc.record({ time: fc.integer({ min: -span, max: span }), id: fc.nat(3) }), {
      minLength: 0,
      maxLength: length,
      size: 'max',
    }),
  );

function sorted(all: readonly Timed[]): Timed[] {
  return all.toSorted((left, right) => left.time - right.time || left.id - right.id);
}

function timesOf(all: readonly Timed[]): Float64Array {
  return Float64Array.from(all, ({ time }) => time);
}

function idAt(all: readonly Timed[], row: number): number {
  return all[row]?.id ?? 0;
}

test('[SEG-31] events are ordered by time, then id', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const order = timeOrder(timesOf(all), (left, right) => idAt(all, left) - idAt(all, right));
      const ordered = order === undefined ? all : Array.from(order, (row) => all[row]);
      expect(ordered).toEqual(sorted(all));
      if (order !== undefined) expect(new Set(order).size).toBe(all.length);
    }),
    { numRuns: 60 },
  );
});

test('[SEG-31] two ordered runs merge into one', () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const left = sorted(first);
      const right = sorted(second);
      const order = mergeOrder(timesOf(left), timesOf(right), (i, j) => idAt(left, i) - idAt(right, j));
      const both = [...left, ...right];
      const merged = order === undefined ? both : Array.from(order, (row) => both[row]);
      expect(merged).toEqual(sorted(both));
    }),
    { numRuns: 60 },
  );
});
