import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ValuesByRow } from './column.ts';
import { partCode } from './column.ts';
import type { NarrowArray } from './narrow-array.ts';
import { fits, grown, grownLength, widened } from './narrow-array.ts';
import type { Page } from './page.ts';
import { joinRows, rowRanges } from './page-rows.ts';
import { Presence } from './presence.ts';
import type { RowRange } from './scan.ts';

const MAX_PLACES = 6;
/** Stands for "stored as they are": the values need more digits than one scale can hold exactly. */
export const UNSCALED = 7;

/**
 * Numbers or days. Values are stored as whole numbers, scaled by the most decimal places any of them
 * has, in the narrowest array: 12.5 and 3.25 are 1250 and 325 in 16 bits. Dividing gives the very
 * double that was stored, because both divide to the nearest one.
 */
export class NumberColumn implements ValuesByRow<number> {
  readonly kind: 'number' | 'date';
  #values: NarrowArray;
  #places: number;
  #presence: Presence;

  constructor(
    kind: 'number' | 'date',
    stored?: { readonly values: NarrowArray; readonly places: number; readonly presence: Presence },
  ) {
    this.kind = kind;
    this.#values = stored?.values ?? new Uint8Array(0);
    this.#places = stored?.places ?? 0;
    this.#presence = stored?.presence ?? new Presence();
  }

  get rows(): number {
    return this.#presence.rows;
  }

  /** Stored value = value × 10^places; `UNSCALED`: the value itself. */
  get places(): number {
    return this.#places;
  }

  /** Stored values of the rows that are present; others hold anything. At least `rows` long. */
  get values(): NarrowArray {
    return this.#values;
  }

  get presence(): Presence {
    return this.#presence;
  }

  get(row: number): number | undefined {
    return this.#presence.has(row) ? this.#decoded(this.#values[row] as number) : undefined;
  }

  set(row: number, value: number | undefined): void {
    if (value !== undefined) this.#write(row, value);
    this.#presence.set(row, value !== undefined);
  }

  present(rows: RowRange): Uint32Array {
    return this.#presence.words(rows);
  }

  copy(): NumberColumn {
    return new NumberColumn(this.kind, {
      values: this.#values.slice(),
      places: this.#places,
      presence: this.#presence.copy(),
    });
  }

  gathered(order: Uint32Array): NumberColumn {
    const source = this.#values;
    const values = new (source.constructor as new (length: number) => NarrowArray)(order.length);
    for (let i = 0; i < order.length; i++) values[i] = source[order[i] as number] ?? 0;
    return new NumberColumn(this.kind, {
      values,
      places: this.#places,
      presence: this.#presence.gathered(order),
    });
  }

  settle(): void {
    if (this.#values.length > this.rows) this.#values = this.#values.slice(0, this.rows);
  }

  get bytes(): number {
    return this.#values.byteLength + this.#presence.bytes;
  }

  *pages(): Iterable<Page> {
    for (const rows of rowRanges(this.rows)) {
      yield {
        part: partCode(this.kind, 0),
        first: rows.from,
        rows: rows.to - rows.from,
        detail: this.#places,
        sections: [this.#values.subarray(rows.from, rows.to), this.#presence.section(rows)],
      };
    }
  }

  static decode(kind: 'number' | 'date', pages: readonly Page[]): Result<NumberColumn, string> {
    const joined = joinRows(pages, partCode(kind, 0), [
      Uint8Array,
      Uint16Array,
      Int16Array,
      Int32Array,
      Float64Array,
    ]);
    if (!joined.ok) return joined;
    const { values, presence } = joined.value;
    const places = pages[0]?.detail ?? 0;
    if (presence === undefined) return err('its gaps do not fit its rows');
    if (places > UNSCALED || pages.some((page) => page.detail !== places)) return err('its scale is unknown');
    // The classes were checked by `joinRows`.
    return ok(new NumberColumn(kind, { values: values as NarrowArray, places, presence }));
  }

  #decoded(stored: number): number {
    return this.#places === UNSCALED ? stored : stored / 10 ** this.#places;
  }

  #write(row: number, value: number): void {
    if (row >= this.#values.length) this.#values = grown(this.#values, grownLength(this.#values.length, row));
    let stored = scaled(value, this.#places);
    if (stored === undefined) {
      this.#rescale(Math.max(this.#places, placesOf(value)));
      stored = scaled(value, this.#places);
      if (stored === undefined) {
        this.#rescale(UNSCALED);
        stored = value;
      }
    }
    if (!fits(this.#values, stored)) this.#values = widened(this.#values, stored);
    this.#values[row] = stored;
  }

  #rescale(places: number): void {
    const wide = new Float64Array(this.#values.length);
    let target = places;
    for (let row = 0; row < this.rows; row++) {
      const value = this.#decoded(this.#values[row] as number);
      const stored = scaled(value, target);
      if (stored === undefined) {
        target = UNSCALED;
        break;
      }
      wide[row] = stored;
    }
    if (target === UNSCALED) {
      for (let row = 0; row < this.rows; row++) wide[row] = this.#decoded(this.#values[row] as number);
      this.#values = wide;
    } else {
      this.#values = widened(wide, 0);
    }
    this.#places = target;
  }
}

/** `value` × 10^places if that is whole and exact, else `undefined`. */
export function scaled(value: number, places: number): number | undefined {
  if (places === UNSCALED) return value;
  const factor = 10 ** places;
  const stored = Math.round(value * factor);
  return stored / factor === value && Math.abs(stored) <= Number.MAX_SAFE_INTEGER ? stored : undefined;
}

function placesOf(value: number): number {
  for (let places = 0; places <= MAX_PLACES; places++) if (scaled(value, places) !== undefined) return places;
  return UNSCALED;
}
