import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Channel, TopicId } from '../../shared/profile/data-model.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { CellColumn, ImportRow, JournalRow } from '../storage/core-rows.ts';
import type { PageDatabase } from '../storage/page-database.ts';
import { decodeCells, decodeSet } from './cell-history.ts';
import { ConsentHistory } from './consent-history.ts';
import { type OpenWorkspace, ordinalOf } from './open-workspace.ts';
import { readPage } from './read-page.ts';

/** What was changed after an import, by edits or by other imports: undoing it leaves that alone. */
export class LaterChanges {
  readonly #cells = new Map<string, Set<number>>();
  readonly #profiles: Bitmap;

  private constructor(profileCount: number) {
    this.#profiles = new Bitmap(profileCount);
  }

  /** Requires that `profile-ids` is loaded. `entries` are those of the journal after the import. */
  static async after(
    importRow: ImportRow,
    open: OpenWorkspace,
    { pages, entries }: { readonly pages: PageDatabase; readonly entries: readonly JournalRow[] },
  ): Promise<Result<LaterChanges, WorkerError>> {
    const later = new LaterChanges(open.population.profileCount);
    for (const entry of entries) later.#addEntry(entry, open);
    for (const other of open.imports) {
      if (other.importNumber <= importRow.importNumber || other.summary.state === 'undone') continue;
      const added = await later.#addImport(other, pages);
      if (!added.ok) return added;
    }
    return ok(later);
  }

  hasCell(of: CellColumn, ordinal: number): boolean {
    return this.#cells.get(keyOfColumn(of))?.has(ordinal) ?? false;
  }

  hasConsent(topic: TopicId, channel: Channel, ordinal: number): boolean {
    return this.#cells.get(keyOfConsent(topic, channel))?.has(ordinal) ?? false;
  }

  hasProfile(ordinal: number): boolean {
    return this.#profiles.has(ordinal);
  }

  #addEntry({ mutation }: JournalRow, open: OpenWorkspace): void {
    if (!('profile' in mutation)) return;
    const ordinal = ordinalOf(open, mutation.profile);
    if (ordinal === undefined) return;
    this.#profiles.add(ordinal);
    if (mutation.name === 'set-attribute') this.#addCell(`attribute/${mutation.attribute}`, ordinal);
    else if (mutation.name === 'add-tag' || mutation.name === 'remove-tag')
      this.#addCell(`tag/${mutation.tag}`, ordinal);
    else if (mutation.name === 'record-consent')
      this.#addCell(keyOfConsent(mutation.topic, mutation.channel), ordinal);
    else if (mutation.name === 'create-profile') {
      // It became a profile that the import had created.
      for (const { attribute } of mutation.attributes) this.#addCell(`attribute/${attribute}`, ordinal);
      for (const { keyspace } of mutation.keys) this.#addCell(`key/${keyspace}`, ordinal);
    }
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

  #addCell(column: string, ordinal: number): void {
    const cells = this.#cells.get(column);
    if (cells === undefined) this.#cells.set(column, new Set([ordinal]));
    else cells.add(ordinal);
  }
}

function keyOfColumn(of: CellColumn): string {
  switch (of.kind) {
    case 'attribute':
      return `attribute/${of.attribute}`;
    case 'tag':
      return `tag/${of.tag}`;
    case 'key':
      return `key/${of.keyspace}`;
  }
}

function keyOfConsent(topic: TopicId, channel: Channel): string {
  return `consent/${channel}/${topic}`;
}
