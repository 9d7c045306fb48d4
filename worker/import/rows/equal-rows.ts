import type { ColumnCells } from '../cells/column-cells.ts';
import { fingerprint } from './fingerprint.ts';

/** Stands in no cell. */
const BETWEEN_CELLS = '\u001f';

/**
 * An identity for rows without one (SYN-3): the hash of the mapped cells, plus the row's number among the
 * equal rows of its file. So the same file twice changes nothing, and two equal rows stay two. Cells count
 * as they are written: a file that is read in another way has the same rows.
 */
export class EqualRows {
  readonly #mapped: readonly ColumnCells[];
  readonly #counts = new Map<string, number>();

  constructor(mapped: readonly ColumnCells[]) {
    this.#mapped = mapped;
  }

  /** Counts the row: ask once for each. */
  identify(row: readonly string[]): string {
    let text = '';
    for (const cells of this.#mapped) text += cells.writtenIn(row) + BETWEEN_CELLS;
    const hash = fingerprint(text);
    const number = (this.#counts.get(hash) ?? 0) + 1;
    this.#counts.set(hash, number);
    return `${hash}-${number}`;
  }
}
