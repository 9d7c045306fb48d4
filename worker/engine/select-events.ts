import { unreachable } from '../../shared/kernel/assert.ts';
import { wordCount } from '../../shared/kernel/bitmap.ts';
import { sortedSet } from '../../shared/kernel/order.ts';
import type { ResolvedCondition, ResolvedTest, ResolvedWhere } from '../../shared/segment/resolved.ts';
import type { EventRun } from '../columns/event-run.ts';
import type { Population } from '../columns/population.ts';
import type { RowRange } from '../columns/scan.ts';
import { testValues } from './test-values.ts';

export type EventLeaf = Extract<ResolvedCondition, { kind: 'event' }>;

/** Events of one run that an event condition is about, in their order. */
export interface Selection {
  readonly run: EventRun;
  /** Rows inside the window. */
  readonly window: RowRange;
  /** The rows that meet `where`; `undefined` if all of the window do. */
  readonly rows: Uint32Array | undefined;
  readonly count: number;
  /** Profile of each selected event. */
  readonly ordinals: Uint32Array;
  /** Rank of the event type among those of the condition, by code points (SEG-31). */
  readonly typeRank: number;
}

/** What meets type, window and `where` (SEG-12), by type, then by run. */
export function selectEvents(population: Population, leaf: EventLeaf): readonly Selection[] {
  return sortedSet(leaf.eventTypes).flatMap((type, typeRank) =>
    population
      .eventRuns(type)
      .map((run) => selectRows(run, leaf, typeRank))
      .filter(({ count }) => count > 0),
  );
}

function selectRows(run: EventRun, leaf: EventLeaf, typeRank: number): Selection {
  const { times } = run.rows;
  const from = times.lowerBound(leaf.from);
  const window = { from, to: Math.max(from, times.lowerBound(leaf.to + 1)) };
  if (leaf.where === null || window.from === window.to) {
    const ordinals = run.rows.ordinals.subarray(window.from, window.to);
    return { run, window, rows: undefined, count: ordinals.length, ordinals, typeRank };
  }
  const rows = rowsOf(testRows(run, leaf.where, alignedRange(window)), window);
  const all = run.rows.ordinals;
  const ordinals = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) ordinals[i] = all[rows[i] as number] as number;
  return { run, window, rows, count: rows.length, ordinals, typeRank };
}

/** The same rows from a multiple of 32 on, as scans want it. */
export function alignedRange({ from, to }: RowRange): RowRange {
  return { from: from & ~31, to };
}

/** Words over `rows` of the events that meet `where`. */
export function testRows(run: EventRun, where: ResolvedWhere, rows: RowRange): Uint32Array {
  switch (where.kind) {
    case 'all':
    case 'any': {
      const words = new Uint32Array(wordCount(rows.to - rows.from));
      if (where.kind === 'all') words.fill(0xffffffff);
      for (const part of where.of) combineInto(words, testRows(run, part, rows), where.kind);
      return words;
    }
    case 'not':
      // Sets bits beyond the last row too; whoever lists the rows stops there.
      return testRows(run, where.of, rows).map((word) => ~word);
    case 'property':
      return testValues(run.property(where.property), where.test, rows);
    case 'occurred-at':
      return testTimes(run, where.test, rows);
    default:
      return unreachable(where);
  }
}

function combineInto(words: Uint32Array, part: Uint32Array, match: 'all' | 'any'): void {
  if (match === 'all')
    for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) & (part[i] as number);
  else for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) | (part[i] as number);
}

/** Times are sorted, so a range of instants is a range of rows. */
function testTimes(run: EventRun, test: ResolvedTest, rows: RowRange): Uint32Array {
  const { times } = run.rows;
  if (test.kind !== 'instant-range') return testValues(times, test, rows);
  const words = new Uint32Array(wordCount(rows.to - rows.from));
  const from = Math.max(rows.from, times.lowerBound(test.from));
  const to = Math.min(rows.to, times.lowerBound(test.to + 1));
  for (let row = from; row < to; row++) {
    const bit = row - rows.from;
    if ((bit & 31) === 0 && row + 32 <= to) {
      words[bit >>> 5] = 0xffffffff;
      row += 31;
    } else words[bit >>> 5] = (words[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return words;
}

/** Rows inside the window whose bit is set, ascending. */
function rowsOf(words: Uint32Array, window: RowRange): Uint32Array {
  const base = window.from & ~31;
  const rows = new Uint32Array(window.to - window.from);
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    for (let word = words[i] as number; word !== 0; word &= word - 1) {
      const row = base + (i << 5) + (31 - Math.clz32(word & -word));
      if (row >= window.from && row < window.to) rows[count++] = row;
    }
  }
  return rows.slice(0, count);
}
