import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { ResolvedWhere } from '../../shared/segment/resolved.ts';
import { alignedRange, type Selection, testRows } from './select-events.ts';

/** Words over the aligned window of a selection: which events the judging predicates hold for. */
type Verdicts = Uint32Array | undefined;

/**
 * Profiles whose first or last selected event meets `where`; those without one are out (SEG-11). First
 * and last are by time, type, id (SEG-31).
 */
export function withChosenEvent(
  which: 'first' | 'last',
  selections: readonly Selection[],
  { where, profileCount }: { readonly where: ResolvedWhere | null; readonly profileCount: number },
): Bitmap {
  const members = new Bitmap(profileCount);
  const verdicts = selections.map(
    ({ run, window }): Verdicts => (where === null ? undefined : testRows(run, where, alignedRange(window))),
  );
  const [only] = selections;
  if (only !== undefined && selections.length === 1) {
    chooseInOrder(which, only, verdicts[0], members);
    return members;
  }
  const chosen = new ChosenEvents(which, selections, profileCount);
  for (const [ordinal, selection, row] of chosen.all()) {
    const window = selections[selection]?.window;
    if (window !== undefined && holds(verdicts[selection], row - (window.from & ~31))) members.add(ordinal);
  }
  return members;
}

/** One run is in order: the first event met of a profile is the one. */
function chooseInOrder(
  which: 'first' | 'last',
  selection: Selection,
  verdicts: Verdicts,
  members: Bitmap,
): void {
  const { ordinals, rows, window } = selection;
  const seen = new Bitmap(members.length);
  const base = window.from & ~31;
  for (let k = 0; k < ordinals.length; k++) {
    const i = which === 'first' ? k : ordinals.length - 1 - k;
    const ordinal = ordinals[i] as number;
    if (seen.has(ordinal)) continue;
    seen.add(ordinal);
    const row = rows === undefined ? window.from + i : (rows[i] as number);
    if (holds(verdicts, row - base)) members.add(ordinal);
  }
}

function holds(verdicts: Verdicts, bit: number): boolean {
  return verdicts === undefined || (((verdicts[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

/** The chosen event of each profile over several runs. */
class ChosenEvents {
  readonly #selections: readonly Selection[];
  /** By ordinal: number of the selection + 1, or 0; its row; its time. */
  readonly #selection: Uint16Array;
  readonly #row: Uint32Array;
  readonly #time: Float64Array;

  constructor(which: 'first' | 'last', selections: readonly Selection[], profileCount: number) {
    this.#selections = selections;
    this.#selection = new Uint16Array(profileCount);
    this.#row = new Uint32Array(profileCount);
    this.#time = new Float64Array(profileCount);
    for (const [number, selection] of selections.entries()) {
      const { ordinals, rows, window, run } = selection;
      for (let i = 0; i < ordinals.length; i++) {
        const row = rows === undefined ? window.from + i : (rows[i] as number);
        this.#offer(which, ordinals[i] as number, { number, row, time: run.rows.times.at(row) });
      }
    }
  }

  *all(): Generator<readonly [ordinal: number, selection: number, row: number], void> {
    for (let ordinal = 0; ordinal < this.#selection.length; ordinal++) {
      const selection = this.#selection[ordinal] as number;
      if (selection !== 0) yield [ordinal, selection - 1, this.#row[ordinal] as number];
    }
  }

  #offer(
    which: 'first' | 'last',
    ordinal: number,
    event: { readonly number: number; readonly row: number; readonly time: number },
  ): void {
    const known = this.#selection[ordinal] as number;
    if (known !== 0) {
      const order =
        event.time - (this.#time[ordinal] as number) ||
        this.#compareTied(event, known - 1, this.#row[ordinal] as number);
      if (which === 'first' ? order > 0 : order < 0) return;
    }
    this.#selection[ordinal] = event.number + 1;
    this.#row[ordinal] = event.row;
    this.#time[ordinal] = event.time;
  }

  #compareTied(
    event: { readonly number: number; readonly row: number },
    otherNumber: number,
    otherRow: number,
  ): number {
    const mine = this.#selections[event.number];
    const other = this.#selections[otherNumber];
    if (mine === undefined || other === undefined || mine === other) return event.row - otherRow;
    if (mine.typeRank !== other.typeRank) return mine.typeRank - other.typeRank;
    return mine.run.ids().ids.compareWith(event.row, other.run.ids().ids, otherRow);
  }
}
