import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AttributeId, TagId, TopicId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { Mutation, RevisionId } from '../../shared/sync/mutation.ts';
import { aTag } from '../../shared/testing/builders.ts';
import { aDefinition, tag } from '../../shared/testing/definition-builders.ts';
import { SETTINGS } from '../../shared/testing/held-builders.ts';
import type { Change } from '../../shared/worker-api.ts';
import { createTestWorkspace, stateOf, valueIn } from '../testing/replica-state.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { readLedger } from './consent-ledger.ts';
import { createWorkspace, emptyBeginning } from './create-workspace.ts';
import { foldJournal } from './fold.ts';
import type { Replica } from './replica.ts';
import { sweepPages } from './sweep.ts';

const ANN = '018df5f0-1111-7000-8000-000000000001' as ProfileId;
const BO = '018df5f0-1111-7000-8000-000000000002' as ProfileId;
const CITY = 'city' as AttributeId;
const GOLD = 'gold' as TagId;
const NEWS = 'news' as TopicId;

const createAnn: Mutation = {
  name: 'create-profile',
  profile: ANN,
  source: 'By hand',
  keys: [{ keyspace: 'email', value: 'ann@example.com' }],
  attributes: [{ attribute: CITY, value: 'Lund' }],
};
const createBo: Mutation = { ...createAnn, profile: BO, keys: [{ keyspace: 'crm-id', value: '007' }] };
const moveAnn: Mutation = { name: 'set-attribute', profile: ANN, attribute: CITY, value: 'Malmö' };

let browser = new TestBrowser();
afterEach(() => {
  browser.kill();
  browser = new TestBrowser();
});

async function mutateAll(tab: Replica, ...mutations: readonly Mutation[]): Promise<void> {
  for (const mutation of mutations) valueIn(await tab.mutate(mutation));
}

async function openWorkspace(): Promise<Replica> {
  const tab = browser.openTab();
  await createTestWorkspace(tab);
  return tab;
}

function changesOf(tab: Replica): Change[] {
  const changes: Change[] = [];
  tab.watch((change) => changes.push(change));
  return changes;
}

describe('a workspace', () => {
  test('is not there before it is made', async () => {
    const tab = browser.openTab();
    expect(await tab.open()).toEqual({ ok: false, error: { kind: 'no-workspace' } });
    expect(await tab.mutate(createAnn)).toEqual({ ok: false, error: { kind: 'no-workspace' } });
  });

  test('begins with the attributes that names and addresses are read from', async () => {
    const tab = browser.openTab();
    valueIn(await createWorkspace(tab, { from: 'empty', settings: SETTINGS }, emptyBeginning));
    const { model } = valueIn(await tab.open());
    expect(model.attributes.map(({ id }) => id)).toEqual([
      'email',
      'phone',
      'first_name',
      'last_name',
      'birth_date',
    ]);
  });

  test('is made once: the second to try opens the first', async () => {
    const [one, two] = [browser.openTab(), browser.openTab()];
    await Promise.all([createTestWorkspace(one), createTestWorkspace(two)]);
    expect(valueIn(await one.open()).head.workspace).toBe(valueIn(await two.open()).head.workspace);
  });

  test('is removed for all tabs, and another can be begun', async () => {
    const tab = await openWorkspace();
    await mutateAll(tab, createAnn);
    const other = browser.openTab();
    await stateOf(other);
    valueIn(await tab.remove());
    browser.now += 2_000;
    expect(await other.open()).toEqual({ ok: false, error: { kind: 'no-workspace' } });
    await createTestWorkspace(other);
    browser.now += 2_000;
    expect(await stateOf(tab)).toBe(await stateOf(other));
    expect(valueIn(await tab.open()).population.profileCount).toBe(0);
  });
});

describe('[SYN-1] numbers', () => {
  test('are 1, 2, 3…, whichever tab asks; a refusal takes none', async () => {
    const tab = await openWorkspace();
    const other = browser.openTab();
    const receipts = await Promise.all([
      tab.mutate(createAnn),
      other.mutate(createBo),
      tab.mutate({ name: 'add-tag', profile: 'nobody' as ProfileId, tag: GOLD }),
      tab.mutate({ name: 'define-tag', tag: aTag('bronze') }),
      other.mutate({ name: 'define-tag', tag: aTag('tin') }),
    ]);
    const numbers = receipts.flatMap((receipt) => (receipt.ok ? [receipt.value.number] : []));
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4]);
    expect((await tab.core.journal.toArray()).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('each entry has a uid of its own and the time it was made', async () => {
    const tab = await openWorkspace();
    await mutateAll(tab, createAnn);
    browser.now += 60_000;
    await mutateAll(tab, moveAnn);
    const [first, second] = await tab.core.journal.toArray();
    expect(second?.at).toBe((first?.at ?? 0) + 60_000);
    expect(second?.uid).not.toBe(first?.uid);
  });
});

test('[SEG-29] every change keeps its old value and time', async () => {
  const tab = await openWorkspace();
  await mutateAll(tab, createAnn, moveAnn, { ...moveAnn, value: null } as Mutation);
  const history = (await tab.core.journal.toArray()).map(({ at, replaced }) => ({ at, replaced }));
  const at = browser.now;
  expect(history).toEqual([
    { at, replaced: { kind: 'nothing' } },
    { at, replaced: { kind: 'value', value: 'Lund' } },
    { at, replaced: { kind: 'value', value: 'Malmö' } },
  ]);
});

test('[SYN-26] a change that changes nothing leaves the time of the last change alone', async () => {
  const tab = await openWorkspace();
  await mutateAll(tab, createAnn);
  const { population } = valueIn(await tab.open());
  const before = browser.now;
  browser.now += 60_000;
  await mutateAll(tab, { ...moveAnn, value: ' Lund' } as Mutation, {
    name: 'remove-tag',
    profile: ANN,
    tag: GOLD,
  });
  valueIn(await population.load(['changed-at']));
  expect(population.changedAt(0)).toBe(before);
  await mutateAll(tab, moveAnn);
  expect(population.changedAt(0)).toBe(browser.now);
});

describe('[SYN-18] tabs', () => {
  test('a change in one shows in the others, and says what moved', async () => {
    const tab = await openWorkspace();
    const other = browser.openTab();
    await stateOf(other);
    const heard = changesOf(other);
    await mutateAll(tab, createAnn);
    await vi.waitFor(() => expect(heard).toEqual([{ subjects: ['profiles'], profiles: [ANN] }]), 1_000);
    expect(await stateOf(other)).toBe(await stateOf(tab));
  });

  test('a lost message costs a second', async () => {
    const tab = await openWorkspace();
    const other = browser.openTab();
    await stateOf(other);
    browser.channels.isBroken = true;
    await mutateAll(tab, createAnn, { name: 'change-settings', settings: { ...SETTINGS, name: 'Store' } });
    browser.now += 1_000;
    expect(await stateOf(other)).toBe(await stateOf(tab));
  });

  test('one that had not heard yet decides on what is there now', async () => {
    const tab = await openWorkspace();
    const other = browser.openTab();
    await stateOf(other);
    browser.channels.isBroken = true;
    await mutateAll(tab, createAnn, moveAnn);
    expect(
      await other.mutate({
        ...createBo,
        keys: createAnn.name === 'create-profile' ? createAnn.keys : [],
      } as Mutation),
    ).toMatchObject({
      ok: false,
      error: { kind: 'key-taken', by: ANN },
    });
    await mutateAll(other, { ...moveAnn, value: 'Ystad' } as Mutation);
    expect((await other.core.journal.toArray()).at(-1)?.replaced).toEqual({ kind: 'value', value: 'Malmö' });
  });

  test('a refusal that another tab has overtaken does not stand', async () => {
    const tab = await openWorkspace();
    await mutateAll(tab, {
      name: 'create-segment',
      segment: 's' as SegmentId,
      title: 'S',
      description: '',
      revision: 'r' as RevisionId,
      definition: aDefinition(tag('any', ['gold'])),
    });
    const other = browser.openTab();
    await stateOf(other);
    browser.channels.isBroken = true;
    await mutateAll(tab, { name: 'delete-segment', segment: 's' as SegmentId });
    expect(
      await other.mutate({ name: 'remove-definition', definition: { kind: 'tag', id: GOLD } }),
    ).toMatchObject({ ok: true });
  });

  test('a fold by one leaves the other as it is', async () => {
    const tab = await openWorkspace();
    await mutateAll(tab, createAnn);
    const other = browser.openTab();
    await stateOf(other);
    valueIn(await foldJournal(tab));
    await mutateAll(other, createBo);
    valueIn(await foldJournal(other));
    await mutateAll(tab, moveAnn);
    browser.now += 1_000;
    expect(await stateOf(other)).toBe(await stateOf(tab));
    browser.kill();
    expect(JSON.parse(await stateOf(browser.openTab()))).toMatchObject({
      head: { lastNumber: 3 },
      profiles: [{ id: ANN }, { id: BO }],
    });
  });
});

describe('folding', () => {
  test('leaves the journal as history, and replays only what came after', async () => {
    const tab = await openWorkspace();
    await mutateAll(tab, createAnn, moveAnn);
    valueIn(await foldJournal(tab));
    await mutateAll(tab, { name: 'add-tag', profile: ANN, tag: GOLD });
    const before = await stateOf(tab);
    browser.kill();
    const later = browser.openTab();
    expect(await stateOf(later)).toBe(before);
    expect(valueIn(await later.open()).foldedUpTo).toBe(2);
    expect(await later.core.journal.count()).toBe(3);
  });

  test('sweeping takes the pages that nothing refers to, and only without other tabs', async () => {
    const tab = await openWorkspace();
    await mutateAll(tab, createAnn);
    valueIn(await foldJournal(tab));
    await mutateAll(tab, moveAnn);
    valueIn(await foldJournal(tab));
    const before = await stateOf(tab);
    const other = browser.openTab();
    await stateOf(other);
    expect(await tab.pages.sweep(() => true)).toEqual({ ok: true, value: 0 });
    const names = async () => valueIn(await tab.pages.names()).length;
    const full = await names();
    valueIn(await sweepPages(tab));
    expect(await names()).toBe(full);
    browser.closeTab(other);
    valueIn(await sweepPages(tab));
    expect(await names()).toBeLessThan(full);
    browser.kill();
    expect(await stateOf(browser.openTab())).toBe(before);
  });
});

test('a tab may read what it began with, although another has folded since, and is gone', async () => {
  const tab = await openWorkspace();
  await mutateAll(tab, createAnn);
  valueIn(await foldJournal(tab));
  browser.kill();
  const idle = browser.openTab();
  const { population } = valueIn(await idle.open());
  expect(population.isLoaded(['attribute/city'])).toBe(false);
  const other = browser.openTab();
  await mutateAll(other, moveAnn);
  valueIn(await foldJournal(other));
  browser.closeTab(other);
  valueIn(await sweepPages(idle));
  browser.now += 1_000;
  expect(JSON.parse(await stateOf(idle))).toMatchObject({ profiles: [{ attributes: [['city', 'Malmö']] }] });
});

test('[SYN-9] the ledger shows every word on a consent, newest first', async () => {
  const tab = await openWorkspace();
  const say = (state: 'opted-in' | 'opted-out', evidence?: string): Mutation => ({
    name: 'record-consent',
    profile: ANN,
    topic: NEWS,
    channel: 'email',
    state,
    source: 'Form',
    ...(evidence && { evidence }),
  });
  await mutateAll(tab, createAnn, say('opted-in'));
  browser.now += 1_000;
  await mutateAll(tab, say('opted-out'));
  expect(await tab.mutate(say('opted-in'))).toMatchObject({ ok: false, error: { kind: 'consent-held' } });
  browser.now -= 500;
  expect(await tab.mutate(say('opted-in', 'form 12'))).toMatchObject({
    ok: false,
    error: { kind: 'consent-held' },
  });
  browser.now += 500;
  await mutateAll(tab, say('opted-in', 'form 12'));
  const ledger = valueIn(await readLedger(tab, valueIn(await tab.open()), ANN));
  expect(ledger.map(({ state, evidence }) => [state, evidence])).toEqual([
    ['opted-in', 'form 12'],
    ['opted-out', undefined],
    ['opted-in', undefined],
  ]);
});
