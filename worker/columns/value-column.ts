import { assert, unreachable } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err } from '../../shared/kernel/result.ts';
import type { ValueType } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import { COLUMN_CODES, type ValueColumn } from './column.ts';
import { InstantColumn } from './instant-column.ts';
import { ListColumn } from './list-column.ts';
import { NumberColumn } from './number-column.ts';
import type { Page } from './page.ts';
import { TextColumn } from './text-column.ts';
import { YesNoColumn } from './yes-no-column.ts';

/** An empty column for values of a type. */
export function createValueColumn(type: ValueType): ValueColumn {
  switch (type) {
    case 'text':
      return new TextColumn();
    case 'number':
    case 'date':
      return new NumberColumn(type);
    case 'yes-no':
      return new YesNoColumn();
    case 'timestamp':
      return new InstantColumn();
    case 'list':
      return new ListColumn();
    default:
      return unreachable(type);
  }
}

/** Requires a value of the column's type. */
export function setValue(column: ValueColumn, row: number, value: Value | undefined): void {
  if (value === undefined) column.set(row, undefined);
  else if (column.kind === 'text' && typeof value === 'string') column.set(row, value);
  else if ((column.kind === 'number' || column.kind === 'date') && typeof value === 'number')
    column.set(row, value);
  else if (column.kind === 'timestamp' && typeof value === 'number') column.set(row, value);
  else if (column.kind === 'yes-no' && typeof value === 'boolean') column.set(row, value);
  else if (column.kind === 'list' && Array.isArray(value)) column.set(row, value);
  else assert(false, `a ${column.kind} column is given ${JSON.stringify(value)}`);
}

/** Puts `rows` rows of `source` after row `at` of `target`. */
export function appendColumn(target: ValueColumn, at: number, source: ValueColumn): void {
  assert(target.kind === source.kind, `values of type ${source.kind} are appended to ${target.kind}`);
  if (target.kind === 'text' && source.kind === 'text') {
    appendCodes(target, at, {
      codes: source.codes,
      rows: source.rows,
      entry: (code) => source.dictionary.at(code - 1),
    });
    return;
  }
  for (let row = 0; row < source.rows; row++) setValue(target, at + row, source.get(row));
}

/** Text by code: each entry is looked up once, not once a row. Entry of code 0 is never asked for. */
export function appendCodes(
  target: TextColumn,
  at: number,
  source: {
    readonly codes: ArrayLike<number>;
    readonly rows: number;
    readonly entry: (code: number) => string;
  },
): void {
  const known = new Map<number, number>();
  for (let row = 0; row < source.rows; row++) {
    const code = source.codes[row] as number;
    if (code === 0) continue;
    let targetCode = known.get(code);
    if (targetCode === undefined) {
      targetCode = target.dictionary.add(source.entry(code)) + 1;
      known.set(code, targetCode);
    }
    target.setCode(at + row, targetCode);
  }
}

/** The kind is told by the pages themselves. */
export function decodeValueColumn(pages: readonly Page[]): Result<ValueColumn, string> {
  const code = (pages[0]?.part ?? 0) >>> 4;
  switch (code) {
    case COLUMN_CODES.text:
      return TextColumn.decode(pages);
    case COLUMN_CODES.number:
      return NumberColumn.decode('number', pages);
    case COLUMN_CODES.date:
      return NumberColumn.decode('date', pages);
    case COLUMN_CODES['yes-no']:
      return YesNoColumn.decode(pages);
    case COLUMN_CODES.timestamp:
      return InstantColumn.decode(pages);
    case COLUMN_CODES.list:
      return ListColumn.decode(pages);
    default:
      return err('it holds no values');
  }
}
