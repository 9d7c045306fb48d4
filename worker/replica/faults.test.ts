import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../shared/kernel/result.ts';
import type { AttributeId, TagId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { Mutation, RevisionId } from '../../shared/sync/mutation.ts';
import { aDefinition, tag } from '../../shared/testing/definition-builders.ts';
import { SETTINGS } from '../../shared/testing/held-builders.ts';
import { definedBeginning, stateOf, valueIn } from '../testing/replica-state.ts';
import { StorageFaults } from '../testing/storage-faults.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { importRows } from '../testing/test-import.ts';
import { createWorkspace } from './create-workspace.ts';
import { foldJournal } from './fold.ts';
import type { Replica } from './replica.ts';
import { undoImport } from './undo-import.ts';

const ANN = '018df5f0-1111-7000-8000-000000000001' as ProfileId;
const createAnn: Mutation = {
  name: 'create-profile',
  profile: ANN,
  source: 'By hand',
  keys: [{ keyspace: 'email', value: 'ann@example.com' }],
  attributes: [{ attribute: 'city' as AttributeId, value: 'Lund' }],
};
const createSegment: Mutation = {
  name: 'create-segment',
  segment: 's' as SegmentId,
  title: 'S',
  description: '',
  revision: 'r1' as RevisionId,
  definition: aDefinition(tag('any', ['gold'])),
};
const ROWS = [
  { email: 'bo@example.com', city: 'Ystad', tag: 'new', visits: ['e1'], news: 'opted-in' } as const,
];

type Act = (tab: Replica) => Promise<Result<unknown, unknown>>;

/** What is there before, and the act that is interrupted. */
const ACTS: Readonly<Record<string, readonly [before: readonly Act[], act: Act]>> = {
  'making a workspace': [[], makeWorkspace],
  'creating a profile': [[makeWorkspace], (tab) => tab.mutate(createAnn)],
  'changing a profile': [
    [makeWorkspace, (tab) => tab.mutate(createAnn)],
    (tab) => tab.mutate({ name: 'add-tag', profile: ANN, tag: 'gold' as TagId }),
  ],
  'creating a segment': [[makeWorkspace], (tab) => tab.mutate(createSegment)],
  folding: [[makeWorkspace, (tab) => tab.mutate(createAnn)], foldJournal],
  importing: [[makeWorkspace, (tab) => tab.mutate(createAnn)], (tab) => importRows(tab, ROWS)],
  'undoing an import': [[makeWorkspace, (tab) => importRows(tab, ROWS)], undoLast],
  'removing all': [[makeWorkspace, (tab) => tab.mutate(createAnn)], (tab) => tab.remove()],
};

function makeWorkspace(tab: Replica): Promise<Result<unknown, unknown>> {
  return createWorkspace(tab, { from: 'empty', settings: SETTINGS }, definedBeginning());
}

async function undoLast(tab: Replica): Promise<Result<unknown, unknown>> {
  const last = valueIn(await tab.open()).imports.at(-1);
  return undoImport(tab, last?.id ?? ('' as never));
}

let faults: StorageFaults;
beforeEach(() => {
  faults = new StorageFaults();
  // Dexie tells the console of every failed write.
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  faults.remove();
  vi.restoreAllMocks();
});

async function prepared(before: readonly Act[]): Promise<{ browser: TestBrowser; tab: Replica }> {
  const browser = new TestBrowser();
  const tab = browser.openTab();
  for (const act of before) valueIn(await act(tab));
  await look(tab);
  return { browser, tab };
}

async function look(tab: Replica): Promise<string> {
  const open = await tab.open();
  return open.ok ? stateOf(tab) : open.error.kind;
}

/** The states before and after an act, and how many writes it takes. */
async function measure([before, act]: readonly [readonly Act[], Act]) {
  const { browser, tab } = await prepared(before);
  const was = await look(tab);
  faults.disarm();
  valueIn(await act(tab));
  const { writeCount } = faults;
  const is = await look(tab);
  browser.kill();
  return { was, is, writeCount };
}

describe.each(Object.entries(ACTS))('%s', (_, acts) => {
  const [before, act] = acts;

  test('[SYN-1] killed at any write, it has happened or it has not', async () => {
    const { was, is, writeCount } = await measure(acts);
    expect(writeCount).toBeGreaterThan(0);
    for (let failAt = 1; failAt <= writeCount; failAt += 1) {
      const { browser, tab } = await prepared(before);
      faults.arm('kill', failAt);
      const ended = await act(tab);
      faults.revive();
      browser.kill();
      const reopened = browser.openTab();
      expect([was, is], `write ${failAt} of ${writeCount}`).toContain(await look(reopened));
      if (ended.ok) expect(await look(reopened)).toBe(is);
      browser.kill();
    }
  });

  test('[SYN-19] without room at any write, all stands as it was, and the next try succeeds', async () => {
    const { was, is, writeCount } = await measure(acts);
    for (let failAt = 1; failAt <= writeCount; failAt += 1) {
      const { browser, tab } = await prepared(before);
      faults.arm('quota', failAt);
      const ended = await act(tab);
      faults.disarm();
      expect(ended, `write ${failAt} of ${writeCount}`).toMatchObject({
        ok: false,
        error: { kind: 'storage-full' },
      });
      const now = await look(tab);
      // Pages are cleared after the one step that removes all.
      expect(act === ACTS['removing all']?.[1] ? [was, is] : [was]).toContain(now);
      valueIn(await act(tab));
      expect(withoutIds(await look(tab))).toBe(withoutIds(is));
      browser.kill();
    }
  });
});

/** A second try draws other ids. */
function withoutIds(state: string): string {
  return state.replaceAll(/018df5f0-0000-7000-8000-[0-9a-f]{12}/g, 'id');
}
