/** What a sample of a column holds: its values trimmed, each once, with how often it occurs. */
export interface SampleValues {
  readonly header: string;
  /** Without the empty ones, most frequent first. */
  readonly values: readonly { readonly text: string; readonly count: number }[];
  readonly filledCount: number;
  readonly emptyCount: number;
}

/** Fewer filled cells than this in the sample say too little: then more rows are looked at for them. */
const MIN_FILLED = 50;

/** `sample` are rows out of `rows`. */
export function sampleColumn(
  header: string,
  column: number,
  {
    rows,
    sample,
  }: { readonly rows: readonly (readonly string[])[]; readonly sample: readonly (readonly string[])[] },
): SampleValues {
  const filled = filledCells(sample, column);
  const counts = new Map<string, number>();
  const looked = filled.length < MIN_FILLED ? spread(filledCells(rows, column), sample.length) : filled;
  for (const text of looked) counts.set(text, (counts.get(text) ?? 0) + 1);
  const values = [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((left, right) => right.count - left.count);
  return { header, values, filledCount: looked.length, emptyCount: sample.length - filled.length };
}

function filledCells(rows: readonly (readonly string[])[], column: number): readonly string[] {
  return rows.map((row) => row[column]?.trim() ?? '').filter((text) => text !== '');
}

/** At most `count` items, evenly spread, the first and the last among them. */
export function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count || count < 2) return items.slice(0, count);
  const step = (items.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => items[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  );
}
