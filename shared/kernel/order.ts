/**
 * Orders texts by code points, as UTF-8 bytes and PostgreSQL's "C" collation do; `<` on strings would
 * order by UTF-16 units, and so put emoji before U+E000–U+FFFF.
 */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    // Where units differ, the pairs are equal before them: only the rank of a unit has to be mended.
    if (a !== b) return rankOfUnit(a) - rankOfUnit(b);
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above all others, so they rank after U+FFFF. */
function rankOfUnit(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

export function compareNumbers(left: number, right: number): number {
  return left - right;
}

/** `values` sorted by code points, without repeats. */
export function sortedSet<Text extends string>(values: readonly Text[]): Text[] {
  return [...new Set(values)].sort(compareCodePoints);
}
