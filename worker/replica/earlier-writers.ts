import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { ConsentState } from '../../shared/profile/profile.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { ImportRow, JournalRow } from '../storage/core-rows.ts';
import type { PageDatabase } from '../storage/page-database.ts';
import { decodeCells } from './cell-history.ts';
import { type CellKey, cellsOfEdit, keyOfColumn, keyOfConsent } from './cell-key.ts';
import { ConsentHistory } from './consent-history.ts';
import { type OpenWorkspace, ordinalOf } from './open-workspace.ts';
import { readPage } from './read-page.ts';

/** What a cell held before: a value, a state, or nothing. */
export type Before = Value | ConsentState | null;

/** An import, and what each of its cells held before it. */
interface Writer {
  readonly importRow: ImportRow;
  readonly before: ReadonlyMap<CellKey, ReadonlyMap<number, Before>>;
}

/**
 * The imports before one, when some of them are undone: what an undone import had set must not come
 * back with the next one's undoing. A cell gets what it held before the first of those that wrote to it
 * after the last one that stands.
 */
export class EarlierWriters {
  readonly #last: ImportRow;
  /** The latest first. */
  readonly #writers: readonly Writer[];
  /** Numbers of the journal entries that set a cell. */
  readonly #edits = new Map<CellKey, Map<number, number[]>>();

  private constructor(last: ImportRow, writers: readonly Writer[]) {
    this.#last = last;
    this.#writers = writers;
  }

  static async before(
    importRow: ImportRow,
    open: OpenWorkspace,
    from: { readonly pages: PageDatabase; readonly entries: readonly JournalRow[] },
  ): Promise<Result<EarlierWriters, WorkerError>> {
    const writers: Writer[] = [];
    for (const earlier of sinceFirstUndone(importRow, open)) {
      const before = await cellsBefore(earlier, from.pages);
      if (!before.ok) return before;
      writers.unshift({ importRow: earlier, before: before.value });
    }
    const found = new EarlierWriters(importRow, writers);
    if (writers.length > 0) for (const entry of from.entries) found.#addEdit(entry, open);
    return ok(found);
  }

  /** What to restore, given what the undone import itself replaced. */
  resolve(key: CellKey, ordinal: number, replaced: Before): Before {
    let before = replaced;
    let upTo = this.#last.afterNumber;
    for (const { importRow, before: cells } of this.#writers) {
      const held = cells.get(key)?.get(ordinal);
      if (held === undefined) continue;
      if (importRow.summary.state === 'done' || this.#isEdited(key, ordinal, [importRow.afterNumber, upTo]))
        break;
      before = held;
      upTo = importRow.afterNumber;
    }
    return before;
  }

  #isEdited(key: CellKey, ordinal: number, [after, upTo]: readonly [after: number, upTo: number]): boolean {
    const numbers = this.#edits.get(key)?.get(ordinal) ?? [];
    return numbers.some((number) => number > after && number <= upTo);
  }

  #addEdit(entry: JournalRow, open: OpenWorkspace): void {
    const edit = cellsOfEdit(entry);
    const ordinal = edit && ordinalOf(open, edit.profile);
    if (ordinal === undefined) return;
    for (const key of edit?.keys ?? []) {
      const cells = this.#edits.get(key) ?? new Map<number, number[]>();
      this.#edits.set(key, cells);
      cells.set(ordinal, [...(cells.get(ordinal) ?? []), entry.number]);
    }
  }
}

/** The first undone import before this one, and all between. */
export function sinceFirstUndone(importRow: ImportRow, { imports }: OpenWorkspace): readonly ImportRow[] {
  const earlier = imports.filter(({ importNumber }) => importNumber < importRow.importNumber);
  const first = earlier.findIndex(({ summary }) => summary.state === 'undone');
  return first === -1 ? [] : earlier.slice(first);
}

async function cellsBefore(
  importRow: ImportRow,
  pages: PageDatabase,
): Promise<Result<Writer['before'], WorkerError>> {
  const before = new Map<CellKey, Map<number, Before>>();
  const cellsOf = (key: CellKey) => {
    const cells = before.get(key) ?? new Map<number, Before>();
    before.set(key, cells);
    return cells;
  };
  for (const { of, page } of importRow.replaced) {
    const read = await readPage(pages, page, decodeCells);
    if (!read.ok) return read;
    const cells = cellsOf(keyOfColumn(of));
    for (const [index, ordinal] of read.value.ordinals.entries())
      cells.set(ordinal, read.value.before[index] ?? null);
  }
  if (importRow.ledger === undefined) return ok(before);
  const ledger = await readPage(pages, importRow.ledger, ConsentHistory.decode);
  if (!ledger.ok) return ledger;
  for (let row = ledger.value.size - 1; row >= 0; row -= 1) {
    const line = ledger.value.lineAt(row);
    cellsOf(keyOfConsent(line.topic, line.channel)).set(line.ordinal, line.before ?? null);
  }
  return ok(before);
}
