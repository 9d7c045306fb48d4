import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodeArray, NarrowArray } from './narrow-array.ts';
import { scanLookup, scanMarks, scanRange } from './scan.ts';

/** Longer than the chunks that scans work in, at times. */
const lengths = fc.oneof(fc.nat(200), fc.integer({ min: 8_150, max: 8_300 }));

function rowsOf(words: Uint32Array, from: number): number[] {
  const rows: number[] = [];
  for (const [i, word] of words.entries()) {
    for (let bit = 0; bit < 32; bit++) if (((word >>> bit) & 1) === 1) rows.push(from + i * 32 + bit);
  }
  return rows;
}

const narrowArrays: fc.Arbitrary<NarrowArray> = lengths.chain((length) => {
  const size = { minLength: length, maxLength: length };
  return fc.oneof(
    fc.uint8Array(size),
    fc.uint16Array(size),
    fc.int16Array(size),
    fc.int32Array(size),
    fc.float64Array({ ...size, noNaN: true }),
  );
});

const bounds = fc.oneof(
  fc.constantFrom(-Infinity, Infinity, -0x80000000, 0x7fffffff, 0, 255, 256, -1, 0.5),
  fc.integer(),
  fc.integer({ min: -300, max: 300 }),
);

test('a scan for a range finds the rows in it, whatever the width of the values', () => {
  fc.assert(
    fc.property(narrowArrays, bounds, bounds, fc.nat(4), (values, min, max, skipped) => {
      const from = Math.min(skipped * 32, values.length & ~31);
      const rows = { from, to: values.length };
      const expected = Array.from(values, (value, row) =>
        row >= from && value >= min && value <= max ? row : -1,
      );
      expect(rowsOf(scanRange(values, min, max, rows), from)).toEqual(expected.filter((row) => row >= 0));
    }),
    { numRuns: 500 },
  );
});

test('a scan for marked codes finds the rows that have one', () => {
  const codeArrays: fc.Arbitrary<CodeArray> = lengths.chain((length) => {
    const size = { minLength: length, maxLength: length, max: 7 };
    return fc.oneof(fc.uint8Array(size), fc.uint16Array(size), fc.uint32Array(size));
  });
  fc.assert(
    fc.property(
      codeArrays,
      fc.uint8Array({ minLength: 8, maxLength: 8, max: 1 }),
      fc.nat(4),
      (codes, marks, skipped) => {
        const from = Math.min(skipped * 32, codes.length & ~31);
        const expected = Array.from(codes, (code, row) => (row >= from && marks[code] === 1 ? row : -1));
        const found = scanMarks(codes, marks, { from, to: codes.length });
        expect(rowsOf(found, from)).toEqual(expected.filter((row) => row >= 0));
      },
    ),
  );
});

test('a look-up by value finds the rows whose value is marked', () => {
  fc.assert(
    fc.property(
      narrowArrays,
      fc.integer({ min: -300, max: 300 }),
      fc.uint8Array({ max: 1 }),
      (values, first, marks) => {
        fc.pre(!(values instanceof Float64Array));
        const expected = Array.from(values, (value, row) => (marks[value - first] === 1 ? row : -1));
        const found = scanLookup(values, { first, marks }, { from: 0, to: values.length });
        expect(rowsOf(found, 0)).toEqual(expected.filter((row) => row >= 0));
      },
    ),
  );
});
