import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { StoredColumn } from './column.ts';
import { partCode } from './column.ts';
import { InstantColumn } from './instant-column.ts';
import { grown, grownLength } from './narrow-array.ts';
import type { Page } from './page.ts';
import { joinRows, rowRanges } from './page-rows.ts';

/** Time and profile of events, one a row. */
export class EventRows implements StoredColumn {
  readonly kind = 'event-rows';
  readonly times: InstantColumn;
  #ordinals: Uint32Array;

  constructor(times = new InstantColumn(), ordinals: Uint32Array = new Uint32Array(0)) {
    this.times = times;
    this.#ordinals = ordinals;
  }

  get rows(): number {
    return this.times.rows;
  }

  /** Profile ordinals; at least `rows` long. */
  get ordinals(): Uint32Array {
    return this.#ordinals;
  }

  append(ordinals: Uint32Array, occurredAt: Float64Array): void {
    const at = this.rows;
    const end = at + ordinals.length;
    if (end > this.#ordinals.length)
      this.#ordinals = grown(this.#ordinals, grownLength(this.#ordinals.length, end));
    this.#ordinals.set(ordinals, at);
    for (const [i, instant] of occurredAt.entries()) this.times.set(at + i, instant);
  }

  copy(): EventRows {
    return new EventRows(this.times.copy(), this.#ordinals.slice());
  }

  gathered(order: Uint32Array): EventRows {
    return new EventRows(
      this.times.gathered(order),
      order.map((row) => this.#ordinals[row] as number),
    );
  }

  settle(): void {
    this.times.settle();
    if (this.#ordinals.length > this.rows) this.#ordinals = this.#ordinals.slice(0, this.rows);
  }

  get bytes(): number {
    return this.times.bytes + this.#ordinals.byteLength;
  }

  *pages(): Iterable<Page> {
    yield* this.times.pages();
    for (const rows of rowRanges(this.rows)) {
      const sections = [this.#ordinals.subarray(rows.from, rows.to)];
      yield {
        part: partCode('ordinals', 0),
        first: rows.from,
        rows: rows.to - rows.from,
        detail: 0,
        sections,
      };
    }
  }

  static decode(pages: readonly Page[]): Result<EventRows, string> {
    const isOrdinals = (page: Page) => page.part === partCode('ordinals', 0);
    const times = InstantColumn.decode(pages.filter((page) => !isOrdinals(page)));
    if (!times.ok) return times;
    const ordinals = joinRows(pages.filter(isOrdinals), partCode('ordinals', 0), [Uint32Array]);
    if (!ordinals.ok) return ordinals;
    if (!(ordinals.value.values instanceof Uint32Array)) return err('it has no profiles');
    if (ordinals.value.rows !== times.value.rows) return err('its profiles do not fit its times');
    return ok(new EventRows(times.value, ordinals.value.values));
  }
}
