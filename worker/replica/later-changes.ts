import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { ImportRow, JournalRow } from '../storage/core-rows.ts';
import type { PageDatabase } from '../storage/page-database.ts';
import { decodeCells, decodeSet } from './cell-history.ts';
import { type CellKey, cellsOfEdit, keyOfColumn, keyOfConsent } from './cell-key.ts';
import { ConsentHistory } from './consent-history.ts';
import { type OpenWorkspace, ordinalOf } from './open-workspace.ts';
import { readPage } from './read-page.ts';

/** What was changed after an import, by edits or by other imports: undoing it leaves that alone. */
export class LaterChanges {
  readonly #cells = new Map<CellKey, Set<number>>();
  readonly #profiles: Bitmap;

  private constructor(profileCount: number) {
    this.#profiles = new Bitmap(profileCount);
  }

  /** Requires that `profile-ids` is loaded. `entries` are those of the journal from the import on. */
  static async after(
    importRow: ImportRow,
    open: OpenWorkspace,
    from: { readonly pages: PageDatabase; readonly entries: readonly JournalRow[] },
  ): Promise<Result<LaterChanges, WorkerError>> {
    const later = new LaterChanges(open.population.profileCount);
    for (const entry of from.entries) if (entry.number > importRow.afterNumber) later.#addEntry(entry, open);
    for (const other of open.imports) {
      if (other.importNumber <= importRow.importNumber || other.summary.state === 'undone') continue;
      const added = await later.#addImport(other, from.pages);
      if (!added.ok) return added;
    }
    return ok(later);
  }

  has(key: CellKey, ordinal: number): boolean {
    return this.#cells.get(key)?.has(ordinal) ?? false;
  }

  hasProfile(ordinal: number): boolean {
    return this.#profiles.has(ordinal);
  }

  #addEntry(entry: JournalRow, open: OpenWorkspace): void {
    const edit = cellsOfEdit(entry);
    const ordinal = edit && ordinalOf(open, edit.profile);
    if (ordinal === undefined) return;
    this.#profiles.add(ordinal);
    for (const key of edit?.keys ?? []) this.#addCell(key, ordinal);
  }

  async #addImport(other: ImportRow, pages: PageDatabase): Promise<Result<null, WorkerError>> {
    const touched = await readPage(pages, other.touched, decodeSet);
    if (!touched.ok) return touched;
    this.#profiles.orWith(touched.value.resized(this.#profiles.length));
    for (const { of, page } of other.replaced) {
      const cells = await readPage(pages, page, decodeCells);
      if (!cells.ok) return cells;
      for (const ordinal of cells.value.ordinals) this.#addCell(keyOfColumn(of), ordinal);
    }
    if (other.ledger === undefined) return ok(null);
    const ledger = await readPage(pages, other.ledger, ConsentHistory.decode);
    if (!ledger.ok) return ledger;
    for (let row = 0; row < ledger.value.size; row += 1) {
      const { ordinal, topic, channel } = ledger.value.lineAt(row);
      this.#addCell(keyOfConsent(topic, channel), ordinal);
    }
    return ok(null);
  }

  #addCell(key: CellKey, ordinal: number): void {
    const cells = this.#cells.get(key);
    if (cells === undefined) this.#cells.set(key, new Set([ordinal]));
    else cells.add(ordinal);
  }
}
