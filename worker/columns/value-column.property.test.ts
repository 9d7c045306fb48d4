import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assert } from '../../shared/kernel/assert.ts';
import type { ValueType } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import { storedValues } from '../../shared/testing/arbitrary-values.ts';
import type { ValueColumn } from './column.ts';
import { decodePage, encodePage, ROWS_PER_PAGE } from './page.ts';
import { appendColumn, createValueColumn, decodeValueColumn, setValue } from './value-column.ts';

const TYPES: readonly ValueType[] = ['text', 'number', 'yes-no', 'date', 'timestamp', 'list'];
const NOW = Date.UTC(2024, 4, 10, 12);

/** Writes in any order: gaps, overwriting, clearing, growing. */
function writes(
  type: ValueType,
): fc.Arbitrary<readonly (readonly [row: number, value: Value | undefined])[]> {
  return fc.array(fc.tuple(fc.nat(80), storedValues(type, NOW)), { maxLength: 60 });
}

function written(type: ValueType, all: readonly (readonly [number, Value | undefined])[]): ValueColumn {
  const column = createValueColumn(type);
  for (const [row, value] of all) setValue(column, row, value);
  return column;
}

function valuesOf(column: ValueColumn, rows = 90): (Value | undefined)[] {
  return Array.from({ length: rows }, (_, row) => column.get(row));
}

function stored(column: ValueColumn): ValueColumn {
  const pages = Array.from(column.pages(), (page) => {
    const decoded = decodePage(encodePage(page));
    assert(decoded.ok, 'a page that was just made can be read');
    return decoded.value;
  });
  const decoded = decodeValueColumn(pages);
  assert(decoded.ok, 'pages that were just made fit together');
  return decoded.value;
}

function present(column: ValueColumn, from: number, to: number): number[] {
  const words = column.present({ from, to });
  const rows: number[] = [];
  for (let bit = 0; bit < words.length * 32; bit++) {
    if ((((words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1) rows.push(from + bit);
  }
  return rows;
}

describe.each(TYPES)('a column of type %s', (type) => {
  test('[SEG-3] gives back the last value written to each row, and none elsewhere', () => {
    fc.assert(
      fc.property(writes(type), (all) => {
        const model = new Map(all);
        const column = written(type, all);
        expect(valuesOf(column)).toEqual(Array.from({ length: 90 }, (_, row) => model.get(row)));
        const filled = [...model].filter(([, value]) => value !== undefined).map(([row]) => row);
        expect(present(column, 0, 90)).toEqual(filled.sort((a, b) => a - b));
        expect(present(column, 32, 70)).toEqual(filled.filter((row) => row >= 32 && row < 70));
      }),
    );
  });

  test('is the same after it was stored, settled, or copied, and a copy lives apart', () => {
    fc.assert(
      fc.property(writes(type), writes(type), (all, more) => {
        const column = written(type, all);
        const before = valuesOf(column);
        const copy = column.copy();
        assert(copy.kind === column.kind, 'a copy is of the same kind');
        expect(valuesOf(stored(column))).toEqual(before);
        column.settle();
        expect(valuesOf(column)).toEqual(before);
        for (const [row, value] of more) setValue(column, row, value);
        expect(valuesOf(copy)).toEqual(before);
        expect(valuesOf(stored(column))).toEqual(valuesOf(column));
      }),
    );
  });

  test('a stored column takes more values', () => {
    fc.assert(
      fc.property(writes(type), writes(type), (all, more) => {
        const column = stored(written(type, all));
        for (const [row, value] of more) setValue(column, row, value);
        expect(valuesOf(column)).toEqual(valuesOf(written(type, [...all, ...more])));
      }),
    );
  });

  test('can be put into another order, and after another column', () => {
    fc.assert(
      fc.property(writes(type), writes(type), fc.array(fc.nat(85), { maxLength: 40 }), (all, more, order) => {
        const column = written(type, all);
        const gathered = column.gathered(Uint32Array.from(order));
        expect(order.map((_, i) => gathered.get(i))).toEqual(order.map((row) => column.get(row)));
        expect(gathered.get(order.length)).toBeUndefined();
        const second = written(type, more);
        appendColumn(column, 90, second);
        expect(valuesOf(column, 180)).toEqual([...valuesOf(written(type, all)), ...valuesOf(second)]);
      }),
    );
  });
});

test('a column of more than a page is put together again', () => {
  const rows = ROWS_PER_PAGE + 100;
  const samples: Readonly<Record<ValueType, (row: number) => Value>> = {
    text: (row) => `t${row % 300}`,
    number: (row) => (row % 1000) / 4,
    'yes-no': (row) => row % 3 === 0,
    date: (row) => row % 20_000,
    timestamp: (row) => row * 1001,
    list: (row) => ['a', `b${row % 5}`],
  };
  for (const type of TYPES) {
    const column = createValueColumn(type);
    const sample = samples[type];
    for (let row = 0; row < rows; row++) if (row % 7 !== 0) setValue(column, row, sample(row));
    expect([...column.pages()].length).toBeGreaterThan(1);
    const again = stored(column);
    for (const row of [0, 1, 7, ROWS_PER_PAGE - 1, ROWS_PER_PAGE, ROWS_PER_PAGE + 1, rows - 1]) {
      expect(again.get(row)).toEqual(row % 7 === 0 ? undefined : sample(row));
    }
    const all = { from: 0, to: rows + 50 };
    const present = again.present(all);
    expect(column.present(all).every((word, i) => word === present[i])).toBe(true);
  }
});

test('[SEG-9] numbers take the narrowest array that holds them, scaled by their places', () => {
  const bytesOf = (values: readonly number[]) =>
    written(
      'number',
      values.map((value, row) => [row, value]),
    ).copy().bytes;
  const many = Array.from({ length: 16 }, (_, i) => i);
  expect(bytesOf(many)).toBe(16);
  expect(bytesOf(many.map((i) => i / 100))).toBe(16);
  expect(bytesOf(many.map((i) => i * 100))).toBe(32);
  expect(bytesOf(many.map((i) => i * -100))).toBe(32);
  expect(bytesOf(many.map((i) => i * 1000 + 0.25))).toBe(64);
  expect(bytesOf(many.map((i) => i * 1e6 + 0.25))).toBe(64);
  expect(bytesOf(many.map((i) => i * 1e9))).toBe(128);
});
