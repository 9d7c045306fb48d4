/** Whole numbers in the narrowest array that holds them. Float64 holds what is wider than 32 bits. */
export type NarrowArray = Uint8Array | Uint16Array | Int16Array | Int32Array | Float64Array;
/** Dictionary codes. */
export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

/** Makes an array of `length` that can hold everything from `min` to `max`. */
export function narrowArray(length: number, min: number, max: number): NarrowArray {
  if (min >= 0 && max <= 0xff) return new Uint8Array(length);
  if (min >= 0 && max <= 0xffff) return new Uint16Array(length);
  if (min >= -0x8000 && max <= 0x7fff) return new Int16Array(length);
  if (min >= -0x80000000 && max <= 0x7fffffff) return new Int32Array(length);
  return new Float64Array(length);
}

/** Whether `values` can hold `value`. */
export function fits(values: NarrowArray, value: number): boolean {
  if (values instanceof Uint8Array) return value >= 0 && value <= 0xff;
  if (values instanceof Uint16Array) return value >= 0 && value <= 0xffff;
  if (values instanceof Int16Array) return value >= -0x8000 && value <= 0x7fff;
  if (values instanceof Int32Array) return value >= -0x80000000 && value <= 0x7fffffff;
  return true;
}

export function codeArray(length: number, max: number): CodeArray {
  if (max <= 0xff) return new Uint8Array(length);
  return max <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}

/** The largest code that an array of this kind can hold. */
export function largestCodeOf(codes: CodeArray): number {
  return 2 ** (8 * codes.BYTES_PER_ELEMENT) - 1;
}

/** The same values in an array that also holds `value`. */
export function widened(values: NarrowArray, value: number): NarrowArray {
  let min = value;
  let max = value;
  for (const known of values) {
    if (known < min) min = known;
    if (known > max) max = known;
  }
  const wider = narrowArray(values.length, min, max);
  wider.set(values);
  return wider;
}

/** Room for `row`, and for as much again as there was, so that appending stays cheap. */
export function grownLength(length: number, row: number): number {
  return Math.max(16, row + 1, Math.min(length * 2, length + 4_000_000));
}

/** A longer copy; new places are 0. */
export function grown<A extends NarrowArray | CodeArray>(values: A, length: number): A {
  // The constructor of the same class makes the same class, which the type of `constructor` cannot say.
  const longer = new (values.constructor as new (length: number) => A)(length);
  longer.set(values);
  return longer;
}
