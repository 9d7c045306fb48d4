import type { SegmentId } from '../../shared/segment/definition.ts';
import { createPopulation } from '../../worker/columns/population.ts';
import { createWorkspace } from '../../worker/replica/create-workspace.ts';
import { Replica } from '../../worker/replica/replica.ts';
import { CROWD_MODEL } from '../crowd/crowd-model.ts';
import { makeCrowd } from '../crowd/make-crowd.ts';
import { fillPopulation } from '../engines/fill-population.ts';
import { type Say, type Size, timed } from './prepare.ts';

/** Under this name the app finds its workspace. */
const DATABASE = 'shoal';

/** Stores a crowd as the app's workspace, the way the app itself does. Gives the smart segments there are. */
export async function storeWorkspace(
  options: Size,
  say: Say,
): Promise<readonly { readonly id: SegmentId; readonly title: string }[]> {
  const crowd = await timed(say, `made ${options.profileCount} profiles with 10 events each`, () =>
    makeCrowd(options),
  );
  const population = createPopulation();
  await timed(say, 'filled the columns', () => fillPopulation(population, crowd));
  const replica = new Replica({
    name: DATABASE,
    browser: { indexedDB, IDBKeyRange },
    locks: navigator.locks,
    channel: { post() {}, listen() {}, close() {} },
    now: () => options.now,
    newId: () => crypto.randomUUID(),
  });
  const settings = { name: 'Bench', timeZone: 'UTC', weekStart: 'monday', leapDay: 'february-28' } as const;
  const created = await timed(say, 'stored the workspace', () =>
    createWorkspace(replica, { from: 'empty', settings }, () => ({ model: CROWD_MODEL, population })),
  );
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  const opened = await replica.open();
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return [...opened.value.segments.values()].map(({ id, title }) => ({ id, title }));
}
