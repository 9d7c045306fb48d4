import type { TabChannel, TabMessage } from '../replica/tabs.ts';

/** A channel between the tabs of a test. Messages arrive later, in order, and can be lost. */
export class MemoryChannels {
  readonly #listeners = new Map<object, (message: TabMessage) => void>();
  /** Set to drop what is sent from now on. */
  isBroken = false;

  open(): TabChannel {
    const end = {};
    return {
      post: (message) => {
        if (this.isBroken) return;
        for (const [other, listener] of this.#listeners) {
          if (other !== end) queueMicrotask(() => this.#listeners.has(other) && listener(message));
        }
      },
      listen: (listener) => this.#listeners.set(end, listener),
      close: () => this.#listeners.delete(end),
    };
  }
}
