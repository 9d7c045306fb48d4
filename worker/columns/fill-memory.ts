import type { ColumnName } from './column-name.ts';
import type { ColumnSet } from './column-set.ts';

interface Fill {
  readonly filled: number;
  /** Versions of the column and of the live profiles it was counted by. */
  readonly version: number;
  readonly live: number;
}

/** How many live profiles have a value in a column: counted once, and valid while both stay as they are. */
export class FillMemory {
  readonly #fills: Map<ColumnName, Fill>;

  constructor(fills: ReadonlyMap<ColumnName, Fill> = new Map()) {
    this.#fills = new Map(fills);
  }

  /** What was stored with the columns. */
  static from(columns: ColumnSet): FillMemory {
    const fills = new FillMemory();
    for (const { name, stored } of columns.all()) {
      if (stored !== undefined && stored.filled !== null) fills.remember(columns, name, stored.filled);
    }
    return fills;
  }

  known(columns: ColumnSet, name: ColumnName): number | undefined {
    const fill = this.#fills.get(name);
    const isValid =
      fill !== undefined && fill.version === columns.version(name) && fill.live === columns.live.version;
    return isValid ? fill.filled : undefined;
  }

  remember(columns: ColumnSet, name: ColumnName, filled: number): void {
    this.#fills.set(name, { filled, version: columns.version(name), live: columns.live.version });
  }

  copy(): FillMemory {
    return new FillMemory(this.#fills);
  }
}
