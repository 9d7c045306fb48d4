import { afterEach, expect, test, vi } from 'vitest';
import type { AttributeId, TagId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { createWorkspace, emptyBeginning } from './create-workspace.ts';
import { foldJournal } from './fold.ts';
import { ordinalOf } from './open-workspace.ts';
import type { Replica } from './replica.ts';

vi.mock('../engine/engine.ts', () => ({
  fillCounts: async () => ({
    ok: true,
    value: { attributes: new Map(), tags: new Map(), eventTypes: new Map(), topics: new Map() },
  }),
}));

const SETTINGS = {
  name: 'Shop',
  timeZone: 'Europe/Stockholm',
  weekStart: 'monday',
  leapDay: 'february-28',
} as const;
const ANN = '018df5f0-1111-7000-8000-000000000001' as ProfileId;
const EMAIL = 'email' as AttributeId;

const browser = new TestBrowser();
afterEach(() => browser.kill());

const createAnn: Mutation = {
  name: 'create-profile',
  profile: ANN,
  source: 'By hand',
  keys: [{ keyspace: 'email', value: ' Ann@Example.com ' }],
  attributes: [{ attribute: EMAIL, value: 'Ann@Example.com' }],
};

async function opened(tab: Replica) {
  const open = await tab.open();
  if (!open.ok) throw new Error(JSON.stringify(open.error));
  return open.value;
}

test('smoke', async () => {
  const tab = browser.openTab();
  expect(await tab.open()).toEqual({ ok: false, error: { kind: 'no-workspace' } });
  expect(await createWorkspace(tab, { from: 'empty', settings: SETTINGS }, emptyBeginning)).toEqual({
    ok: true,
    value: null,
  });
  expect(await tab.mutate(createAnn)).toMatchObject({ ok: true, value: { number: 1 } });
  expect(
    await tab.mutate({
      name: 'define-tag',
      tag: { id: 'vip' as TagId, key: 'vip', name: 'VIP', archived: false },
    }),
  ).toMatchObject({ ok: true });
  expect(await tab.mutate({ name: 'add-tag', profile: ANN, tag: 'vip' as TagId })).toMatchObject({
    ok: true,
  });
  const other = browser.openTab();
  for (const replica of [tab, other]) {
    const open = await opened(replica);
    await open.population.load(open.population.columnNames());
    const ordinal = ordinalOf(open, ANN) ?? -1;
    expect(open.population.profileAt(ordinal).tags.has('vip' as TagId)).toBe(true);
    expect(open.population.keyAt(ordinal, 'email')).toBe('ann@example.com');
  }
  expect(await foldJournal(tab)).toEqual({ ok: true, value: null });
  browser.kill();
  const later = browser.openTab();
  const open = await opened(later);
  expect(open.foldedUpTo).toBe(3);
  await open.population.load(open.population.columnNames());
  expect(open.population.profileAt(0).attributes.get(EMAIL)).toBe('Ann@Example.com');
});
