import { wordCount } from '../../shared/kernel/bitmap.ts';
import type { CodeArray, NarrowArray } from './narrow-array.ts';

/**
 * Scans answer in words of 32 rows: bit k of word i stands for row `from + 32 × i + k`. `from` is a
 * multiple of 32; bits from `to` on are 0.
 *
 * Arrays come in many widths, and code that meets many kinds of array is slow. So a scan copies a chunk
 * into one kind of array first: the copy is native, converts on the way, and costs a tenth of the scan.
 * Indexes here stay inside their arrays by construction, hence `as number`.
 */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

const CHUNK_ROWS = 8192;
/** Beyond all values of 16 bits, and far from overflow. */
const SMALL = 1 << 24;
const intChunk = new Int32Array(CHUNK_ROWS);
const floatChunk = new Float64Array(CHUNK_ROWS);
const codeChunk = new Uint32Array(CHUNK_ROWS);

/** Rows whose value lies from `min` to `max`, both in. */
export function scanRange(values: NarrowArray, min: number, max: number, rows: RowRange): Uint32Array {
  const words = new Uint32Array(wordCount(rows.to - rows.from));
  if (min > max) return words;
  if (values instanceof Float64Array) {
    return scanFloats((chunk, from, to) => chunk.set(values.subarray(from, to)), { min, max }, rows);
  }
  const low = Math.max(Math.ceil(min), -0x80000000);
  const high = Math.min(Math.floor(max), 0x7fffffff);
  if (low > high) return words;
  eachChunk(rows, (from, to) => {
    intChunk.set(values.subarray(from, to));
    const at = (from - rows.from) >>> 5;
    if (values instanceof Int32Array) markInts(intChunk, low, high, words, at, to - from);
    else markSmallInts(intChunk, clampSmall(low), clampSmall(high), words, at, to - from);
  });
  return clearedFrom(words, rows.to - rows.from);
}

/** The same over values that `fill` puts into a chunk, a range of rows at a time. */
export function scanFloats(
  fill: (chunk: Float64Array, from: number, to: number) => void,
  range: { readonly min: number; readonly max: number },
  rows: RowRange,
): Uint32Array {
  const words = new Uint32Array(wordCount(rows.to - rows.from));
  eachChunk(rows, (from, to) => {
    fill(floatChunk, from, to);
    markFloats(floatChunk, range.min, range.max, words, (from - rows.from) >>> 5, to - from);
  });
  return clearedFrom(words, rows.to - rows.from);
}

/** Rows whose code is marked. */
export function scanMarks(codes: CodeArray, marks: Uint8Array, rows: RowRange): Uint32Array {
  const words = new Uint32Array(wordCount(rows.to - rows.from));
  const only = onlyMark(marks);
  if (only === 'none') return words;
  eachChunk(rows, (from, to) => {
    const at = (from - rows.from) >>> 5;
    if (codes instanceof Uint8Array && only !== 'many') {
      codeBytes.set(codes.subarray(from, to));
      markOneByte(codeChunk, only, words, at, to - from);
    } else {
      codeChunk.set(codes.subarray(from, to));
      markCodes(codeChunk, marks, words, at, to - from);
    }
  });
  return clearedFrom(words, rows.to - rows.from);
}

/** Rows whose value, a whole number, is marked: value `first + i` by `marks[i]`. */
export function scanLookup(
  values: NarrowArray,
  { first, marks }: { readonly first: number; readonly marks: Uint8Array },
  rows: RowRange,
): Uint32Array {
  const words = new Uint32Array(wordCount(rows.to - rows.from));
  eachChunk(rows, (from, to) => {
    intChunk.set(values.subarray(from, to));
    // Below `first` wraps around to beyond the end, where nothing is marked.
    for (let i = 0; i < to - from; i++) {
      const at = ((intChunk[i] as number) - first) >>> 0;
      codeChunk[i] = at < marks.length ? at : marks.length;
    }
    markCodes(codeChunk, marks, words, (from - rows.from) >>> 5, to - from);
  });
  return clearedFrom(words, rows.to - rows.from);
}
const codeBytes = new Uint8Array(codeChunk.buffer);

function eachChunk(rows: RowRange, visit: (from: number, to: number) => void): void {
  for (let from = rows.from; from < rows.to; from += CHUNK_ROWS)
    visit(from, Math.min(from + CHUNK_ROWS, rows.to));
}

/** The one marked code, if it is one. */
function onlyMark(marks: Uint8Array): number | 'none' | 'many' {
  const first = marks.indexOf(1);
  if (first < 0) return 'none';
  return marks.indexOf(1, first + 1) < 0 ? first : 'many';
}

/** Chunks hold leftovers after their last row; their bits go here. */
function clearedFrom(words: Uint32Array, rows: number): Uint32Array {
  const used = rows & 31;
  if (used !== 0) words[words.length - 1] = (words[words.length - 1] as number) & ((1 << used) - 1);
  return words;
}

function markInts(
  chunk: Int32Array,
  min: number,
  max: number,
  words: Uint32Array,
  at: number,
  rows: number,
): void {
  const low = min | 0;
  const span = (max - min) | 0;
  for (let row = 0, i = at; row < rows; row += 32, i++) {
    let beyond = 0;
    for (let k = 0; k < 32; k++) {
      // Below `min` wraps around to a large number, so one unsigned comparison tests both ends. It is
      // written as the borrow of `span - above`: a branch would be mispredicted half of the time.
      const above = ((chunk[row + k] as number) - low) | 0;
      beyond |= (((~span & above) | (~(span ^ above) & (span - above))) >>> 31) << k;
    }
    words[i] = ~beyond;
  }
}

/** Beyond these bounds there are no values of 16 bits, so nothing changes. */
function clampSmall(bound: number): number {
  return Math.min(Math.max(bound, -SMALL), SMALL);
}

/** For values of 16 bits: neither difference can overflow, so the sign of both tells who is beyond. */
function markSmallInts(
  chunk: Int32Array,
  min: number,
  max: number,
  words: Uint32Array,
  at: number,
  rows: number,
): void {
  const low = min | 0;
  const high = max | 0;
  for (let row = 0, i = at; row < rows; row += 32, i++) {
    let beyond = 0;
    for (let k = 0; k < 32; k += 4) {
      const a = chunk[row + k] as number;
      const b = chunk[row + k + 1] as number;
      const c = chunk[row + k + 2] as number;
      const d = chunk[row + k + 3] as number;
      const ab = (((a - low) | (high - a)) >>> 31) | ((((b - low) | (high - b)) >>> 31) << 1);
      const cd = (((c - low) | (high - c)) >>> 31) | ((((d - low) | (high - d)) >>> 31) << 1);
      beyond |= (ab | (cd << 2)) << k;
    }
    words[i] = ~beyond;
  }
}

function markFloats(
  chunk: Float64Array,
  min: number,
  max: number,
  words: Uint32Array,
  at: number,
  rows: number,
): void {
  for (let row = 0, i = at; row < rows; row += 32, i++) {
    let word = 0;
    for (let k = 0; k < 32; k++) {
      const value = chunk[row + k] as number;
      word |= (value >= min && value <= max ? 1 : 0) << k;
    }
    words[i] = word;
  }
}

function markCodes(
  chunk: Uint32Array,
  marks: Uint8Array,
  words: Uint32Array,
  at: number,
  rows: number,
): void {
  for (let row = 0, i = at; row < rows; row += 32, i++) {
    let word = 0;
    for (let k = 0; k < 32; k += 4) {
      const a = marks[chunk[row + k] as number] as number;
      const b = marks[chunk[row + k + 1] as number] as number;
      const c = marks[chunk[row + k + 2] as number] as number;
      const d = marks[chunk[row + k + 3] as number] as number;
      word |= (a | (b << 1) | (c << 2) | (d << 3)) << k;
    }
    words[i] = word;
  }
}

/** Compares four one-byte codes at a time. */
function markOneByte(chunk: Uint32Array, code: number, words: Uint32Array, at: number, rows: number): void {
  const pattern = Math.imul(code, 0x01010101);
  for (let quad = 0, i = at; quad * 4 < rows; quad += 8, i++) {
    let word = 0;
    for (let k = 0; k < 8; k++) {
      const differing = (chunk[quad + k] as number) ^ pattern;
      // 0x80 in each byte that is 0, exactly; then the four high bits are brought together.
      const equal = ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing | 0x7f7f7f7f);
      word |= (Math.imul(equal >>> 7, 0x10204080) >>> 28) << (k << 2);
    }
    words[i] = word;
  }
}
