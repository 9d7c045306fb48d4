import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { ConsentState } from '../../shared/profile/profile.ts';
import { Bits } from './bits.ts';
import type { StoredColumn } from './column.ts';
import { partCode } from './column.ts';
import type { Page } from './page.ts';
import { rowRanges } from './page-rows.ts';
import { joinBits } from './yes-no-column.ts';

/** By code. Stored in pages: never renumber. */
const STATES: readonly (ConsentState | undefined)[] = [
  undefined,
  'opted-in',
  'confirmed',
  'pending',
  'opted-out',
];
const PLANES = 3;

/**
 * Consent states of one topic on one channel. The code of a state is spread over three planes of bits,
 * so that a test of any states is a handful of word operations.
 */
export class ConsentColumn implements StoredColumn {
  readonly kind = 'consent';
  #rows: number;
  /** Plane p has bit p of each row's code. */
  readonly #planes: readonly Bits[];

  constructor(rows = 0, planes: readonly Bits[] = Array.from({ length: PLANES }, () => new Bits())) {
    this.#rows = rows;
    this.#planes = planes;
  }

  get rows(): number {
    return this.#rows;
  }

  get(row: number): ConsentState | undefined {
    return STATES[this.#planes.reduce((code, plane, p) => code | (plane.get(row) ? 1 << p : 0), 0)];
  }

  set(row: number, state: ConsentState | undefined): void {
    const code = STATES.indexOf(state);
    for (const [p, plane] of this.#planes.entries()) plane.set(row, ((code >>> p) & 1) === 1);
    if (state !== undefined) this.#rows = Math.max(this.#rows, row + 1);
  }

  /** Profiles in any of `states`. */
  inAnyOf(states: readonly (ConsentState | 'never-asked')[], profileCount: number): Bitmap {
    const planes = this.#planes.map((plane) => plane.toBitmap(profileCount));
    const members = new Bitmap(profileCount);
    for (const state of states) {
      const code = STATES.indexOf(state === 'never-asked' ? undefined : state);
      const inState = Bitmap.full(profileCount);
      for (const [p, plane] of planes.entries()) {
        if (((code >>> p) & 1) === 1) inState.andWith(plane);
        else inState.andNotWith(plane);
      }
      members.orWith(inState);
    }
    return members;
  }

  copy(): ConsentColumn {
    return new ConsentColumn(
      this.#rows,
      this.#planes.map((plane) => plane.copy()),
    );
  }

  settle(): void {}

  get bytes(): number {
    return this.#planes.reduce((sum, plane) => sum + plane.words.byteLength, 0);
  }

  *pages(): Iterable<Page> {
    for (const rows of rowRanges(this.#rows)) {
      const sections = this.#planes.map((plane) => plane.slice(rows.from, rows.to));
      yield {
        part: partCode('consent', 0),
        first: rows.from,
        rows: rows.to - rows.from,
        detail: 0,
        sections,
      };
    }
  }

  static decode(pages: readonly Page[]): Result<ConsentColumn, string> {
    const joined = joinBits(pages, partCode('consent', 0), PLANES);
    return joined.ok ? ok(new ConsentColumn(joined.value.rows, joined.value.bits)) : joined;
  }
}
