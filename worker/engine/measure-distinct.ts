import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { ZoneOffsets } from '../../shared/kernel/zone.ts';
import type { PropertyId } from '../../shared/profile/data-model.ts';
import type { NumberRange } from '../../shared/segment/resolved.ts';
import type { ValueColumn } from '../columns/column.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import { DistinctPairs } from './distinct-pairs.ts';
import { withCountInRange } from './measure-count.ts';
import type { Selection } from './select-events.ts';
import { localDays } from './test-month-day.ts';

interface Asked {
  readonly range: NumberRange;
  readonly profileCount: number;
}

/** Profiles by their number of different values; texts are compared folded, lists by their items (SEG-43). */
export function withDistinctInRange(
  selections: readonly Selection[],
  property: PropertyId,
  asked: Asked,
): Bitmap {
  const pairs = new DistinctPairs(selections.reduce((sum, { count }) => sum + count, 0));
  const textNumbers = new TextNumbers();
  for (const selection of selections) {
    const column = selection.run.property(property);
    if (column !== undefined) addValues(pairs, selection, { column, textNumbers });
  }
  return withCountInRange([pairs.firsts()], asked.range, asked.profileCount);
}

/** Profiles by their number of different local days. */
export function withDistinctDaysInRange(
  selections: readonly Selection[],
  zone: ZoneOffsets,
  asked: Asked,
): Bitmap {
  const pairs = new DistinctPairs(selections.reduce((sum, { count }) => sum + count, 0));
  const localDay = localDays(zone);
  for (const selection of selections) {
    const { times } = selection.run.rows;
    eachEvent(selection, (ordinal, row) => pairs.add(ordinal, localDay(times.at(row))));
  }
  return withCountInRange([pairs.firsts()], asked.range, asked.profileCount);
}

function addValues(
  pairs: DistinctPairs,
  selection: Selection,
  { column, textNumbers }: { readonly column: ValueColumn; readonly textNumbers: TextNumbers },
): void {
  if (column.kind === 'text') {
    const numberOf = textNumbers.of(column.dictionary);
    eachEvent(selection, (ordinal, row) => {
      const code = row < column.rows ? (column.codes[row] as number) : 0;
      if (code !== 0) pairs.add(ordinal, numberOf(code - 1));
    });
  } else if (column.kind === 'list') {
    const numberOf = textNumbers.of(column.words);
    eachEvent(selection, (ordinal, row) => {
      const code = row < column.rows ? (column.codes[row] as number) : 0;
      if (code !== 0) for (const word of column.lists.at(code - 1)) pairs.add(ordinal, numberOf(word));
    });
  } else {
    eachEvent(selection, (ordinal, row) => {
      const value = column.get(row);
      if (value !== undefined) pairs.add(ordinal, Number(value));
    });
  }
}

function eachEvent(
  { rows, window, ordinals }: Selection,
  visit: (ordinal: number, row: number) => void,
): void {
  for (let i = 0; i < ordinals.length; i++) {
    visit(ordinals[i] as number, rows === undefined ? window.from + i : (rows[i] as number));
  }
}

/** Numbers for texts that are equal exactly when the folded texts are, over several dictionaries. */
class TextNumbers {
  #first: Dictionary | undefined;
  readonly #numbers = new Map<string, number>();

  of(dictionary: Dictionary): (entry: number) => number {
    const classes = dictionary.foldedClasses();
    // One dictionary is the rule, and its own classes will do; more of them need common numbers.
    if (this.#first === undefined || this.#first === dictionary) {
      this.#first = dictionary;
      return (entry) => classes[entry] as number;
    }
    const first = this.#first;
    const firstClasses = first.foldedClasses();
    if (this.#numbers.size === 0)
      for (let entry = 0; entry < first.count; entry++)
        this.#numbers.set(first.foldedAt(entry), firstClasses[entry] as number);
    return (entry) => {
      const folded = dictionary.foldedAt(entry);
      const known = this.#numbers.get(folded);
      if (known !== undefined) return known;
      const made = first.count + this.#numbers.size;
      this.#numbers.set(folded, made);
      return made;
    };
  }
}
