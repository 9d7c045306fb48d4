import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttributeId, TagId, TopicId } from '../../shared/profile/data-model.ts';
import type { ConsentState, Profile, ProfileId } from '../../shared/profile/profile.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { createTestWorkspace, stateOf, valueIn } from '../testing/replica-state.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { commitRows, importRows, stageRows, type TestRow } from '../testing/test-import.ts';
import { readLedger } from './consent-ledger.ts';
import { foldJournal } from './fold.ts';
import { ordinalOf } from './open-workspace.ts';
import type { Replica } from './replica.ts';
import { stageImportOn } from './stage-import.ts';
import { undoImport } from './undo-import.ts';

const ANN = '018df5f0-1111-7000-8000-000000000001' as ProfileId;
const CITY = 'city' as AttributeId;
const NEWS = 'news' as TopicId;
const ann = 'ann@example.com';
const bo = 'bo@example.com';

const createAnn: Mutation = {
  name: 'create-profile',
  profile: ANN,
  source: 'By hand',
  keys: [{ keyspace: 'email', value: ann }],
  attributes: [{ attribute: CITY, value: 'Lund' }],
};

let browser: TestBrowser;
let tab: Replica;
beforeEach(async () => {
  browser = new TestBrowser();
  tab = browser.openTab();
  await createTestWorkspace(tab);
  valueIn(await tab.mutate(createAnn));
});
afterEach(() => browser.kill());

async function importAll(...rows: readonly TestRow[]) {
  browser.now += 1_000;
  return valueIn(await importRows(tab, rows));
}

async function undo(summary: { readonly id: Parameters<typeof undoImport>[1] }): Promise<void> {
  browser.now += 1_000;
  expect(valueIn(await undoImport(tab, summary.id)).state).toBe('undone');
}

async function mutate(mutation: Mutation): Promise<void> {
  browser.now += 1_000;
  valueIn(await tab.mutate(mutation));
}

async function profileBy(email: string, replica = tab): Promise<(Profile & { isLive: boolean }) | undefined> {
  const open = valueIn(await replica.open());
  valueIn(await open.population.load(open.population.columnNames()));
  const ordinal = open.population.ordinalOfKey('email', email);
  if (ordinal === undefined) return undefined;
  return { ...open.population.profileAt(ordinal), isLive: open.population.live.has(ordinal) };
}

function consent(state: ConsentState, evidence?: string): Mutation {
  const said = {
    name: 'record-consent',
    profile: ANN,
    topic: NEWS,
    channel: 'email',
    state,
    source: 'Phone',
  } as const;
  return evidence === undefined ? said : { ...said, evidence };
}

describe('an import', () => {
  test('is visible as a whole at its end, in other tabs too, and after a restart', async () => {
    const other = browser.openTab();
    await stateOf(other);
    const stage = await stageRows(tab, [{ email: bo, city: 'Ystad', tag: 'new', visits: ['e1', 'e2'] }]);
    expect(await profileBy(bo)).toBeUndefined();
    valueIn(await commitRows(stage, 1));
    browser.now += 1_000;
    expect(await stateOf(other)).toBe(await stateOf(tab));
    const person = await profileBy(bo, other);
    expect(person?.events).toHaveLength(2);
    const { model } = valueIn(await other.open());
    expect([...(person?.tags ?? [])]).toEqual([model.tags.find(({ key }) => key === 'new')?.id]);
    const state = await stateOf(tab);
    browser.kill();
    expect(await stateOf(browser.openTab())).toBe(state);
  });

  test('that is dropped, or whose tab is killed, leaves nothing', async () => {
    const before = await stateOf(tab);
    (await stageRows(tab, [{ email: bo }])).drop();
    expect(await stateOf(tab)).toBe(before);
    await stageRows(tab, [{ email: bo }]);
    browser.kill();
    tab = browser.openTab();
    expect(await stateOf(tab)).toBe(before);
    await importAll({ email: bo });
  });

  test('is one at a time, over all tabs', async () => {
    const stage = await stageRows(tab, []);
    expect(await stageImportOn(browser.openTab())()).toEqual({ ok: false, error: { kind: 'busy' } });
    stage.drop();
    await new Promise((resolve) => setTimeout(resolve));
    valueIn(await stageImportOn(browser.openTab())()).drop();
  });

  test('new definitions are entries of the journal, to be sent like others', async () => {
    await importAll({ email: bo, tag: 'new' });
    const entries = await tab.core.journal.toArray();
    expect(entries.map(({ mutation }) => mutation.name)).toEqual(['create-profile', 'define-tag']);
    await mutate(createAnnAgain('city', 'Malmö'));
    expect((await tab.core.journal.toArray()).at(-1)?.number).toBe(3);
  });

  test('[SYN-9] [SYN-23] turns no no into a yes, weakens no yes, and shows its proof in the ledger', async () => {
    await mutate(consent('opted-out'));
    const stage = await stageRows(tab, []);
    const set = (email: string, state: ConsentState) =>
      stage.setConsent(stage.population.ordinalOfKey('email', email) ?? -1, NEWS, 'email', state);
    expect(set(ann, 'opted-in')).toBe('held');
    expect(set(ann, 'opted-out')).toBe('unchanged');
    stage.setKey(stage.createProfile({ source: 'x' }), 'email', bo);
    expect(set(bo, 'confirmed')).toBe('changed');
    expect(set(bo, 'opted-in')).toBe('unchanged');
    expect(set(bo, 'opted-out')).toBe('changed');
    expect(set(bo, 'confirmed')).toBe('held');
    valueIn(await commitRows(stage, 2));
    const open = valueIn(await tab.open());
    const boId = (await profileBy(bo))?.id ?? ANN;
    expect(valueIn(await readLedger(tab, open, boId))).toEqual([
      expect.objectContaining({ state: 'opted-out', source: 'people.csv', evidence: 'the fair in May' }),
      expect.objectContaining({ state: 'confirmed' }),
    ]);
  });

  test('[SEG-4] keeps aside what the type could not take, until a value comes', async () => {
    const points = { id: 'points' as AttributeId, type: 'number' } as const;
    const stage = await stageRows(tab, []);
    expect(stage.keepAside(0, points.id, 'many')).toBe(true);
    expect(stage.keepAside(0, points.id, 'many')).toBe(false);
    expect(stage.population.attributeAt(0, points.id)).toBeUndefined();
    valueIn(await commitRows(stage, 1));
    const later = await stageRows(tab, []);
    expect([...later.population.profileAt(0).attributes.values()]).toContain('many');
    later.setAttribute(0, points, 3);
    expect([...later.population.profileAt(0).attributes.values()]).not.toContain('many');
    later.drop();
  });
});

function createAnnAgain(attribute: string, value: string): Mutation {
  return { name: 'set-attribute', profile: ANN, attribute: attribute as AttributeId, value };
}

describe('[SYN-24] edits made while a file is read', () => {
  test('are there after it, in this tab and in others, folded or not', async () => {
    const stage = await stageRows(tab, [
      { email: bo, city: 'Ystad' },
      { email: ann, city: 'Kiruna' },
    ]);
    await mutate(createAnnAgain('city', 'Malmö'));
    const other = browser.openTab();
    valueIn(await other.mutate({ name: 'add-tag', profile: ANN, tag: 'gold' as TagId }));
    valueIn(await foldJournal(tab));
    valueIn(await commitRows(stage, 2));
    const person = await profileBy(ann);
    expect(person?.attributes.get(CITY)).toBe('Malmö');
    expect([...(person?.tags ?? [])]).toEqual(['gold']);
    const state = await stateOf(tab);
    browser.now += 1_000;
    expect(await stateOf(other)).toBe(state);
    browser.kill();
    tab = browser.openTab();
    expect(await stateOf(tab)).toBe(state);
    valueIn(await foldJournal(tab));
    browser.kill();
    expect(await stateOf(browser.openTab())).toBe(state);
  });

  test('[SYN-3] a profile made by hand with the same key becomes the one that the file brought', async () => {
    const stage = await stageRows(tab, [{ email: bo, city: 'Ystad', tag: 'new' }]);
    const byHand = '018df5f0-2222-7000-8000-000000000001' as ProfileId;
    await mutate({ ...createAnn, profile: byHand, keys: [{ keyspace: 'email', value: bo }] } as Mutation);
    await mutate({ name: 'add-tag', profile: byHand, tag: 'gold' as TagId });
    valueIn(await commitRows(stage, 1));
    const open = valueIn(await tab.open());
    expect(open.population.live.count()).toBe(2);
    const person = await profileBy(bo);
    expect(person?.id).not.toBe(byHand);
    expect(person?.attributes.get(CITY)).toBe('Lund');
    expect(person?.tags.size).toBe(2);
    await mutate({ name: 'set-attribute', profile: byHand, attribute: CITY, value: 'Malmö' });
    expect((await profileBy(bo))?.attributes.get(CITY)).toBe('Malmö');
    const state = await stateOf(tab);
    valueIn(await foldJournal(tab));
    browser.kill();
    tab = browser.openTab();
    expect(await stateOf(tab)).toBe(state);
    expect(ordinalOf(valueIn(await tab.open()), byHand)).toBe(1);
  });

  test('[SYN-9] a yes whose author had not seen the no of the file does not lift it', async () => {
    const stage = await stageRows(tab, [{ email: ann, news: 'opted-out' }]);
    await mutate(consent('opted-in', 'form 12'));
    valueIn(await commitRows(stage, 1));
    expect((await profileBy(ann))?.consents.get(NEWS)?.email).toBe('opted-out');
    await mutate(consent('opted-in', 'form 13'));
    expect((await profileBy(ann))?.consents.get(NEWS)?.email).toBe('opted-in');
  });

  test('a tag made by hand under the same key keeps it', async () => {
    const stage = await stageRows(tab, [{ email: bo, tag: 'new' }]);
    await mutate({ name: 'define-tag', tag: { id: 't' as TagId, key: 'new', name: 'New', archived: false } });
    valueIn(await commitRows(stage, 1));
    const keys = valueIn(await tab.open()).model.tags.map(({ key }) => key);
    expect(keys.slice(-2)).toEqual(['new', 'new-2']);
  });
});

describe('[SYN-25] undoing an import', () => {
  const ROW = { email: ann, city: 'Ystad', tag: 'gold', visits: ['e1'], news: 'opted-in' } as const;

  test('takes back all that it did, also after folds and a restart', async () => {
    const before = await profileBy(ann);
    const summary = await importAll(ROW, { email: bo, city: 'Kiruna', visits: ['e2'] });
    valueIn(await foldJournal(tab));
    browser.kill();
    tab = browser.openTab();
    await undo(summary);
    const after = await profileBy(ann);
    expect({ ...after, changedAt: 0 }).toEqual({ ...before, changedAt: 0 });
    expect(await profileBy(bo)).toMatchObject({ isLive: false, events: [] });
    const state = await stateOf(tab);
    browser.kill();
    expect(await stateOf(browser.openTab())).toBe(state);
  });

  test('twice is once', async () => {
    const summary = await importAll(ROW);
    await undo(summary);
    const state = await stateOf(tab);
    await undo(summary);
    expect(await stateOf(tab)).toBe(state);
    expect(await undoImport(tab, 'other' as never)).toEqual({ ok: false, error: { kind: 'unknown-import' } });
  });

  test('leaves alone what was edited since', async () => {
    const summary = await importAll(ROW, { email: bo });
    await mutate(createAnnAgain('city', 'Malmö'));
    await mutate({ name: 'remove-tag', profile: ANN, tag: 'gold' as TagId });
    await mutate({ name: 'add-tag', profile: ANN, tag: 'gold' as TagId });
    await mutate(consent('opted-out'));
    const boId = (await profileBy(bo))?.id ?? ANN;
    await mutate({ name: 'add-tag', profile: boId, tag: 'gold' as TagId });
    await undo(summary);
    const person = await profileBy(ann);
    expect(person?.attributes.get(CITY)).toBe('Malmö');
    expect(person?.tags.has('gold' as TagId)).toBe(true);
    expect(person?.consents.get(NEWS)?.email).toBe('opted-out');
    expect(person?.events).toEqual([]);
    expect((await profileBy(bo))?.isLive).toBe(true);
  });

  test('leaves alone what another import changed since', async () => {
    const first = await importAll(ROW, { email: bo }, { email: 'cy@example.com' });
    await importAll({ email: ann, city: 'Kiruna', news: 'opted-out' }, { email: bo, visits: ['e2'] });
    await undo(first);
    const person = await profileBy(ann);
    expect(person?.attributes.get(CITY)).toBe('Kiruna');
    expect(person?.tags.size).toBe(0);
    expect(person?.consents.get(NEWS)?.email).toBe('opted-out');
    expect((await profileBy(bo))?.isLive).toBe(true);
    expect((await profileBy('cy@example.com'))?.isLive).toBe(false);
  });

  test('backwards, one after the other, leads to where it began', async () => {
    const before = await profileBy(ann);
    const first = await importAll(ROW);
    const second = await importAll({ ...ROW, city: 'Kiruna', visits: ['e2'], news: 'confirmed' });
    await undo(second);
    expect((await profileBy(ann))?.attributes.get(CITY)).toBe('Ystad');
    await undo(first);
    expect({ ...(await profileBy(ann)), changedAt: 0 }).toEqual({ ...before, changedAt: 0 });
  });

  test('forwards too: what an undone import had set does not come back', async () => {
    const first = await importAll(ROW);
    const second = await importAll({ ...ROW, city: 'Kiruna', news: 'confirmed' });
    await undo(first);
    await undo(second);
    expect((await profileBy(ann))?.attributes.get(CITY)).toBe('Lund');
    expect((await profileBy(ann))?.consents.size).toBe(0);
  });

  test('forwards: a profile that stayed for the sake of a later import goes with that', async () => {
    const first = await importAll({ email: bo });
    const second = await importAll({ email: bo, city: 'Kiruna', news: 'opted-in' });
    await undo(first);
    expect((await profileBy(bo))?.isLive).toBe(true);
    await undo(second);
    expect((await profileBy(bo))?.isLive).toBe(false);
  });

  test('with an edit between two undone imports, the edit stands', async () => {
    const first = await importAll(ROW);
    await mutate(createAnnAgain('city', 'Malmö'));
    const second = await importAll({ ...ROW, city: 'Kiruna' });
    await undo(first);
    await undo(second);
    expect((await profileBy(ann))?.attributes.get(CITY)).toBe('Malmö');
  });

  test('what one that stands had set comes back', async () => {
    const first = await importAll(ROW);
    await importAll({ ...ROW, city: 'Kiruna' });
    const third = await importAll({ ...ROW, city: 'Visby' });
    await undo(first);
    await undo(third);
    expect((await profileBy(ann))?.attributes.get(CITY)).toBe('Kiruna');
  });

  test('of two rows about one person, what was there before the first comes back', async () => {
    const summary = await importAll(
      { ...ROW, news: 'pending' },
      { ...ROW, city: 'Visby', news: 'confirmed' },
    );
    await undo(summary);
    expect((await profileBy(ann))?.attributes.get(CITY)).toBe('Lund');
    expect((await profileBy(ann))?.consents.size).toBe(0);
  });

  test('its lines leave the ledger', async () => {
    const summary = await importAll(ROW);
    await undo(summary);
    expect(valueIn(await readLedger(tab, valueIn(await tab.open()), ANN))).toEqual([]);
  });
});
