import { RowParser } from './parse-rows.ts';

/** How cells and rows are set apart. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  /** `\n` serves `\r\n` too: the `\r` is taken off. A lone `\r` is what old Macs wrote. */
  readonly newline: '\n' | '\r';
}

/** A line whose quotes do not match; the rows after it are read all the same. */
export interface BrokenLine {
  readonly number: number;
  readonly text: string;
}

/** Blank lines are left out, but counted: numbers are what a spreadsheet shows, from 1. */
export interface CutRows {
  readonly rows: readonly (readonly string[])[];
  readonly numbers: readonly number[];
  readonly broken: readonly BrokenLine[];
}

/** A row longer than this has lost its closing quote: nobody writes such cells. */
export const MAX_ROW_LENGTH = 1_000_000;
const SLICE_LENGTH = 65_536;

/**
 * Cuts text that comes in pieces of any size into rows. The parser's last row is held back until more
 * comes, since a piece may end inside a cell, a quote or a line end.
 *
 * Where quotes go wrong, the first line of the row is broken, and the lines that it had swallowed count
 * if they have as many cells as the file's first row. So one stray quote costs one row, not the file.
 */
export class RowCutter {
  readonly #parser: RowParser;
  readonly #newline: string;
  readonly #maxRowLength: number;
  #held = '';
  /** Characters in front of `#held`. */
  #offset = 0;
  /** Up to here every row is taken on its own, to know where it starts. */
  #carefulUntil = 0;
  /** Up to here rows were swallowed by a wrong quote. */
  #suspectUntil = 0;
  #isSkippingLine = false;
  #rowCount = 0;
  #width = 0;
  #cut: Collected = { rows: [], numbers: [], broken: [] };

  constructor(dialect: Dialect, maxRowLength = MAX_ROW_LENGTH) {
    this.#parser = new RowParser(dialect);
    this.#newline = dialect.newline;
    this.#maxRowLength = maxRowLength;
  }

  push(text: string): CutRows {
    const step = Math.min(SLICE_LENGTH, this.#maxRowLength);
    for (let start = 0; start < text.length; start += step) {
      this.#held += text.slice(start, start + step);
      this.#drain(false);
    }
    return this.#collected();
  }

  /** The text is over: what was held back is the last row. */
  end(): CutRows {
    this.#drain(true);
    return this.#collected();
  }

  #collected(): CutRows {
    const cut = this.#cut;
    this.#cut = { rows: [], numbers: [], broken: [] };
    return cut;
  }

  #drain(isLast: boolean): void {
    let more = this.#held !== '';
    while (more && this.#held !== '') {
      if (this.#isSkippingLine) more = this.#skipLine();
      else if (this.#offset < this.#carefulUntil) more = this.#takeRow(isLast);
      else more = this.#takeRows(isLast);
    }
  }

  /** Gives whether there may be more to take from what is held. */
  #takeRows(isLast: boolean): boolean {
    const text = this.#held;
    const { rows, end, firstWrong } = this.#parser.parseAll(text, isLast);
    // Only the first row can be too long: it alone was there before this piece.
    const isTooLong = text.length > this.#maxRowLength;
    if (firstWrong !== undefined || isTooLong) {
      const kept = isTooLong ? 0 : (firstWrong ?? 0);
      this.#add(rows.slice(0, kept));
      this.#advance(kept === 0 ? 0 : this.#parser.endOfRow(text, kept));
      this.#carefulUntil = this.#offset + this.#held.length;
      return true;
    }
    this.#add(rows);
    this.#advance(isLast ? text.length : end);
    return false;
  }

  #takeRow(isLast: boolean): boolean {
    const text = this.#held;
    const row = this.#parser.parseOne(text, isLast);
    const length = row === undefined ? text.length : row.length;
    if (length > this.#maxRowLength || row?.isWrong) {
      this.#breakLine(Math.min(length, this.#maxRowLength));
      return true;
    }
    if (row === undefined) return false;
    const isSuspect = this.#offset < this.#suspectUntil && this.#width !== 0;
    if (isSuspect && row.cells.length !== this.#width && !isBlank(row.cells)) {
      this.#addBroken(text.slice(0, length));
    } else this.#add([row.cells]);
    this.#advance(length);
    return true;
  }

  /** The row at the start, `length` long, is wrong: its first line is given up, the rest read again. */
  #breakLine(length: number): void {
    const text = this.#held;
    const lineEnd = text.indexOf(this.#newline);
    this.#suspectUntil = Math.max(this.#suspectUntil, this.#offset + length);
    this.#carefulUntil = Math.max(this.#carefulUntil, this.#suspectUntil);
    this.#addBroken(text.slice(0, Math.min(lineEnd === -1 ? text.length : lineEnd, this.#maxRowLength)));
    this.#isSkippingLine = lineEnd === -1;
    this.#advance(lineEnd === -1 ? text.length : lineEnd + 1);
  }

  #skipLine(): boolean {
    const lineEnd = this.#held.indexOf(this.#newline);
    this.#isSkippingLine = lineEnd === -1;
    this.#advance(lineEnd === -1 ? this.#held.length : lineEnd + 1);
    return !this.#isSkippingLine;
  }

  #advance(length: number): void {
    this.#held = this.#held.slice(length);
    this.#offset += length;
  }

  #add(rows: readonly string[][]): void {
    for (const row of rows) {
      this.#rowCount += 1;
      const last = row[row.length - 1];
      if (last?.endsWith('\r')) row[row.length - 1] = last.slice(0, -1);
      if (isBlank(row)) continue;
      this.#width ||= row.length;
      this.#cut.rows.push(row);
      this.#cut.numbers.push(this.#rowCount);
    }
  }

  #addBroken(text: string): void {
    this.#rowCount += 1;
    this.#cut.broken.push({ number: this.#rowCount, text: text.replace(/[\r\n]+$/, '') });
  }
}

interface Collected {
  readonly rows: string[][];
  readonly numbers: number[];
  readonly broken: BrokenLine[];
}

function isBlank(row: readonly string[]): boolean {
  return row.length === 1 && row[0]?.trim() === '';
}
