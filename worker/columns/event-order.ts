/** Below this many rows a plain sort is faster than setting up the counters of a radix sort. */
const FEW_ROWS = 4096;
const DIGIT = 0x10000;

/**
 * The rows in the order of time, then of `compareIds` (SEG-31); `undefined` if they are in it already.
 */
export function timeOrder(
  times: Float64Array,
  compareIds: (left: number, right: number) => number,
): Uint32Array | undefined {
  if (isOrdered(times, compareIds)) return undefined;
  const order = times.length < FEW_ROWS ? sortedRows(times) : radixSortedRows(times);
  sortTies(order, times, compareIds);
  return order;
}

/** Merges two ordered runs: rows of the second are numbered on from `first.length`. `undefined` if all of it comes after. */
export function mergeOrder(
  first: Float64Array,
  second: Float64Array,
  compareIds: (rowOfFirst: number, rowOfSecond: number) => number,
): Uint32Array | undefined {
  const before = (i: number, j: number) => {
    const difference = (first[i] as number) - (second[j] as number);
    return difference < 0 || (difference === 0 && compareIds(i, j) <= 0);
  };
  if (first.length === 0 || second.length === 0 || before(first.length - 1, 0)) return undefined;
  const order = new Uint32Array(first.length + second.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < order.length; at++) {
    const isFirst = j >= second.length || (i < first.length && before(i, j));
    order[at] = isFirst ? i++ : first.length + j++;
  }
  return order;
}

function isOrdered(times: Float64Array, compareIds: (left: number, right: number) => number): boolean {
  for (let row = 1; row < times.length; row++) {
    const difference = (times[row] as number) - (times[row - 1] as number);
    if (difference < 0 || (difference === 0 && compareIds(row - 1, row) > 0)) return false;
  }
  return true;
}

function sortedRows(times: Float64Array): Uint32Array {
  return Uint32Array.from(times, (_, row) => row).sort(
    (left, right) => (times[left] as number) - (times[right] as number),
  );
}

/** Sorts by 16 bits at a time, lowest first; each pass keeps the order of the ones before. */
function radixSortedRows(times: Float64Array): Uint32Array {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time < min) min = time;
    if (time > max) max = time;
  }
  let order = Uint32Array.from(times, (_, row) => row);
  let next = new Uint32Array(times.length);
  for (let unit = 1; unit <= max - min; unit *= DIGIT) {
    const starts = new Uint32Array(DIGIT + 1);
    const digits = new Uint16Array(times.length);
    for (let row = 0; row < times.length; row++) {
      const digit = Math.floor(((times[row] as number) - min) / unit) % DIGIT;
      digits[row] = digit;
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let digit = 0; digit < DIGIT; digit++)
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    for (const row of order) {
      const digit = digits[row] as number;
      const at = starts[digit] as number;
      starts[digit] = at + 1;
      next[at] = row;
    }
    [order, next] = [next, order];
  }
  return order;
}

function sortTies(
  order: Uint32Array,
  times: Float64Array,
  compareIds: (left: number, right: number) => number,
): void {
  for (let from = 0; from < order.length; ) {
    const time = times[order[from] as number];
    let to = from + 1;
    while (to < order.length && times[order[to] as number] === time) to++;
    if (to - from > 1) order.subarray(from, to).sort(compareIds);
    from = to;
  }
}
