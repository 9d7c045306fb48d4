import Dexie, { type Table } from 'dexie';
import type { SegmentRecord, SegmentRevision } from '../../shared/sync/segment-record.ts';
import type { SegmentDraft } from '../../shared/worker-api.ts';
import type { CountRow, DefinitionRow, ImportRow, JournalRow } from './core-rows.ts';

/** What the databases live in: the browser's, or a stand-in under test. */
export interface IndexedDb {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/**
 * What people made and nothing can bring back: journal, definitions, segments, drafts, and which pages
 * the population consists of. Strict: a transaction is complete when it is on the disk (SYN-1).
 */
export class CoreDatabase extends Dexie {
  declare readonly meta: Table<unknown, string>;
  declare readonly journal: Table<JournalRow, number>;
  declare readonly definitions: Table<DefinitionRow, [string, string]>;
  declare readonly segments: Table<SegmentRecord, string>;
  declare readonly revisions: Table<SegmentRevision, string>;
  declare readonly drafts: Table<SegmentDraft, string>;
  declare readonly imports: Table<ImportRow, string>;
  declare readonly counts: Table<CountRow, string>;

  constructor(name: string, browser: IndexedDb) {
    super(`${name}-core`, { ...browser, chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      meta: '',
      journal: 'number, profile',
      definitions: '[kind+id]',
      segments: 'id',
      revisions: 'id, segment',
      drafts: 'segment',
      imports: 'id',
      counts: 'segment',
    });
  }
}
