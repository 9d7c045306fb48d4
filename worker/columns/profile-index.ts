import type { EventTypeId } from '../../shared/profile/data-model.ts';
import type { EventRun } from './event-run.ts';

/** One event: a row of a run. */
export interface EventPlace {
  readonly type: EventTypeId;
  readonly run: EventRun;
  readonly row: number;
}

interface TypedRun {
  readonly type: EventTypeId;
  readonly run: EventRun;
  /** Number of its first event among all. */
  readonly first: number;
}

/** The events of each profile: four bytes an event and four a profile. */
export class ProfileIndex {
  readonly #runs: readonly TypedRun[];
  /** Profile o has `#events` from `#starts[o]` to `#starts[o + 1]`: numbers of events. */
  readonly #starts: Uint32Array;
  readonly #events: Uint32Array;

  /** Reads the rows of all types. */
  constructor(profileCount: number, runs: readonly { readonly type: EventTypeId; readonly run: EventRun }[]) {
    let first = 0;
    this.#runs = runs.map(({ type, run }) => {
      const typed = { type, run, first };
      first += run.rows.rows;
      return typed;
    });
    // Counted at o + 2, so that after summing starts[o + 1] is where the next event of o goes, and in
    // the end where those of o + 1 begin.
    const starts = new Uint32Array(profileCount + 2);
    for (const { run } of runs) countRows(run.rows.ordinals, run.rows.rows, starts);
    for (let i = 2; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    const events = new Uint32Array(first);
    for (const { run, first: number } of this.#runs)
      placeRows(run.rows.ordinals, run.rows.rows, { starts, events, first: number });
    this.#starts = starts;
    this.#events = events;
  }

  get bytes(): number {
    return this.#starts.byteLength + this.#events.byteLength;
  }

  /** By type, then by run, then in the order of the run. */
  eventsOf(ordinal: number): readonly EventPlace[] {
    const places: EventPlace[] = [];
    let at = 0;
    for (const number of this.#events.subarray(this.#starts[ordinal], this.#starts[ordinal + 1])) {
      while (number >= (this.#runs[at + 1]?.first ?? Number.POSITIVE_INFINITY)) at++;
      const typed = this.#runs[at];
      if (typed !== undefined) places.push({ type: typed.type, run: typed.run, row: number - typed.first });
    }
    return places;
  }
}

function countRows(ordinals: Uint32Array, rows: number, counts: Uint32Array): void {
  for (let row = 0; row < rows; row++) {
    const at = (ordinals[row] as number) + 2;
    counts[at] = (counts[at] as number) + 1;
  }
}

function placeRows(
  ordinals: Uint32Array,
  rows: number,
  into: { readonly starts: Uint32Array; readonly events: Uint32Array; readonly first: number },
): void {
  const { starts, events, first } = into;
  for (let row = 0; row < rows; row++) {
    const slot = (ordinals[row] as number) + 1;
    const at = starts[slot] as number;
    events[at] = first + row;
    starts[slot] = at + 1;
  }
}
