import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { ValuesByRow } from './column.ts';
import { partCode } from './column.ts';
import { grown, grownLength } from './narrow-array.ts';
import type { Page } from './page.ts';
import { joinRows, rowRanges } from './page-rows.ts';
import { Presence } from './presence.ts';
import type { RowRange } from './scan.ts';
import { scanFloats, scanRange } from './scan.ts';

/** Whole seconds since 1970: four bytes for the years 1902 to 2037, eight beyond. */
type Seconds = Int32Array | Float64Array;

/** Instants. Milliseconds are kept apart, and only once a row has some: most data has whole seconds. */
export class InstantColumn implements ValuesByRow<Instant> {
  readonly kind = 'timestamp';
  #seconds: Seconds;
  #millis: Uint16Array | undefined;
  #presence: Presence;

  constructor(stored?: {
    readonly seconds: Seconds;
    readonly millis: Uint16Array | undefined;
    readonly presence: Presence;
  }) {
    this.#seconds = stored?.seconds ?? new Int32Array(0);
    this.#millis = stored?.millis;
    this.#presence = stored?.presence ?? new Presence();
  }

  get rows(): number {
    return this.#presence.rows;
  }

  get presence(): Presence {
    return this.#presence;
  }

  get(row: number): Instant | undefined {
    return this.#presence.has(row) ? this.at(row) : undefined;
  }

  /** Requires a row that has a value. */
  at(row: number): Instant {
    const millis = this.#millis;
    return (this.#seconds[row] as number) * 1000 + (millis === undefined ? 0 : (millis[row] as number));
  }

  set(row: number, instant: Instant | undefined): void {
    if (instant !== undefined) this.#write(row, instant);
    this.#presence.set(row, instant !== undefined);
  }

  present(rows: RowRange): Uint32Array {
    return this.#presence.words(rows);
  }

  /** Rows from `from` to `to`, both in. */
  within(from: Instant, to: Instant, rows: RowRange): Uint32Array {
    const words =
      this.#millis === undefined
        ? scanRange(this.#seconds, Math.ceil(from / 1000), Math.floor(to / 1000), rows)
        : scanFloats((chunk, first, end) => this.copyTo(chunk, first, end), { min: from, max: to }, rows);
    this.#presence.keep(words, rows);
    return words;
  }

  /** Puts rows `first` to `end` into `target`, from its start. */
  copyTo(target: Float64Array, first: number, end: number): void {
    target.set(this.#seconds.subarray(first, end));
    const millis = this.#millis;
    const count = Math.min(end, this.rows) - first;
    if (millis === undefined) for (let i = 0; i < count; i++) target[i] = (target[i] as number) * 1000;
    else
      for (let i = 0; i < count; i++)
        target[i] = (target[i] as number) * 1000 + (millis[first + i] as number);
  }

  /** In sorted rows without gaps: the first that is not before `instant`. */
  lowerBound(instant: Instant): number {
    let low = 0;
    let high = this.rows;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  copy(): InstantColumn {
    return new InstantColumn({
      seconds: this.#seconds.slice(),
      millis: this.#millis?.slice(),
      presence: this.#presence.copy(),
    });
  }

  gathered(order: Uint32Array): InstantColumn {
    const source = this.#seconds;
    const sourceMillis = this.#millis;
    const seconds =
      source instanceof Int32Array ? new Int32Array(order.length) : new Float64Array(order.length);
    const millis = sourceMillis === undefined ? undefined : new Uint16Array(order.length);
    for (let i = 0; i < order.length; i++) seconds[i] = source[order[i] as number] ?? 0;
    if (millis !== undefined)
      for (let i = 0; i < order.length; i++) millis[i] = sourceMillis?.[order[i] as number] ?? 0;
    return new InstantColumn({ seconds, millis, presence: this.#presence.gathered(order) });
  }

  settle(): void {
    if (this.#seconds.length > this.rows) this.#seconds = this.#seconds.slice(0, this.rows);
    if (this.#millis !== undefined && this.#millis.length > this.rows)
      this.#millis = this.#millis.slice(0, this.rows);
  }

  get bytes(): number {
    return this.#seconds.byteLength + (this.#millis?.byteLength ?? 0) + this.#presence.bytes;
  }

  *pages(): Iterable<Page> {
    for (const rows of rowRanges(this.rows)) {
      const millis = this.#millis?.subarray(rows.from, rows.to) ?? new Uint16Array(0);
      yield {
        part: partCode('timestamp', 0),
        first: rows.from,
        rows: rows.to - rows.from,
        detail: 0,
        sections: [this.#seconds.subarray(rows.from, rows.to), this.#presence.section(rows), millis],
      };
    }
  }

  static decode(pages: readonly Page[]): Result<InstantColumn, string> {
    const joined = joinRows(pages, partCode('timestamp', 0), [Int32Array, Float64Array]);
    if (!joined.ok) return joined;
    const { values, presence, rows } = joined.value;
    if (presence === undefined) return err('its gaps do not fit its rows');
    let millis: Uint16Array | undefined;
    for (const page of pages) {
      const section = page.sections[2];
      if (!(section instanceof Uint16Array) || (section.length !== 0 && section.length !== page.rows)) {
        return err('its milliseconds do not fit its rows');
      }
      if (section.length === 0) continue;
      millis ??= new Uint16Array(rows);
      millis.set(section, page.first);
    }
    // The classes were checked by `joinRows`.
    return ok(new InstantColumn({ seconds: values as Seconds, millis, presence }));
  }

  #write(row: number, instant: Instant): void {
    const second = Math.floor(instant / 1000);
    const milli = instant - second * 1000;
    if (row >= this.#seconds.length) {
      const length = grownLength(this.#seconds.length, row);
      this.#seconds = grown(this.#seconds, length);
      if (this.#millis !== undefined) this.#millis = grown(this.#millis, length);
    }
    if (this.#seconds instanceof Int32Array && (second | 0) !== second)
      this.#seconds = Float64Array.from(this.#seconds);
    if (milli !== 0) this.#millis ??= new Uint16Array(this.#seconds.length);
    this.#seconds[row] = second;
    if (this.#millis !== undefined) this.#millis[row] = milli;
  }
}
