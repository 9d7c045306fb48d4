import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Instant } from '../../shared/kernel/time.ts';
import { Replica } from '../replica/replica.ts';
import type { IndexedDb } from '../storage/core-database.ts';
import { MemoryChannels } from './memory-channels.ts';
import { MemoryLocks } from './memory-locks.ts';

/** One browser profile: its storage outlives its tabs. */
export class TestBrowser {
  readonly name = `shoal-test-${Math.random().toString(36).slice(2)}`;
  readonly storage: IndexedDb;
  readonly channels = new MemoryChannels();
  /** Moves by hand. */
  now: Instant = Date.UTC(2024, 1, 29, 12);
  #locks = new MemoryLocks();
  #idCount = 0;
  readonly #tabs = new Set<Replica>();

  constructor() {
    // In a real browser its own storage is put to the test.
    this.storage =
      typeof indexedDB === 'undefined'
        ? { indexedDB: new IDBFactory(), IDBKeyRange }
        : { indexedDB, IDBKeyRange: globalThis.IDBKeyRange };
  }

  openTab(): Replica {
    const tab = new Replica({
      name: this.name,
      browser: this.storage,
      locks: this.#locks,
      channel: this.channels.open(),
      now: () => this.now,
      newId: () => this.newId(),
    });
    this.#tabs.add(tab);
    return tab;
  }

  closeTab(tab: Replica): void {
    tab.close();
    this.#tabs.delete(tab);
  }

  /** All tabs go at once, as when the browser is killed; what they held in memory is gone. */
  kill(): void {
    for (const tab of this.#tabs) this.closeTab(tab);
    this.#locks = new MemoryLocks();
  }

  /** UUIDv7-shaped, the same in every run. */
  newId(): string {
    this.#idCount += 1;
    return `018df5f0-0000-7000-8000-${this.#idCount.toString(16).padStart(12, '0')}`;
  }
}
