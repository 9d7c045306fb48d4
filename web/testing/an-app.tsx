import { createRoot, type JSX } from 'solid-js';
import type { WorkerApi } from '../../shared/worker-api.ts';
import { type AppParts, AppProvider } from '../data/app-context.tsx';
import { FirstEditProvider } from '../data/first-edit.tsx';
import { ToastRegion } from '../ui/toast.tsx';

/** For tests: a worker that can do only what the test gives it. */
function aWorker(can: Partial<WorkerApi>): WorkerApi {
  return new Proxy({ watch: async () => {}, ...can } as WorkerApi, {
    get(methods, name) {
      const method: unknown = Reflect.get(methods, name);
      if (method === undefined) throw new Error(`The test gave its worker no ${String(name)}.`);
      return method;
    },
  });
}

function someParts(can: Partial<WorkerApi>): AppParts {
  let lastId = 0;
  return {
    worker: aWorker(can),
    newId: () => {
      lastId += 1;
      return `id-${lastId}`;
    },
    now: () => Date.parse('2026-11-23T12:00:00Z'),
  };
}

function AnApp(props: { readonly can: Partial<WorkerApi>; readonly children: JSX.Element }) {
  return (
    <AppProvider parts={someParts(props.can)}>
      <FirstEditProvider>
        <ToastRegion>{props.children}</ToastRegion>
      </FirstEditProvider>
    </AppProvider>
  );
}

/** What `make` gives inside an app, with all the contexts that it may use. */
export function insideApp<Made>(
  can: Partial<WorkerApi>,
  make: () => Made,
): { made: Made; dispose: () => void } {
  let made: { readonly value: Made } | undefined;
  const Maker = () => {
    made = { value: make() };
    return undefined;
  };
  const dispose = createRoot((end) => {
    // The components are run for their contexts; nothing is drawn.
    const drawn = (
      <AnApp can={can}>
        <Maker />
      </AnApp>
    );
    const run = (element: unknown): void => {
      if (typeof element === 'function') run(element());
      else if (Array.isArray(element)) element.forEach(run);
    };
    run(drawn);
    return end;
  });
  if (!made) throw new Error('nothing was made');
  return { made: made.value, dispose };
}

/** Lets everything that waits for an answer go on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
