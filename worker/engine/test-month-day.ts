import { civilFromDay, dayFromCivil, isCivilDate, monthDay } from '../../shared/kernel/calendar.ts';
import type { ZoneOffsets } from '../../shared/kernel/zone.ts';
import type { InstantColumn } from '../columns/instant-column.ts';
import type { NumberColumn } from '../columns/number-column.ts';
import { type RowRange, scanFloats } from '../columns/scan.ts';

const DAY_MS = 86_400_000;

/** Every day between the first and the last stored, marked where its month and day are wanted. */
export function dayMarks(
  column: NumberColumn,
  monthDays: readonly number[],
): { readonly first: number; readonly marks: Uint8Array } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < column.rows; row++) {
    const day = column.values[row] as number;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (first > last) return { first: 0, marks: new Uint8Array(0) };
  const marks = new Uint8Array(last - first + 1);
  for (let year = civilFromDay(first).year; year <= civilFromDay(last).year; year++) {
    for (const wanted of monthDays) {
      const date = { year, month: Math.floor(wanted / 100), day: wanted % 100 };
      const at = isCivilDate(date) ? dayFromCivil(date) - first : -1;
      if (at >= 0 && at < marks.length) marks[at] = 1;
    }
  }
  return { first, marks };
}

/** Rows whose local day (SEG-50) is on one of the month-days; without a zone, whose day in UTC is. */
export function timestampsOnMonthDays(
  column: InstantColumn,
  { monthDays, zone }: { readonly monthDays: readonly number[]; readonly zone: ZoneOffsets | null },
  rows: RowRange,
): Uint32Array {
  const wanted = new Set(monthDays);
  const localDay = zone === null ? (instant: number) => Math.floor(instant / DAY_MS) : localDays(zone);
  const isWanted = new Map<number, number>();
  const words = scanFloats(
    (chunk, from, to) => {
      column.copyTo(chunk, from, to);
      for (let i = 0; i < to - from; i++) {
        const day = localDay(chunk[i] as number);
        let mark = isWanted.get(day);
        if (mark === undefined) {
          mark = wanted.has(monthDay(day)) ? 1 : 0;
          isWanted.set(day, mark);
        }
        chunk[i] = mark;
      }
    },
    { min: 1, max: 1 },
    rows,
  );
  column.presence.keep(words, rows);
  return words;
}

/** The local day of an instant. Remembers the last offset: neighbours mostly share it. */
export function localDays({ from, offsetMs }: ZoneOffsets): (instant: number) => number {
  let step = 0;
  return (instant) => {
    if (instant < (from[step] ?? 0) || instant >= (from[step + 1] ?? Number.POSITIVE_INFINITY)) {
      step = stepOf(from, instant);
    }
    return Math.floor((instant + (offsetMs[step] ?? 0)) / DAY_MS);
  };
}

function stepOf(from: readonly number[], instant: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((from[middle] ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}
