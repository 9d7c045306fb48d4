import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '../../shared/kernel/assert.ts';
import { compareCodePoints } from '../../shared/kernel/order.ts';
import { IdColumn } from './id-column.ts';
import { decodePage, encodePage } from './page.ts';

const ids = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.uuid()) },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(fc.uuid(), fc.constantFrom('a', '', '\uffee', '😀', '0'.repeat(36)))),
  },
  { weight: 1, arbitrary: fc.array(fc.uuid().map((id) => id.toUpperCase())) },
);

function columnOf(all: readonly string[]): IdColumn {
  const column = new IdColumn();
  for (const id of all) column.push(id);
  return column;
}

function stored(column: IdColumn): IdColumn {
  const pages = Array.from(column.pages(), (page) => {
    const decoded = decodePage(encodePage(page));
    assert(decoded.ok, 'a page that was just made can be read');
    return decoded.value;
  });
  const decoded = IdColumn.decode(pages);
  assert(decoded.ok, 'pages that were just made fit together');
  return decoded.value;
}

test('[SYN-3] ids are kept word for word and found again, UUIDs or not', () => {
  fc.assert(
    fc.property(ids, ids, (all, more) => {
      const copy = columnOf(all).copy();
      for (const column of [columnOf(all), stored(columnOf(all)), copy]) {
        // A look-up first, so that the index has to follow what comes after.
        column.find(all[0] ?? '');
        for (const id of more) column.push(id);
        const both = [...all, ...more];
        expect(both.map((_, row) => column.get(row))).toEqual(both);
        for (const id of both) expect(both[column.find(id)]).toBe(id);
        expect(column.find('unheard of')).toBe(-1);
        const last = both.lastIndexOf(both[0] ?? '');
        if (last >= 0) expect(column.find(both[0] ?? '', (row) => row === last)).toBe(last);
      }
    }),
  );
});

test('[SEG-31] ids are ordered by code points, also between two columns', () => {
  fc.assert(
    fc.property(ids, ids, (left, right) => {
      const columns = [columnOf(left), columnOf(right)] as const;
      for (const [i, a] of left.entries()) {
        for (const [j, b] of right.entries()) {
          expect(Math.sign(columns[0].compareWith(i, columns[1], j))).toBe(
            Math.sign(compareCodePoints(a, b)),
          );
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('16 bytes a UUID, and rows can be put into another order', () => {
  const all = ['018f0a1b-2c3d-7e4f-8a5b-6c7d8e9f0a1b', 'ffffffff-ffff-4fff-bfff-ffffffffffff'];
  const column = columnOf(all);
  column.settle();
  expect(column.bytes).toBe(32);
  const swapped = column.gathered(Uint32Array.of(1, 0, 1));
  expect([0, 1, 2].map((row) => swapped.get(row))).toEqual([all[1], all[0], all[1]]);
  expect(columnOf(['x', 'y']).gathered(Uint32Array.of(1)).get(0)).toBe('y');
});
