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
    const members = new Bitmap(profileCount);
    const [ones, twos, fours] = this.#planes.map((plane) => wordsFor(plane, members.words.length));
    if (ones === undefined || twos === undefined || fours === undefined) return members;
    for (const state of states) {
      const code = STATES.indexOf(state === 'never-asked' ? undefined : state);
      // A plane is turned over where the code has no bit, so that all three must be 1.
      const not1 = (code & 1) - 1;
      const not2 = ((code >>> 1) & 1) - 1;
      const not4 = ((code >>> 2) & 1) - 1;
      const words = members.words;
      for (let i = 0; i < words.length; i++) {
        const inState =
          ((ones[i] as number) ^ not1) & ((twos[i] as number) ^ not2) & ((fours[i] as number) ^ not4);
        words[i] = (words[i] as number) | inState;
      }
    }
    // Beyond the last profile nobody was asked either.
    return states.includes('never-asked') ? members.resized(profileCount) : members;
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

/** The words of a plane, at least so many: a copy only where rows were never set. */
function wordsFor(plane: Bits, count: number): Uint32Array {
  return plane.words.length >= count ? plane.words : plane.toBitmap(count * 32).words;
}
