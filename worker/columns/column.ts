import type { ValueType } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { InstantColumn } from './instant-column.ts';
import type { ListColumn } from './list-column.ts';
import type { NumberColumn } from './number-column.ts';
import type { Page } from './page.ts';
import type { RowRange } from './scan.ts';
import type { TextColumn } from './text-column.ts';
import type { YesNoColumn } from './yes-no-column.ts';

/** Anything that is loaded, copied before a shared write, and stored as pages. */
export interface StoredColumn {
  /** Rows with something stored; later rows have no value. */
  readonly rows: number;
  /** In memory, about. */
  readonly bytes: number;
  copy(): StoredColumn;
  /** Lets go of what only writing needs. */
  settle(): void;
  pages(): Iterable<Page>;
}

/** One value a row. Rows are profile ordinals, or events in order. */
export interface ValuesByRow<V extends Value> extends StoredColumn {
  get(row: number): V | undefined;
  set(row: number, value: V | undefined): void;
  /** Words of the rows that have a value, as scans give them. */
  present(rows: RowRange): Uint32Array;
}

/** The column of an attribute or a property, by its type. */
export type ValueColumn = TextColumn | NumberColumn | YesNoColumn | InstantColumn | ListColumn;

export const COLUMN_CODES = {
  text: 1,
  number: 2,
  date: 3,
  timestamp: 4,
  'yes-no': 5,
  list: 6,
  flag: 7,
  consent: 8,
  ordinals: 9,
  ids: 10,
} as const satisfies Record<ValueType | 'flag' | 'consent' | 'ordinals' | 'ids', number>;

export type ColumnKind = keyof typeof COLUMN_CODES;

/** Sub-parts of a column: which of its arrays a page holds. */
export type Part = 0 | 1 | 2;

/** The number of a page's part: which kind of column, and which of its arrays. */
export function partCode(kind: ColumnKind, part: Part): number {
  return COLUMN_CODES[kind] * 16 + part;
}
