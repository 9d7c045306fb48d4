import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import { formatDay } from '../../shared/kernel/calendar.ts';
import { fold } from '../../shared/kernel/fold.ts';
import { compareCodePoints } from '../../shared/kernel/order.ts';
import type { AttributeId, EventTypeId, PropertyId } from '../../shared/profile/data-model.ts';
import type { ValueColumn } from '../columns/column.ts';
import {
  attributeColumn,
  type ColumnName,
  eventPropertyColumn,
  eventRowsColumn,
} from '../columns/column-name.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import type { Population } from '../columns/population.ts';

export interface ValueCountsRequest {
  readonly subject:
    | { readonly kind: 'attribute'; readonly attribute: AttributeId }
    /** Counts are of events. */
    | {
        readonly kind: 'property';
        readonly property: PropertyId;
        readonly eventTypes: readonly EventTypeId[];
      }
    | { readonly kind: 'source' };
  /** Compared folded, anywhere in the value; empty for all. */
  readonly search: string;
  readonly limit: number;
  readonly within?: Bitmap;
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** Columns to load before `valueCounts`. */
export function columnsOfSubject(
  population: Pick<Population, 'eventTypes'>,
  subject: ValueCountsRequest['subject'],
): ReadonlySet<ColumnName> {
  switch (subject.kind) {
    case 'attribute':
      return new Set([attributeColumn(subject.attribute)]);
    case 'source':
      return new Set(['source']);
    case 'property':
      return new Set(
        typesOf(population, subject.eventTypes).flatMap((type) => [
          eventRowsColumn(type),
          eventPropertyColumn(type, subject.property),
        ]),
      );
  }
}

/** Values with how many live profiles (of `within`) have them, most frequent first; for pickers. */
export function valueCounts(population: Population, request: ValueCountsRequest): readonly ValueCount[] {
  const { subject, within } = request;
  const among = within === undefined ? population.live : population.live.and(within);
  const top = new TopValues(request.limit, fold(request.search));
  if (subject.kind === 'property') {
    const counts = new Map<string, number>();
    for (const type of typesOf(population, subject.eventTypes)) {
      for (const run of population.eventRuns(type)) {
        const column = run.property(subject.property);
        const { ordinals } = run.rows;
        if (column !== undefined)
          countValues(column, (row) => among.has(ordinals[row] as number)).addTo(counts);
      }
    }
    for (const [value, count] of counts) top.offer(value, count);
  } else {
    const column =
      subject.kind === 'source' ? population.sources() : population.attributeValues(subject.attribute);
    if (column !== undefined) countValues(column, (row) => among.has(row)).offerTo(top);
  }
  return top.sorted();
}

/** No type given: all of them. */
function typesOf(
  population: Pick<Population, 'eventTypes'>,
  types: readonly EventTypeId[],
): readonly EventTypeId[] {
  return types.length > 0 ? types : population.eventTypes();
}

/** Counts by value of the rows that are in. */
interface Counted {
  addTo(counts: Map<string, number>): void;
  offerTo(top: TopValues): void;
}

function countValues(column: ValueColumn, isIn: (row: number) => boolean): Counted {
  if (column.kind === 'text') return countedEntries(countCodes(column, isIn), column.dictionary);
  if (column.kind === 'list') {
    const countByWord = new Uint32Array(column.words.count + 1);
    const countByList = countCodes(column, isIn);
    for (let code = 1; code < countByList.length; code++) {
      for (const word of new Set(column.lists.at(code - 1))) {
        countByWord[word + 1] = (countByWord[word + 1] as number) + (countByList[code] as number);
      }
    }
    return countedEntries(countByWord, column.words);
  }
  const countByValue = new Map<string, number>();
  for (let row = 0; row < column.rows; row++) {
    const value = isIn(row) ? column.get(row) : undefined;
    if (value === undefined) continue;
    const text = column.kind === 'date' ? formatDay(Number(value)) : String(value);
    countByValue.set(text, (countByValue.get(text) ?? 0) + 1);
  }
  return {
    addTo(counts) {
      for (const [value, count] of countByValue) counts.set(value, (counts.get(value) ?? 0) + count);
    },
    offerTo(top) {
      for (const [value, count] of countByValue) top.offer(value, count);
    },
  };
}

function countCodes(
  column: { readonly codes: ArrayLike<number>; readonly rows: number },
  isIn: (row: number) => boolean,
): Uint32Array {
  let counts = new Uint32Array(256);
  for (let row = 0; row < column.rows; row++) {
    const code = column.codes[row] as number;
    if (code === 0 || !isIn(row)) continue;
    if (code >= counts.length) {
      const longer = new Uint32Array(Math.max(code + 1, counts.length * 2));
      longer.set(counts);
      counts = longer;
    }
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

function countedEntries(counts: Uint32Array, dictionary: Dictionary): Counted {
  return {
    addTo(all) {
      for (let code = 1; code < counts.length; code++) {
        const count = counts[code] as number;
        if (count === 0) continue;
        const value = dictionary.at(code - 1);
        all.set(value, (all.get(value) ?? 0) + count);
      }
    },
    offerTo(top) {
      // Found by one search of the dictionary, not value by value.
      const isWanted = top.search === '' ? undefined : dictionary.match('contains', [top.search], false);
      for (let code = 1; code < counts.length; code++) {
        const count = counts[code] as number;
        if (count > top.least && (isWanted === undefined || isWanted[code] === 1))
          top.keep(dictionary.at(code - 1), count);
      }
    },
  };
}

/** The most frequent values; among equally frequent ones at the edge, those that came first. */
class TopValues {
  readonly search: string;
  readonly #limit: number;
  #kept: ValueCount[] = [];
  /** A value must be more frequent than this to be kept. */
  least = 0;

  constructor(limit: number, search: string) {
    this.#limit = limit;
    this.search = search;
  }

  offer(value: string, count: number): void {
    if (count > this.least && fold(value).includes(this.search)) this.keep(value, count);
  }

  keep(value: string, count: number): void {
    this.#kept.push({ value, count });
    if (this.#kept.length < this.#limit * 2) return;
    this.#kept = this.sorted();
    this.least = this.#kept.at(-1)?.count ?? 0;
  }

  sorted(): ValueCount[] {
    // The sort is stable, so those that came first stay before.
    const kept = [...this.#kept].sort((left, right) => right.count - left.count).slice(0, this.#limit);
    return kept.sort((left, right) => right.count - left.count || compareCodePoints(left.value, right.value));
  }
}
