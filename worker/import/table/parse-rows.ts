import Papa from 'papaparse';
import type { Dialect } from './cut-rows.ts';

export interface ParsedRows {
  /** Whole rows only, unless the text was the last. */
  readonly rows: string[][];
  /** Where the first row that is not whole starts. */
  readonly end: number;
  /** The first of `rows` whose quotes are wrong. */
  readonly firstWrong: number | undefined;
}

export interface ParsedRow {
  readonly cells: string[];
  /** Characters it takes, its line end included. */
  readonly length: number;
  readonly isWrong: boolean;
}

/** What the types of the package leave open. */
interface PapaParser {
  parse(
    text: string,
    baseIndex: number,
    ignoreLastRow: boolean,
  ): {
    readonly data: string[][];
    readonly errors: readonly { readonly row: number }[];
    readonly meta: { readonly cursor: number };
  };
}

/**
 * Papa Parse's parser core on whole strings. Its own way of reading a file in pieces damages characters
 * and rows at the cuts, so that is `RowCutter`'s work.
 */
export class RowParser {
  readonly #dialect: Dialect;
  readonly #all: PapaParser;
  readonly #one: PapaParser;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.#all = createParser(dialect);
    this.#one = createParser(dialect, 1);
  }

  parseAll(text: string, isLast: boolean): ParsedRows {
    const { data, errors, meta } = this.#all.parse(text, 0, !isLast);
    // Errors of a row that is held back may vanish once the rest of it is there.
    const firstWrong = errors.find((error) => error.row < data.length)?.row;
    return { rows: data, end: meta.cursor, firstWrong };
  }

  /** `undefined` when the first row is not whole yet. */
  parseOne(text: string, isLast: boolean): ParsedRow | undefined {
    const { data, errors, meta } = this.#one.parse(text, 0, !isLast);
    const [cells] = data;
    if (cells === undefined) return undefined;
    return { cells, length: meta.cursor, isWrong: errors.some((error) => error.row === 0) };
  }

  /** Where the first `count` rows end. Requires that there are as many whole rows. */
  endOfRow(text: string, count: number): number {
    return createParser(this.#dialect, count).parse(text, 0, false).meta.cursor;
  }
}

function createParser({ delimiter, quote, newline }: Dialect, preview?: number): PapaParser {
  const limit = preview === undefined ? {} : { preview, fastMode: false };
  return new Papa.Parser({ delimiter, quoteChar: quote, newline, ...limit });
}
