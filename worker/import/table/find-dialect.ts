import type { Dialect } from './cut-rows.ts';
import { RowParser } from './parse-rows.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_LENGTH = 65_536;
const SAMPLE_ROWS = 100;
/** Excel's own first line that says how cells are set apart; it is no row. */
const EXCEL_HINT = /^sep=([^\r\n])(?:\r\n|\n|\r)/i;

/** `start` is the start of a file; `isAll` when there is no more of it. */
export function findDialect(start: string, isAll: boolean): Dialect {
  const text = start.slice(0, SAMPLE_LENGTH);
  const isWhole = isAll && text.length === start.length;
  const newline = newlineOf(text);
  const quote = findQuote(text);
  const hinted = EXCEL_HINT.exec(text)?.[1];
  if (hinted !== undefined) return { delimiter: hinted, quote, newline };
  const [best] = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: scoreDelimiter(text, isWhole, { delimiter, quote, newline }),
  })).sort((left, right) => right.score - left.score);
  return { delimiter: best?.delimiter ?? ',', quote, newline };
}

/** What ends rows: `\n`, alone or after `\r`, unless a text has nothing but `\r`. */
export function newlineOf(text: string): Dialect['newline'] {
  return text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
}

/** Characters at the start of `text` that only say how cells are set apart. */
export function lengthOfExcelHint(text: string): number {
  return EXCEL_HINT.exec(text)?.[0].length ?? 0;
}

/**
 * The share of rows with as many cells as the first row has, then the number of cells. The first row
 * decides, since names hold no commas while numbers and sentences may.
 */
function scoreDelimiter(text: string, isWhole: boolean, dialect: Dialect): number {
  const { rows } = new RowParser(dialect).parseAll(text, isWhole);
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== '')).slice(0, SAMPLE_ROWS);
  const width = filled[0]?.length ?? 1;
  if (width === 1) return 0;
  const share = filled.filter((row) => row.length === width).length / filled.length;
  return share * 100 + Math.min(width, 99) / 100;
}

/** Single quotes only where cells begin and end with them and none does with double ones. */
function findQuote(text: string): '"' | "'" {
  const around = (quote: string) =>
    new RegExp(`(?:^|[,;\\t|\\r\\n])${quote}[^${quote}]*${quote}(?=[,;\\t|\\r\\n]|$)`);
  return !around('"').test(text) && around("'").test(text) ? "'" : '"';
}
