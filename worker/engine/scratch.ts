/**
 * Arrays by profile that a measure needs only while it runs. They are kept and cleared: to make new ones
 * costs more than most measures do. Nothing holds on to them, and no two of a kind are in use at once.
 */
let bytes = new Uint8Array(0);
let wholes = new Int32Array(0);
let numbers = new Float64Array(0);

/** All 0; for counts up to 255. */
export function scratchBytes(length: number): Uint8Array {
  if (bytes.length < length) bytes = new Uint8Array(length);
  else bytes.fill(0);
  return bytes;
}

/** All 0; for whole numbers of 32 bits. */
export function scratchWholes(length: number): Int32Array {
  if (wholes.length < length) wholes = new Int32Array(length);
  else wholes.fill(0);
  return wholes;
}

/** All `value`. */
export function scratchNumbers(length: number, value: number): Float64Array {
  if (numbers.length < length) numbers = new Float64Array(length);
  numbers.fill(value);
  return numbers;
}
