import { proxy, type Remote, wrap } from 'comlink';
import { unwrap } from 'solid-js/store';
import type { WorkerApi } from '../shared/worker-api.ts';

/** Starts the worker. What goes over is plain data; functions go over as proxies, so that it can call back. */
export function startWorker(): WorkerApi {
  const worker = new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module' });
  return callable(wrap<WorkerApi>(worker));
}

function callable(remote: Remote<WorkerApi>): WorkerApi {
  const crossing = (argument: unknown): unknown => {
    if (typeof argument === 'function') return proxy(argument);
    // A Solid store is a Proxy, which structured clone refuses.
    return typeof argument === 'object' && argument !== null ? unwrap(argument) : argument;
  };
  return new Proxy({} as WorkerApi, {
    get(_, name) {
      const method: unknown = Reflect.get(remote, name);
      return (...given: unknown[]) => (method as (...args: unknown[]) => unknown)(...given.map(crossing));
    },
  });
}
