import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { Bits } from './bits.ts';
import type { StoredColumn } from './column.ts';
import { partCode } from './column.ts';
import type { Page } from './page.ts';
import { rowRanges } from './page-rows.ts';
import { joinBits } from './yes-no-column.ts';

/** In or not in a set: tags, live, known, suppressed. One bit a row. */
export class FlagColumn implements StoredColumn {
  readonly kind = 'flag';
  #rows: number;
  readonly #bits: Bits;

  constructor(rows = 0, bits = new Bits()) {
    this.#rows = rows;
    this.#bits = bits;
  }

  get rows(): number {
    return this.#rows;
  }

  get(row: number): boolean {
    return this.#bits.get(row);
  }

  set(row: number, isIn: boolean): void {
    this.#bits.set(row, isIn);
    if (isIn) this.#rows = Math.max(this.#rows, row + 1);
  }

  toBitmap(profileCount: number): Bitmap {
    return this.#bits.toBitmap(profileCount);
  }

  copy(): FlagColumn {
    return new FlagColumn(this.#rows, this.#bits.copy());
  }

  settle(): void {}

  get bytes(): number {
    return this.#bits.words.byteLength;
  }

  *pages(): Iterable<Page> {
    for (const rows of rowRanges(this.#rows)) {
      const sections = [this.#bits.slice(rows.from, rows.to)];
      yield { part: partCode('flag', 0), first: rows.from, rows: rows.to - rows.from, detail: 0, sections };
    }
  }

  static decode(pages: readonly Page[]): Result<FlagColumn, string> {
    const joined = joinBits(pages, partCode('flag', 0), 1);
    return joined.ok ? ok(new FlagColumn(joined.value.rows, joined.value.bits[0])) : joined;
  }
}
