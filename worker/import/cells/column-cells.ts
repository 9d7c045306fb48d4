import type { ColumnReading } from '../../../shared/import-api.ts';
import type { TimeZone } from '../../../shared/kernel/time.ts';
import type { Value } from '../../../shared/profile/value.ts';
import { createCellReader, createNoValueTest, type ReadCell } from './read-cell.ts';

/** Different cells of a column to remember; a column with more is hardly ever asked twice. */
const MAX_REMEMBERED = 50_000;

/** The cells of one column, read as planned. */
export class ColumnCells {
  readonly header: string;
  readonly reading: ColumnReading;
  readonly index: number;
  readonly #read: ReadCell;
  readonly #isNoValue: ((text: string) => boolean) | undefined;
  /** Most cells of most columns repeat; numbers and times are read faster than they are looked up. */
  readonly #remembered: Map<string, Value | undefined> | undefined;

  constructor(column: {
    readonly index: number;
    readonly header: string;
    readonly reading: ColumnReading;
    readonly timeZone: TimeZone;
  }) {
    this.header = column.header;
    this.reading = column.reading;
    this.index = column.index;
    this.#read = createCellReader(column.reading, column.timeZone);
    const { type, noValueWords } = column.reading;
    this.#isNoValue = noValueWords.length === 0 ? undefined : createNoValueTest(noValueWords);
    this.#remembered = type === 'number' || type === 'timestamp' ? undefined : new Map();
  }

  /** The cell without the space around it, whatever words mean no value. */
  writtenIn(row: readonly string[]): string {
    return row[this.index]?.trim() ?? '';
  }

  /** The same, empty where it has no value. */
  textIn(row: readonly string[]): string {
    const text = this.writtenIn(row);
    return text !== '' && this.#isNoValue?.(text) ? '' : text;
  }

  /** Requires text that is not empty. `undefined` when the type cannot take it. */
  valueOf(text: string): Value | undefined {
    const remembered = this.#remembered;
    if (remembered === undefined) return this.#read(text);
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const value = this.#read(text);
    if (remembered.size < MAX_REMEMBERED) remembered.set(text, value);
    return value;
  }
}
