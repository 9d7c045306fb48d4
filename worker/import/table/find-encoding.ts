import type { Encoding } from '../../../shared/import-api.ts';
import { TextDecoding } from './decode-text.ts';

/** What the first bytes of a file say; `undefined` where only the text itself can. */
export function encodingByMark(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return undefined;
}

const OTHER_FILES: readonly (readonly [start: readonly number[], what: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is an Excel workbook or a zip archive. Save the sheet as CSV and choose that file.',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old Excel workbook. Save the sheet as CSV and choose that file.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF, not a table. Export the data as CSV and choose that file.'],
  [
    [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    'This is a database, not a table. Export the data as CSV and choose that file.',
  ],
];

/** Why the file cannot be a table; `undefined` if it can. */
export function whyNoTable(bytes: Uint8Array): string | undefined {
  const other = OTHER_FILES.find(([start]) => startsWith(bytes, start))?.[1];
  if (other !== undefined) return other;
  if (encodingByMark(bytes)?.startsWith('utf-16') || !bytes.includes(0)) return undefined;
  return 'This is no text file: it has bytes that no text has. Export the data as CSV and choose that file.';
}

/**
 * Tells UTF-8 from Windows-1252 over a whole file: a single byte far down decides it. Every file without
 * accents fits both, and is UTF-8.
 */
export class EncodingTest {
  readonly #utf8 = new TextDecoding('utf-8');
  #isUtf8 = true;

  push(bytes: Uint8Array): void {
    this.#isUtf8 &&= this.#utf8.push(bytes).ok;
  }

  end(): Encoding {
    this.#isUtf8 &&= this.#utf8.end().ok;
    return this.#isUtf8 ? 'utf-8' : 'windows-1252';
  }

  get isDecided(): boolean {
    return !this.#isUtf8;
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
