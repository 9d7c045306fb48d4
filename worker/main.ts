import { expose } from 'comlink';
import { v7 } from 'uuid';
import { Lanes } from './api/lanes.ts';
import { createWorkerApi } from './api/worker-api.ts';
import { createEngine } from './engine/engine.ts';
import { Replica } from './replica/replica.ts';
import type { TabChannel, TabMessage } from './replica/tabs.ts';
import { Tidying } from './replica/tidy.ts';

/** How often a tab looks for what other tabs did, should a message have been lost, and tidies up. */
const ROUND_EVERY_MS = 5_000;
/** Of condition bitmaps: 125 kB each at a million profiles. */
const CACHE_BYTES = 64 << 20;

const replica = new Replica({
  name: 'shoal',
  browser: { indexedDB, IDBKeyRange },
  locks: navigator.locks,
  channel: tabChannel(new BroadcastChannel('shoal')),
  now: () => Date.now(),
  newId: () => v7(),
});

expose(
  createWorkerApi({
    replica,
    engine: createEngine({ cacheBytes: CACHE_BYTES, ticks: () => performance.now() }),
    lanes: new Lanes(),
    searches: new Map(),
    now: () => Date.now(),
    ticks: () => performance.now(),
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
    async estimate() {
      // WebKitGTK has neither; Firefox answers only in a secure context.
      const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
      const persisted = await navigator.storage?.persisted?.();
      return { usedBytes: usage ?? null, quotaBytes: quota ?? null, persisted: persisted ?? null };
    },
  }),
);

const tidying = new Tidying(replica);
setInterval(() => void tidying.round(Date.now()), ROUND_EVERY_MS);

function tabChannel(channel: BroadcastChannel): TabChannel {
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      channel.onmessage = ({ data }: MessageEvent<TabMessage>) => listener(data);
    },
    close: () => channel.close(),
  };
}
