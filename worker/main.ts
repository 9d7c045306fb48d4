import { expose } from 'comlink';
import { v7 } from 'uuid';
import type { StorageState, WorkerApi } from '../shared/worker-api.ts';
import { Lanes } from './api/lanes.ts';
import { createWorkerApi } from './api/worker-api.ts';
import { createEngine } from './engine/engine.ts';
import { giveWay } from './import/give-way.ts';
import { Replica } from './replica/replica.ts';
import type { TabChannel, TabMessage } from './replica/tabs.ts';
import { Tidying } from './replica/tidy.ts';
import { temporalReady } from './temporal.ts';

/** How often a tab looks for what other tabs did, should a message have been lost, and tidies up. */
const ROUND_EVERY_MS = 5_000;
/** Of condition bitmaps: 125 kB each at a million profiles. */
const CACHE_BYTES = 64 << 20;

const now = () => Date.now();
const ticks = () => performance.now();

const replica = new Replica({
  name: 'shoal',
  browser: { indexedDB, IDBKeyRange },
  locks: navigator.locks,
  channel: tabChannel(new BroadcastChannel('shoal')),
  now,
  newId: () => v7(),
});

const api = createWorkerApi({
  replica,
  engine: createEngine({ cacheBytes: CACHE_BYTES, ticks }),
  lanes: new Lanes(),
  searches: new Map(),
  now,
  ticks,
  breathe: giveWay,
  estimate,
});
expose(temporalReady === undefined ? api : afterTemporal(api, temporalReady));

// The first question comes while the page draws: by then it is open.
void replica.open();
const tidying = new Tidying(replica);
setInterval(() => void tidying.round(now()), ROUND_EVERY_MS);

function tabChannel(channel: BroadcastChannel): TabChannel {
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      channel.onmessage = ({ data }: MessageEvent<TabMessage>) => listener(data);
    },
    close: () => channel.close(),
  };
}

/** WebKitGTK can tell none of it. */
async function estimate(): Promise<Pick<StorageState, 'usedBytes' | 'quotaBytes' | 'persisted'>> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  const persisted = await navigator.storage?.persisted?.();
  return { usedBytes: usage ?? null, quotaBytes: quota ?? null, persisted: persisted ?? null };
}

/** Messages that come before are kept by being answered later. */
function afterTemporal(of: WorkerApi, ready: Promise<void>): WorkerApi {
  return new Proxy(of, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: readonly unknown[]) => {
        await ready;
        return Reflect.apply(method, target, given);
      };
    },
  });
}
