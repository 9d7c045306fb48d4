import type { Locks } from '../replica/tabs.ts';

interface Request {
  readonly mode: 'exclusive' | 'shared';
  readonly start: () => void;
}

/** Web Locks in memory: one set of locks for all the tabs of a test. */
export class MemoryLocks implements Locks {
  readonly #held = new Map<string, ('exclusive' | 'shared')[]>();
  readonly #waiting = new Map<string, Request[]>();

  request(
    name: string,
    options: { readonly mode: 'exclusive' | 'shared'; readonly ifAvailable?: boolean },
    whileHeld: (lock: unknown) => Promise<void>,
  ): Promise<unknown> {
    const { mode } = options;
    if (options.ifAvailable === true && !this.#isFree(name, mode)) return whileHeld(null);
    return new Promise((resolve, reject) => {
      const start = () => {
        const held = this.#held.get(name) ?? [];
        this.#held.set(name, [...held, mode]);
        whileHeld({ name })
          .finally(() => this.#release(name, mode))
          .then(resolve, reject);
      };
      if (this.#isFree(name, mode)) start();
      else this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), { mode, start }]);
    });
  }

  #isFree(name: string, mode: 'exclusive' | 'shared'): boolean {
    const held = this.#held.get(name) ?? [];
    return held.length === 0 || (mode === 'shared' && !held.includes('exclusive'));
  }

  #release(name: string, mode: 'exclusive' | 'shared'): void {
    const held = [...(this.#held.get(name) ?? [])];
    held.splice(held.indexOf(mode), 1);
    this.#held.set(name, held);
    const [next, ...others] = this.#waiting.get(name) ?? [];
    if (next === undefined || !this.#isFree(name, next.mode)) return;
    this.#waiting.set(name, others);
    next.start();
  }
}
