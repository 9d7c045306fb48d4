import { unreachable } from '../../shared/kernel/assert.ts';
import { wordCount } from '../../shared/kernel/bitmap.ts';
import type { ResolvedTest } from '../../shared/segment/resolved.ts';
import type { ValueColumn } from '../columns/column.ts';
import type { ListColumn } from '../columns/list-column.ts';
import type { NumberColumn } from '../columns/number-column.ts';
import { type RowRange, scanLookup, scanRange } from '../columns/scan.ts';
import { countBounds, scaledBounds } from './number-bounds.ts';
import { dayMarks, timestampsOnMonthDays } from './test-month-day.ts';

/**
 * Rows whose value meets a test, as words of 32 rows. A missing value meets none (SEG-3), nor does a
 * value of a type that the test is not for. `undefined` is a column without any values.
 */
export function testValues(column: ValueColumn | undefined, test: ResolvedTest, rows: RowRange): Uint32Array {
  if (column === undefined) return nobody(rows);
  switch (test.kind) {
    case 'has-value':
      return column.present(rows);
    case 'text':
      return column.kind === 'text'
        ? column.marked(column.dictionary.match(test.how, test.values, test.exact), rows)
        : nobody(rows);
    case 'number-range':
      return isNumeric(column) ? testNumbers(column, scaledBounds(test, column.places), rows) : nobody(rows);
    case 'day-range':
      if (!isNumeric(column)) return nobody(rows);
      return testNumbers(column, scaledBounds({ ...test, ...CLOSED }, column.places), rows);
    case 'instant-range':
      return column.kind === 'timestamp' ? column.within(test.from, test.to, rows) : nobody(rows);
    case 'boolean':
      return column.kind === 'yes-no' ? column.is(test.value, rows) : nobody(rows);
    case 'month-day':
      if (column.kind === 'timestamp') return timestampsOnMonthDays(column, test, rows);
      return isNumeric(column) ? testMonthDays(column, test.monthDays, rows) : nobody(rows);
    case 'list-has':
      return column.kind === 'list' ? testItems(column, test, rows) : nobody(rows);
    case 'list-length': {
      const { min, max } = countBounds(test.range);
      return column.kind === 'list'
        ? column.where((words) => words.length >= min && words.length <= max, rows)
        : nobody(rows);
    }
    default:
      return unreachable(test);
  }
}

const CLOSED = { kind: 'number-range', fromOpen: false, toOpen: false } as const;

function nobody(rows: RowRange): Uint32Array {
  return new Uint32Array(wordCount(rows.to - rows.from));
}

function isNumeric(column: ValueColumn): column is NumberColumn {
  return column.kind === 'number' || column.kind === 'date';
}

function testNumbers(
  column: NumberColumn,
  bounds: { readonly min: number; readonly max: number },
  rows: RowRange,
): Uint32Array {
  return scanNumbers(column, rows, (stored) => scanRange(column.values, bounds.min, bounds.max, stored));
}

function testMonthDays(column: NumberColumn, monthDays: readonly number[], rows: RowRange): Uint32Array {
  const marks = dayMarks(column, monthDays);
  return scanNumbers(column, rows, (stored) => scanLookup(column.values, marks, stored));
}

/** Scans the rows that are stored, and leaves out those without a value. */
function scanNumbers(
  column: NumberColumn,
  rows: RowRange,
  scan: (stored: RowRange) => Uint32Array,
): Uint32Array {
  const to = Math.max(rows.from, Math.min(rows.to, column.rows));
  const words = nobody(rows);
  words.set(scan({ from: rows.from, to }));
  column.presence.keep(words, rows);
  return words;
}

function testItems(
  column: ListColumn,
  test: Extract<ResolvedTest, { kind: 'list-has' }>,
  rows: RowRange,
): Uint32Array {
  const { match, values, exact } = test;
  if (match === 'any') {
    const marks = column.words.match('is', values, exact);
    return column.where((words) => words.some((word) => marks[word + 1] === 1), rows);
  }
  const marksOfEach = values.map((value) => column.words.match('is', [value], exact));
  return column.where(
    (words) => marksOfEach.every((marks) => words.some((word) => marks[word + 1] === 1)),
    rows,
  );
}
