import { wordCount } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { Bits } from './bits.ts';
import type { ValuesByRow } from './column.ts';
import { partCode } from './column.ts';
import type { Page } from './page.ts';
import { rowRanges } from './page-rows.ts';
import type { RowRange } from './scan.ts';

/** Yes or no: two bits a row. */
export class YesNoColumn implements ValuesByRow<boolean> {
  readonly kind = 'yes-no';
  #rows: number;
  readonly #yes: Bits;
  readonly #no: Bits;

  constructor(rows = 0, yes = new Bits(), no = new Bits()) {
    this.#rows = rows;
    this.#yes = yes;
    this.#no = no;
  }

  get rows(): number {
    return this.#rows;
  }

  get(row: number): boolean | undefined {
    if (this.#yes.get(row)) return true;
    return this.#no.get(row) ? false : undefined;
  }

  set(row: number, value: boolean | undefined): void {
    this.#yes.set(row, value === true);
    this.#no.set(row, value === false);
    if (value !== undefined) this.#rows = Math.max(this.#rows, row + 1);
  }

  /** Rows with this value. */
  is(value: boolean, rows: RowRange): Uint32Array {
    return (value ? this.#yes : this.#no).slice(rows.from, rows.to);
  }

  present(rows: RowRange): Uint32Array {
    const words = this.is(true, rows);
    const no = this.is(false, rows);
    return words.map((word, i) => word | (no[i] as number));
  }

  copy(): YesNoColumn {
    return new YesNoColumn(this.#rows, this.#yes.copy(), this.#no.copy());
  }

  gathered(order: Uint32Array): YesNoColumn {
    return new YesNoColumn(order.length, this.#yes.gathered(order), this.#no.gathered(order));
  }

  settle(): void {}

  get bytes(): number {
    return this.#yes.words.byteLength + this.#no.words.byteLength;
  }

  *pages(): Iterable<Page> {
    for (const rows of rowRanges(this.#rows)) {
      yield {
        part: partCode('yes-no', 0),
        first: rows.from,
        rows: rows.to - rows.from,
        detail: 0,
        sections: [this.is(true, rows), this.is(false, rows)],
      };
    }
  }

  static decode(pages: readonly Page[]): Result<YesNoColumn, string> {
    const bits = joinBits(pages, partCode('yes-no', 0), 2);
    if (!bits.ok) return bits;
    return ok(new YesNoColumn(bits.value.rows, bits.value.bits[0], bits.value.bits[1]));
  }
}

/** Puts pages together that consist of `count` sections of bits each. */
export function joinBits(
  pages: readonly Page[],
  part: number,
  count: number,
): Result<{ readonly rows: number; readonly bits: readonly Bits[] }, string> {
  const rows = pages.reduce((sum, page) => sum + page.rows, 0);
  const bits = Array.from({ length: count }, () => new Bits(new Uint32Array(wordCount(rows))));
  let first = 0;
  for (const page of pages) {
    if (page.part !== part) return err('it belongs to another kind of column');
    if (page.first !== first) return err(`it starts at row ${page.first} instead of ${first}`);
    if (page.sections.length !== count) return err('a part of it is missing');
    for (const [i, section] of page.sections.entries()) {
      if (!(section instanceof Uint32Array) || section.length !== wordCount(page.rows))
        return err('its bits do not fit its rows');
      bits[i]?.words.set(section, first >>> 5);
    }
    first += page.rows;
  }
  return pages.length === 0 ? err('it is missing') : ok({ rows, bits });
}
