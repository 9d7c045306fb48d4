import type { PropertyId } from '../../shared/profile/data-model.ts';
import { type NumberColumn, UNSCALED } from '../columns/number-column.ts';
import type { Selection } from './select-events.ts';

/** The numbers of a property in selected events, those without one left out. */
export interface SelectedNumbers {
  /** Stored value = value × 10^places; `UNSCALED`: the values themselves. */
  readonly places: number;
  readonly parts: readonly {
    /** Profile of each number. */
    readonly ordinals: Uint32Array;
    readonly values: Float64Array;
  }[];
  readonly count: number;
  readonly min: number;
  readonly max: number;
}

export function selectNumbers(selections: readonly Selection[], property: PropertyId): SelectedNumbers {
  const found = selections.flatMap((selection) => {
    const column = selection.run.property(property);
    return column?.kind === 'number' ? [{ selection, column }] : [];
  });
  const places = found.reduce((most, { column }) => Math.max(most, column.places), 0);
  const numbers = gather(found, places);
  const isExact = numbers.max < Number.MAX_SAFE_INTEGER && numbers.min > -Number.MAX_SAFE_INTEGER;
  // At one scale for all columns, the largest may not be whole any more.
  return isExact || numbers.count === 0 ? numbers : gather(found, UNSCALED);
}

function gather(
  found: readonly { readonly selection: Selection; readonly column: NumberColumn }[],
  places: number,
): SelectedNumbers {
  const parts = found.map(({ selection, column }) => numbersOf(selection, column, places));
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const { values } of parts) {
    count += values.length;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return { places, parts, count, min, max };
}

function numbersOf(
  selection: Selection,
  column: NumberColumn,
  places: number,
): SelectedNumbers['parts'][number] {
  const { window, rows } = selection;
  const values = new Float64Array(selection.count);
  if (rows === undefined) values.set(column.values.subarray(window.from, window.to));
  else for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i] as number] ?? 0;
  rescale(values, column.places, places);
  if (column.presence.isComplete(window)) return { ordinals: selection.ordinals, values };
  return presentOnly(selection, values, column);
}

/** Whole numbers stay whole; to `UNSCALED` they become the numbers they stand for. */
function rescale(values: Float64Array, from: number, to: number): void {
  if (from === to) return;
  const factor = 10 ** (to === UNSCALED ? from : to - from);
  for (let i = 0; i < values.length; i++) {
    values[i] = to === UNSCALED ? (values[i] as number) / factor : (values[i] as number) * factor;
  }
}

function presentOnly(
  selection: Selection,
  values: Float64Array,
  column: NumberColumn,
): SelectedNumbers['parts'][number] {
  const { rows, window, ordinals } = selection;
  const keptOrdinals = new Uint32Array(ordinals.length);
  let kept = 0;
  for (let i = 0; i < ordinals.length; i++) {
    if (!column.presence.has(rows === undefined ? window.from + i : (rows[i] as number))) continue;
    keptOrdinals[kept] = ordinals[i] as number;
    values[kept] = values[i] as number;
    kept++;
  }
  return { ordinals: keptOrdinals.subarray(0, kept), values: values.subarray(0, kept) };
}
