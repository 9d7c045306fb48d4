import { proxy, type Remote, wrap } from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import type { ProfileId } from '../shared/profile/profile.ts';
import type { SegmentId } from '../shared/segment/definition.ts';
import type { Mutation } from '../shared/sync/mutation.ts';
import { aDefinition, event, tag } from '../shared/testing/definition-builders.ts';
import { SETTINGS } from '../shared/testing/held-builders.ts';
import type { Change, WorkerApi } from '../shared/worker-api.ts';
import { valueIn } from './testing/replica-state.ts';

/** Of two slow processors that others use too. */
const LONG_MS = 90_000;
const ANN = '018df5f0-1111-7000-8000-000000000001' as ProfileId;
const ORDERED = aDefinition(event('order'), tag('none', ['staff']));
const createAnn: Mutation = {
  name: 'create-profile',
  profile: ANN,
  source: 'By hand',
  keys: [{ keyspace: 'email', value: 'ann@example.com' }],
  attributes: [],
};

let workers: Worker[] = [];

/** A tab's Worker, on the real storage, locks and channel. */
function openTab(): Remote<WorkerApi> {
  const worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module' });
  workers.push(worker);
  return wrap<WorkerApi>(worker);
}

function killTabs(): void {
  for (const worker of workers) worker.terminate();
  workers = [];
}

afterEach(async () => {
  killTabs();
  valueIn(await openTab().removeWorkspace());
  killTabs();
});

test(
  'the sample is made, counted, and there again after its tab was killed',
  async () => {
    const tab = openTab();
    expect(await tab.workspace()).toEqual({ ok: true, value: { kind: 'none' } });
    const made = valueIn(await tab.createWorkspace({ from: 'sample', settings: SETTINGS }));
    expect(made).toMatchObject({ kind: 'open', profileCount: 10_000 });
    const counted = valueIn(await tab.evaluate({ lane: 'x', definition: ORDERED }));
    expect(counted.total).toBeGreaterThan(1_000);
    killTabs();
    const again = openTab();
    expect(valueIn(await again.workspace())).toEqual(made);
    const later = valueIn(await again.evaluate({ lane: 'x', definition: ORDERED, now: counted.now }));
    expect({ ...later, elapsedMs: 0 }).toEqual({ ...counted, elapsedMs: 0 });
  },
  LONG_MS,
);

test(
  '[SYN-1] an edit that was answered survives a killed tab; so does a draft',
  async () => {
    const tab = openTab();
    valueIn(await tab.createWorkspace({ from: 'empty', settings: SETTINGS }));
    valueIn(await tab.mutate(createAnn));
    const draft = {
      segment: 's' as SegmentId,
      isNew: true,
      title: 'S',
      description: '',
      definition: ORDERED,
      basedOn: null,
      changedAt: 0,
    };
    valueIn(await tab.saveDraft(draft));
    killTabs();
    const again = openTab();
    expect(valueIn(await again.profile(ANN)).known).toBe(true);
    expect(valueIn(await again.drafts())).toEqual([draft]);
  },
  LONG_MS,
);

test(
  '[SYN-18] a change in one tab shows in another within a second',
  async () => {
    const [one, two] = [openTab(), openTab()];
    valueIn(await one.createWorkspace({ from: 'empty', settings: SETTINGS }));
    await two.workspace();
    const heard: Change[] = [];
    await two.watch(proxy((change: Change) => heard.push(change)));
    valueIn(await one.mutate(createAnn));
    await vi.waitFor(() => expect(heard.flatMap((change) => change.subjects)).toContain('profiles'), 1_000);
    expect(valueIn(await two.profile(ANN)).id).toBe(ANN);
  },
  LONG_MS,
);

test(
  'a file is imported through the thread, with progress, and taken back',
  async () => {
    const tab = openTab();
    valueIn(await tab.createWorkspace({ from: 'empty', settings: SETTINGS }));
    const lines = Array.from(
      { length: 5_000 },
      (_, row) => `p${row}@example.com,${row % 7 === 0 ? 'Lund' : 'Malmö'}`,
    );
    const file = new File([['email,city', ...lines].join('\n')], 'people.csv');
    const { plan } = valueIn(await tab.inspectFile(file));
    const progress: unknown[] = [];
    const summary = valueIn(
      await tab.importFile(
        file,
        plan,
        proxy((at: unknown) => progress.push(at)),
      ),
    );
    expect(summary).toMatchObject({ createdProfiles: 5_000, failedRows: 0 });
    expect(progress.length).toBeGreaterThan(0);
    killTabs();
    const again = openTab();
    expect(valueIn(await again.workspace())).toMatchObject({ profileCount: 5_000 });
    valueIn(await again.undoImport(summary.id));
    expect(valueIn(await again.workspace())).toMatchObject({ profileCount: 0 });
  },
  LONG_MS,
);
