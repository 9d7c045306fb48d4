import { proxy, wrap } from 'comlink';
import type { BenchWorker } from './worker.ts';

const worker = wrap<BenchWorker>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** Called from Node through the browser's automation. Progress lines go to the console. */
const bench = {
  run: (part: keyof BenchWorker, options: object): Promise<unknown> =>
    (worker[part] as unknown as (options: object, say: unknown) => Promise<unknown>)(
      options,
      proxy((line: string) => console.log(line)),
    ),
};
Object.assign(globalThis, { bench });
