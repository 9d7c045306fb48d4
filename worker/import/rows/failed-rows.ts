import type { ImportSummary } from '../../../shared/import-api.ts';
import { csvRow } from '../table/write-csv.ts';

/** Past this, failed rows are only counted: nobody mends so many by hand. */
const MAX_KEPT_LENGTH = 40_000_000;
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows that were not imported, by reason, and as a file to mend and import again. */
export class FailedRows {
  readonly #headers: readonly string[];
  readonly #counts = new Map<string, number>();
  readonly #lines: string[] = [];
  #count = 0;
  #length = 0;

  constructor(headers: readonly string[]) {
    this.#headers = headers;
  }

  get count(): number {
    return this.#count;
  }

  add(number: number, cells: readonly string[], reason: string): void {
    this.#count += 1;
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
    if (this.#length >= MAX_KEPT_LENGTH) return;
    const padding = Array.from({ length: Math.max(this.#headers.length - cells.length, 0) }, () => '');
    const line = csvRow([...cells, ...padding, String(number), reason]);
    this.#length += line.length;
    this.#lines.push(line);
  }

  byReason(): ImportSummary['failuresByReason'] {
    return [...this.#counts]
      .map(([reason, count]) => ({ reason, count }))
      .sort((left, right) => right.count - left.count);
  }

  /** Empty if none failed. With a byte-order mark, without which Excel reads accents wrongly. */
  toCsv(): string {
    if (this.#count === 0) return '';
    const header = csvRow([...this.#headers, 'Row', 'Reason']);
    const left = this.#count - this.#lines.length;
    const rest = left > 0 ? csvRow([`${left} more rows failed and are not listed.`]) : '';
    return `${BYTE_ORDER_MARK}${header}${this.#lines.join('')}${rest}`;
  }
}
