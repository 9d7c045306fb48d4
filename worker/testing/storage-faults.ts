import { IDBDatabase as MemoryDatabase, IDBObjectStore as MemoryObjectStore } from 'fake-indexeddb';

type Fault = 'quota' | 'kill';
const WRITES = ['put', 'add', 'delete', 'clear'] as const;

/**
 * Makes one write of the storage fail: for want of room, or because the browser is killed in the middle
 * of it, after which nothing can be read or written until `revive`.
 */
export class StorageFaults {
  /** Writes since the last `arm`. */
  writeCount = 0;
  #failAt = Number.POSITIVE_INFINITY;
  #fault: Fault = 'quota';
  #isDead = false;
  readonly #restore: (() => void)[] = [];

  constructor() {
    const isMemory = typeof indexedDB === 'undefined';
    const store: object = isMemory ? MemoryObjectStore.prototype : IDBObjectStore.prototype;
    const database: object = isMemory ? MemoryDatabase.prototype : IDBDatabase.prototype;
    for (const method of WRITES) {
      this.#wrap(store, method, (self) => this.#beforeWrite(self as IDBObjectStore));
    }
    this.#wrap(database, 'transaction', () => {
      if (this.#isDead) throw new DOMException('The browser was killed.', 'InvalidStateError');
    });
  }

  /** The write with this number fails, counted from 1 on. */
  arm(fault: Fault, failAt: number): void {
    this.writeCount = 0;
    this.#fault = fault;
    this.#failAt = failAt;
  }

  /** Counts only. */
  disarm(): void {
    this.arm('quota', Number.POSITIVE_INFINITY);
  }

  /** The browser starts again. */
  revive(): void {
    this.#isDead = false;
    this.disarm();
  }

  remove(): void {
    for (const restore of this.#restore) restore();
  }

  #beforeWrite(store: IDBObjectStore): void {
    this.writeCount += 1;
    if (this.writeCount !== this.#failAt) return;
    if (this.#fault === 'quota') throw new DOMException('No room left.', 'QuotaExceededError');
    this.#isDead = true;
    store.transaction.abort();
    throw new DOMException('The browser was killed.', 'AbortError');
  }

  #wrap(prototype: object, method: string, before: (self: unknown) => void): void {
    const original: unknown = Reflect.get(prototype, method);
    if (typeof original !== 'function') throw new Error(`${method} is no method`);
    function wrapped(this: unknown, ...given: unknown[]): unknown {
      before(this);
      return Reflect.apply(original as (...args: unknown[]) => unknown, this, given);
    }
    Reflect.set(prototype, method, wrapped);
    this.#restore.push(() => Reflect.set(prototype, method, original));
  }
}
