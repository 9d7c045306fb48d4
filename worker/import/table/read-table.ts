import type { Encoding } from '../../../shared/import-api.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { type CutRows, RowCutter } from './cut-rows.ts';
import { TextDecoding } from './decode-text.ts';
import { lengthOfExcelHint, newlineOf } from './find-dialect.ts';
import type { ByteSource } from './open-bytes.ts';

export type TableError =
  | {
      readonly kind: 'undecodable';
      readonly encoding: Encoding;
      readonly offset: number;
      readonly rowsBefore: number | undefined;
    }
  | { readonly kind: 'file-changed' }
  | { readonly kind: 'file-unreadable'; readonly message: string };

/** How the file is to be read, as planned. */
export interface TableFormat {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly quote: string;
}

/** So much of a file tells its line ends, and whether it starts with a hint for Excel. */
const START_LENGTH = 65_536;

/** Rows of a table, in the order and the pieces in which the file gives them. */
export class TableReader {
  readonly #bytes: ByteSource;
  readonly #format: TableFormat;
  readonly #decoding: TextDecoding;
  #cutter: RowCutter | undefined;
  #start = '';
  #isOver = false;
  #lastNumber = 0;

  constructor(bytes: ByteSource, format: TableFormat) {
    this.#bytes = bytes;
    this.#format = format;
    this.#decoding = new TextDecoding(format.encoding);
  }

  get fileBytesRead(): number {
    return this.#bytes.fileBytesRead;
  }

  /** The next rows, which may be none yet; `null` at the end. */
  async next(): Promise<Result<CutRows | null, TableError>> {
    if (this.#isOver) return ok(null);
    const bytes = await readBytes(this.#bytes);
    if (!bytes.ok) return bytes;
    const isLast = bytes.value === null;
    const text = bytes.value === null ? this.#decoding.end() : this.#decoding.push(bytes.value);
    if (!text.ok) {
      const { encoding } = this.#format;
      return err({ kind: 'undecodable', encoding, offset: text.error.offset, rowsBefore: this.#lastNumber });
    }
    const cut = this.#cut(text.value, isLast);
    this.#isOver = isLast;
    this.#lastNumber = cut.numbers.at(-1) ?? this.#lastNumber;
    return ok(cut);
  }

  async close(): Promise<void> {
    this.#isOver = true;
    await this.#bytes.close();
  }

  #cut(text: string, isLast: boolean): CutRows {
    if (this.#cutter !== undefined)
      return isLast ? joined(this.#cutter.push(text), this.#cutter.end()) : this.#cutter.push(text);
    this.#start += text;
    const start = this.#start.slice(0, START_LENGTH);
    const isTold = start.includes('\n') || start.length === START_LENGTH;
    if (!isTold && !isLast) return { rows: [], numbers: [], broken: [] };
    const { delimiter, quote } = this.#format;
    const cutter = new RowCutter({ delimiter, quote, newline: newlineOf(start) });
    this.#cutter = cutter;
    const cut = cutter.push(this.#start.slice(lengthOfExcelHint(start)));
    this.#start = '';
    return isLast ? joined(cut, cutter.end()) : cut;
  }
}

function joined(left: CutRows, right: CutRows): CutRows {
  return {
    rows: [...left.rows, ...right.rows],
    numbers: [...left.numbers, ...right.numbers],
    broken: [...left.broken, ...right.broken],
  };
}

/** What a platform throws is turned into words here: damaged packing, a file moved or changed meanwhile. */
export async function readBytes(
  source: ByteSource,
): Promise<Result<Uint8Array | null, Exclude<TableError, { kind: 'undecodable' }>>> {
  try {
    return ok(await source.read());
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'NotReadableError') return err({ kind: 'file-changed' });
    if (source.gzip)
      return err({ kind: 'file-unreadable', message: 'The packed file (gzip) is damaged or cut off.' });
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return err({ kind: 'file-unreadable', message: `The file could not be read: ${why}` });
  }
}

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
};

/** The error as people should read it. */
export function describeTableError(error: Exclude<TableError, { kind: 'file-changed' }>): string {
  if (error.kind === 'file-unreadable') return error.message;
  const after = error.rowsBefore === undefined ? '' : `, soon after row ${error.rowsBefore},`;
  const way =
    error.encoding === 'utf-8' ? ' Files from Excel are often Windows-1252: choose that encoding.' : '';
  return `Byte ${error.offset + 1}${after} is no text in ${NAMES[error.encoding]}. Nothing was imported.${way}`;
}
