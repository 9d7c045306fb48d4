import Dexie, { type Table } from 'dexie';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { EncodedPage, PageName } from '../columns/manifest.ts';
import type { IndexedDb } from './core-database.ts';
import { guardStorage, type StorageError } from './storage-error.ts';

/** IndexedDB takes large transactions at its best rate; beyond this they only cost memory. */
const BATCH_BYTES = 16 << 20;

/**
 * Immutable pages by name. Strict, as the core is: these were made here and nobody can send them again,
 * and a manifest must never be safer than its pages. Pages that a server can send may be relaxed.
 */
export class PageDatabase {
  readonly #database: Dexie;
  readonly #pages: Table<ArrayBuffer, PageName>;

  constructor(name: string, browser: IndexedDb) {
    this.#database = new Dexie(`${name}-pages`, { ...browser, chromeTransactionDurability: 'strict' });
    this.#database.version(1).stores({ pages: '' });
    this.#pages = this.#database.table('pages');
  }

  read(name: PageName): Promise<Result<ArrayBuffer | undefined, StorageError>> {
    return guardStorage(() => this.#pages.get(name));
  }

  /** Writes in batches, as they are encoded, so that memory holds few of them. An error leaves only pages that nothing refers to. */
  async write(
    columnPages: Iterable<EncodedPage>,
    otherPages: readonly EncodedPage[] = [],
    onWritten: (written: { readonly pages: number; readonly bytes: number }) => void = () => {},
  ): Promise<Result<null, StorageError>> {
    let batch: EncodedPage[] = [];
    let bytes = 0;
    const flush = async (): Promise<Result<null, StorageError>> => {
      const now = batch;
      const written = { pages: now.length, bytes };
      batch = [];
      bytes = 0;
      const put = await guardStorage(() =>
        this.#pages.bulkPut(
          now.map(({ content }) => content),
          now.map(({ name }) => name),
        ),
      );
      if (!put.ok) return put;
      onWritten(written);
      return ok(null);
    };
    for (const pages of [columnPages, otherPages]) {
      for (const page of pages) {
        batch.push(page);
        bytes += page.bytes;
        if (bytes < BATCH_BYTES) continue;
        const flushed = await flush();
        if (!flushed.ok) return flushed;
      }
    }
    return batch.length === 0 ? ok(null) : flush();
  }

  /** Deletes the pages that nothing refers to. Requires that nobody is about to refer to them. */
  async sweep(isLive: (name: PageName) => boolean): Promise<Result<number, StorageError>> {
    const names = await this.names();
    if (!names.ok) return names;
    const dead = names.value.filter((name) => !isLive(name));
    const deleted = await guardStorage(() => this.#pages.bulkDelete(dead));
    return deleted.ok ? ok(dead.length) : deleted;
  }

  names(): Promise<Result<PageName[], StorageError>> {
    return guardStorage(() => this.#pages.toCollection().primaryKeys());
  }

  clear(): Promise<Result<void, StorageError>> {
    return guardStorage(() => this.#pages.clear());
  }

  close(): void {
    this.#database.close();
  }
}
