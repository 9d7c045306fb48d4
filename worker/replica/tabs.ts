import type { Subject } from '../../shared/worker-api.ts';

/** What one tab tells the others. A message may be lost: tabs also look by themselves. */
export type TabMessage =
  /** The journal or the columns moved: read what is new. */
  | { readonly kind: 'moved' }
  /** Something beside the journal moved. */
  | { readonly kind: 'changed'; readonly subjects: readonly Subject[] };

/** Carries messages to the other tabs of this browser, never back to this one. */
export interface TabChannel {
  post(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): void;
  close(): void;
}

/** The part of the Web Locks that is used. */
export interface Locks {
  request(
    name: string,
    options: { readonly mode: 'exclusive' | 'shared'; readonly ifAvailable?: boolean },
    whileHeld: (lock: unknown) => Promise<void>,
  ): Promise<unknown>;
}

/** Gives a lock back; done when another can have it. */
type Release = () => Promise<unknown>;

/**
 * This tab among the tabs of a workspace. Every open tab holds one lock together with the others, so
 * that who holds it alone knows that there is no other. Nothing that must be right rests on it but the
 * deleting of pages.
 */
export class Tabs {
  readonly #name: string;
  readonly #locks: Locks;
  readonly #channel: TabChannel;
  #leave: Release = async () => {};
  #isImporting = false;

  constructor(name: string, deps: { readonly locks: Locks; readonly channel: TabChannel }) {
    this.#name = name;
    this.#locks = deps.locks;
    this.#channel = deps.channel;
  }

  listen(listener: (message: TabMessage) => void): void {
    this.#channel.listen(listener);
  }

  tell(message: TabMessage): void {
    this.#channel.post(message);
  }

  /** Waits while another tab sweeps. */
  async join(): Promise<void> {
    const held = await this.#hold(`${this.#name}-tabs`, { mode: 'shared' });
    if (held !== undefined) this.#leave = held;
  }

  /** Does `work` if no other tab is open, and keeps new ones waiting meanwhile. */
  async alone(work: () => Promise<unknown>): Promise<void> {
    await this.#leave();
    const release = await this.#hold(`${this.#name}-tabs`, { mode: 'exclusive', ifAvailable: true });
    try {
      if (release !== undefined) await work();
    } finally {
      await release?.();
      await this.join();
    }
  }

  /** Whether the import that is under way is this tab's. */
  get isImporting(): boolean {
    return this.#isImporting;
  }

  /** One import at a time, over all tabs: `undefined` if one is under way, else what ends it. */
  async beginImport(): Promise<Release | undefined> {
    const release = await this.#hold(`${this.#name}-import`, { mode: 'exclusive', ifAvailable: true });
    if (release === undefined) return undefined;
    this.#isImporting = true;
    return () => {
      this.#isImporting = false;
      return release();
    };
  }

  close(): void {
    void this.#leave();
    this.#channel.close();
  }

  /** Resolves when the lock is held, with what gives it back; `undefined` if it was not to be had at once. */
  #hold(
    name: string,
    options: { readonly mode: 'exclusive' | 'shared'; readonly ifAvailable?: boolean },
  ): Promise<Release | undefined> {
    return new Promise((resolve, reject) => {
      const ended = this.#locks.request(name, options, (lock) => {
        if (lock === null) {
          resolve(undefined);
          return Promise.resolve();
        }
        return new Promise<void>((release) => {
          resolve(async () => {
            release();
            await ended;
          });
        });
      });
      ended.catch(reject);
    });
  }
}
