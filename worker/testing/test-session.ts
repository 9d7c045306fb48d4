import type { WorkerApi } from '../../shared/worker-api.ts';
import { Lanes } from '../api/lanes.ts';
import type { Session } from '../api/session.ts';
import { createWorkerApi } from '../api/worker-api.ts';
import { createEngine } from '../engine/engine.ts';
import { giveWay } from '../import/give-way.ts';
import type { Replica } from '../replica/replica.ts';
import type { TestBrowser } from './test-browser.ts';

export interface TestPage {
  readonly api: WorkerApi;
  readonly replica: Replica;
}

/** A page with its Worker, without the thread between them. */
export function openPage(browser: TestBrowser): TestPage {
  const replica = browser.openTab();
  const session: Session = {
    replica,
    engine: createEngine({ cacheBytes: 1 << 20 }),
    lanes: new Lanes(),
    searches: new Map(),
    now: () => browser.now,
    ticks: () => 0,
    breathe: giveWay,
    estimate: async () => ({ usedBytes: 1, quotaBytes: 2, persisted: null }),
  };
  return { api: createWorkerApi(session), replica };
}
