import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';

/**
 * A page is a part of a column as bytes, little-endian:
 *
 *     0  u32  magic "Shol"
 *     4  u32  version of this layout
 *     8  u32  part: what the sections mean to their column
 *    12  u32  first row (or dictionary entry)
 *    16  u32  rows (or entries)
 *    20  u32  detail: a small number with a meaning to the part, such as decimal places
 *    24  u32  number of sections
 *    28  u32  bytes of the whole page
 *    32       for each section: u32 element type, u32 bytes
 *             sections, each from a multiple of 8 on
 */
export interface Page {
  readonly part: number;
  readonly first: number;
  readonly rows: number;
  readonly detail: number;
  readonly sections: readonly Section[];
}
export type Section = Uint8Array | Uint16Array | Int16Array | Int32Array | Uint32Array | Float64Array;

/** Rows of a page; a page is then 1 to 8 MB, which IndexedDB reads at its best rate. */
export const ROWS_PER_PAGE = 1 << 20;

const MAGIC = 0x6c6f6853;
const VERSION = 1;
const HEADER_BYTES = 32;
const SECTION_TYPES = [Uint8Array, Uint16Array, Int16Array, Int32Array, Uint32Array, Float64Array] as const;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

export function encodePage(page: Page): ArrayBuffer {
  if (!IS_LITTLE_ENDIAN) throw new Error('Pages are little-endian, and this processor is not.');
  let bytes = align(HEADER_BYTES + page.sections.length * 8);
  const starts = page.sections.map((section) => {
    const start = bytes;
    bytes = align(bytes + section.byteLength);
    return start;
  });
  const content = new ArrayBuffer(bytes);
  const header = new Uint32Array(content, 0, 8 + page.sections.length * 2);
  header.set([MAGIC, VERSION, page.part, page.first, page.rows, page.detail, page.sections.length, bytes]);
  page.sections.forEach((section, i) => {
    header[8 + i * 2] = SECTION_TYPES.findIndex((type) => section instanceof type);
    header[9 + i * 2] = section.byteLength;
    new Uint8Array(content, starts[i]).set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
    );
  });
  return content;
}

/** Sections are views into `content`. Says in words what is wrong. */
export function decodePage(content: ArrayBuffer): Result<Page, string> {
  if (!IS_LITTLE_ENDIAN) return err('pages are little-endian, and this processor is not');
  if (content.byteLength < HEADER_BYTES || content.byteLength % 8 !== 0) return err('it is cut off');
  const [magic, version, part = 0, first = 0, rows = 0, detail = 0, sectionCount = 0, bytes] =
    new Uint32Array(content, 0, 8);
  if (magic !== MAGIC) return err('it is not a page');
  if (version !== VERSION)
    return err(`it has layout ${version}, and this version of Shoal reads layout ${VERSION}`);
  if (bytes !== content.byteLength) return err(`it has ${content.byteLength} bytes instead of ${bytes}`);
  if (HEADER_BYTES + sectionCount * 8 > content.byteLength) return err('it is cut off');

  const directory = new Uint32Array(content, HEADER_BYTES, sectionCount * 2);
  const sections: Section[] = [];
  let start = align(HEADER_BYTES + sectionCount * 8);
  for (let i = 0; i < sectionCount; i++) {
    const type = SECTION_TYPES[directory[i * 2] ?? SECTION_TYPES.length];
    const length = directory[i * 2 + 1] ?? 0;
    if (type === undefined || length % type.BYTES_PER_ELEMENT !== 0) return err('a section of it is unknown');
    if (start + length > content.byteLength) return err('it is cut off');
    sections.push(new type(content, start, length / type.BYTES_PER_ELEMENT));
    start = align(start + length);
  }
  if (start !== content.byteLength) return err('it is longer than its sections');
  return ok({ part, first, rows, detail, sections });
}

function align(bytes: number): number {
  return (bytes + 7) & ~7;
}
