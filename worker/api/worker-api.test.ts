import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  AttributeId,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
} from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { NodeId, SegmentDefinition, SegmentId } from '../../shared/segment/definition.ts';
import type { Mutation, RevisionId } from '../../shared/sync/mutation.ts';
import { at } from '../../shared/testing/builders.ts';
import { aDefinition, attribute, event, segment, tag } from '../../shared/testing/definition-builders.ts';
import { SETTINGS } from '../../shared/testing/held-builders.ts';
import type { Change, SegmentDraft } from '../../shared/worker-api.ts';
import { ConsentRecorder } from '../replica/consent-history.ts';
import { foldJournal } from '../replica/fold.ts';
import { sweepPages } from '../replica/sweep.ts';
import { createTestWorkspace, definedBeginning, valueIn } from '../testing/replica-state.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { importRows } from '../testing/test-import.ts';
import { openPage, type TestPage } from '../testing/test-session.ts';

const GOLD = aDefinition(tag('any', ['gold']));
let browser: TestBrowser;
let page: TestPage;
let isCold = false;

beforeEach(async () => {
  browser = new TestBrowser();
  page = openPage(browser);
  await createTestWorkspace(page.replica);
});
afterEach(() => browser.kill());

function idOf(name: string): ProfileId {
  return `018df5f0-1111-7000-8000-${name
    .padEnd(12, '0')
    .replaceAll(/[^0-9a-f]/g, 'a')
    .slice(0, 12)}` as ProfileId;
}

async function mutate(...mutations: readonly Mutation[]): Promise<void> {
  for (const mutation of mutations) {
    browser.now += 1_000;
    valueIn(await page.api.mutate(mutation));
  }
  if (isCold) restart();
}

/** Nothing is in memory any more. */
function restart(): void {
  browser.kill();
  page = openPage(browser);
}

function create(
  name: string,
  values: Readonly<Record<string, string | number>> = {},
  keys: Record<string, string> = {},
): Mutation {
  return {
    name: 'create-profile',
    profile: idOf(name),
    source: 'By hand',
    keys: Object.entries(keys).map(([keyspace, value]) => ({ keyspace, value })),
    attributes: Object.entries(values).map(([id, value]) => ({ attribute: id as AttributeId, value })),
  };
}

function addTag(name: string, id: string): Mutation {
  return { name: 'add-tag', profile: idOf(name), tag: id as TagId };
}

function createSegment(id: string, definition: SegmentDefinition): Mutation {
  const revision = `${id}-1` as RevisionId;
  return {
    name: 'create-segment',
    segment: id as SegmentId,
    title: id,
    description: '',
    revision,
    definition,
  };
}

async function namesOf(text: string): Promise<readonly string[]> {
  const found = valueIn(await page.api.profiles({ set: { kind: 'search', text }, offset: 0, limit: 100 }));
  expect(found.total).toBe(found.rows.length);
  return found.rows.map(({ name }) => name);
}

function draftOf(id: string, title = 'Draft'): SegmentDraft {
  return {
    segment: id as SegmentId,
    isNew: false,
    title,
    description: '',
    definition: GOLD,
    basedOn: null,
    changedAt: browser.now,
  };
}

describe.each([
  ['while the tab lives', false],
  ['with every column loaded anew', true],
])('%s', (_, cold) => {
  beforeEach(() => {
    isCold = cold;
  });

  describe('evaluate', () => {
    beforeEach(() =>
      mutate(create('a', { city: 'Lund' }), create('b', { city: 'Lund' }), create('c'), addTag('a', 'gold')),
    );

    test('[SEG-28] counts every node, the total, and who can be reached', async () => {
      const definition = aDefinition(attribute('city'), tag('any', ['gold']));
      const counted = valueIn(await page.api.evaluate({ lane: 'builder', definition }));
      expect(counted).toMatchObject({
        state: 'complete',
        population: 3,
        total: 1,
        reach: { email: 0, sms: 0 },
        timeZone: 'Europe/Stockholm',
        now: browser.now,
        nodes: { n2: { alone: 2, soFar: 2, without: 0 }, n3: { alone: 1, soFar: 1, without: 1 } },
      });
    });

    test('[SEG-15] the clock is fixed by who asks', async () => {
      const now = at('2020-01-01T00:00Z');
      expect(valueIn(await page.api.evaluate({ lane: 'x', definition: GOLD, now })).now).toBe(now);
    });

    test('[SEG-5] an incomplete draft has dashes and no members', async () => {
      const definition = aDefinition(attribute(null), tag('any', ['gold']));
      const counted = valueIn(await page.api.evaluate({ lane: 'x', definition }));
      expect(counted).toMatchObject({
        state: 'incomplete',
        total: null,
        reach: null,
        nodes: { n2: { alone: null } },
      });
      expect(counted.nodes['n3' as NodeId]?.alone).toBe(1);
      const set = { kind: 'lane', lane: 'x' } as const;
      expect(await page.api.profiles({ set, offset: 0, limit: 9 })).toEqual({
        ok: false,
        error: { kind: 'unknown-set' },
      });
    });

    test('[SEG-23] a reference back to the segment that is edited is a cycle', async () => {
      await mutate(createSegment('s', GOLD));
      const definition = aDefinition(segment('s'));
      const counted = valueIn(await page.api.evaluate({ lane: 'x', definition, segment: 's' as SegmentId }));
      expect(counted).toMatchObject({ state: 'broken', problems: [{ reason: { kind: 'cycle' } }] });
    });

    test('refuses what is no definition, with the places', async () => {
      const definition = { version: 1, root: { kind: 'group' } } as unknown as SegmentDefinition;
      expect(await page.api.evaluate({ lane: 'x', definition })).toMatchObject({
        ok: false,
        error: { kind: 'definition-refused' },
      });
    });

    test('newest wins, lane by lane', async () => {
      const answers = await Promise.all([
        page.api.evaluate({ lane: 'a', definition: GOLD }),
        page.api.evaluate({ lane: 'b', definition: GOLD }),
        page.api.evaluate({ lane: 'a', definition: aDefinition(attribute('city')) }),
      ]);
      expect(answers.map((answer) => (answer.ok ? answer.value.total : answer.error.kind))).toEqual([
        'superseded',
        1,
        2,
      ]);
      const members = await page.api.profiles({ set: { kind: 'lane', lane: 'a' }, offset: 0, limit: 9 });
      expect(valueIn(members).total).toBe(2);
    });

    test('an edit in the middle begins it again: all numbers are of one state', async () => {
      // All mean the same of these people, and none is the same condition.
      const rows = Array.from({ length: 40 }, (_, row) =>
        attribute('city', { kind: 'is', values: ['Lund', `no city ${row}`] }),
      );
      const [counted] = await Promise.all([
        page.api.evaluate({ lane: 'x', definition: aDefinition(...rows) }),
        page.api.mutate({
          name: 'set-attribute',
          profile: idOf('c'),
          attribute: 'city' as AttributeId,
          value: 'Lund',
        }),
      ]);
      const { total, nodes } = valueIn(counted);
      expect(new Set(Object.values(nodes).map(({ alone }) => alone))).toEqual(new Set([total]));
    });
  });

  describe('profiles', () => {
    beforeEach(() =>
      mutate(
        create(
          'a',
          { first_name: 'Åsa', last_name: 'Berg', email: 'asa@example.com', phone: '+46 70 1' },
          { email: 'asa@example.com' },
        ),
        create('b', { first_name: 'Bo', last_name: 'Ek' }, { 'crm-id': 'C-007' }),
        create('c', { first_name: 'Bo', last_name: 'Åberg' }),
      ),
    );

    test.each([
      ['', ['Bo Åberg', 'Bo Ek', 'Åsa Berg']],
      ['  ', ['Bo Åberg', 'Bo Ek', 'Åsa Berg']],
      ['bo', ['Bo Åberg', 'Bo Ek']],
      ['BERG bo', ['Bo Åberg']],
      ['ÅSA', ['Åsa Berg']],
      ['asa@', ['Åsa Berg']],
      ['+46', ['Åsa Berg']],
      ['c-00', ['Bo Ek']],
      ['a.b', []],
      ['nobody', []],
    ])('[SEG-7] searching %j finds %j, the newest first', async (text, names) => {
      expect(await namesOf(text)).toEqual(names);
    });

    test('a search sees what changed since', async () => {
      expect(await namesOf('kiruna')).toEqual([]);
      await mutate({
        name: 'set-attribute',
        profile: idOf('b'),
        attribute: 'last_name' as AttributeId,
        value: 'Kiruna',
      });
      expect(await namesOf('kiruna')).toEqual(['Bo Kiruna']);
    });

    test('pages meet without gap, from the first to the last', async () => {
      const pages = await Promise.all(
        [0, 2, 3].map((offset) => page.api.profiles({ set: { kind: 'search', text: '' }, offset, limit: 2 })),
      );
      expect(pages.map((answer) => valueIn(answer).rows.map(({ name }) => name))).toEqual([
        ['Bo Åberg', 'Bo Ek'],
        ['Åsa Berg'],
        [],
      ]);
    });

    test('the trash is a set of its own, and nobody in it is found or counted', async () => {
      await mutate({ name: 'trash-profile', profile: idOf('b') });
      expect(await namesOf('ek')).toEqual([]);
      const trash = valueIn(await page.api.profiles({ set: { kind: 'trash' }, offset: 0, limit: 9 }));
      expect(trash.rows.map(({ name }) => name)).toEqual(['Bo Ek']);
      expect(valueIn(await page.api.workspace())).toMatchObject({ profileCount: 2, unsentCount: 4 });
      await mutate({ name: 'restore-profile', profile: idOf('b') });
      expect(await namesOf('ek')).toEqual(['Bo Ek']);
    });

    test('a segment is a set, unless it has no meaning', async () => {
      await mutate(
        createSegment('s', aDefinition(attribute('email'))),
        createSegment('open', aDefinition(attribute(null))),
      );
      const members = (id: string) =>
        page.api.profiles({ set: { kind: 'segment', segment: id as SegmentId }, offset: 0, limit: 9 });
      expect(valueIn(await members('s')).rows).toMatchObject([
        { name: 'Åsa Berg', known: true, eventCount: 0, lastEventAt: null },
      ]);
      expect(await members('open')).toEqual({ ok: false, error: { kind: 'unknown-set' } });
      expect(await members('none')).toEqual({ ok: false, error: { kind: 'unknown-set' } });
    });
  });

  describe('one profile', () => {
    test('shows everything about it', async () => {
      await mutate(
        create('a', { first_name: 'Åsa', points: 3 }, { email: 'A@example.com' }),
        addTag('a', 'gold'),
        createSegment('s', GOLD),
        createSegment('t', aDefinition(tag('any', ['silver']))),
      );
      await mutate({
        name: 'record-consent',
        profile: idOf('a'),
        topic: 'news' as TopicId,
        channel: 'sms',
        state: 'opted-in',
        source: 'Form',
        evidence: 'x',
      });
      const consentAt = browser.now;
      await mutate({ name: 'set-suppressed', profile: idOf('a'), channel: 'email', suppressed: true });
      expect(valueIn(await page.api.profile(idOf('a')))).toEqual({
        id: idOf('a'),
        name: 'Åsa',
        email: '',
        phone: '',
        createdAt: expect.any(Number),
        changedAt: browser.now,
        known: true,
        eventCount: 0,
        lastEventAt: null,
        source: 'By hand',
        trashed: false,
        keys: [{ keyspace: 'email', value: 'a@example.com' }],
        attributes: [
          { attribute: 'first_name', value: 'Åsa' },
          { attribute: 'points', value: 3 },
        ],
        keptAside: [],
        tags: ['gold'],
        suppressed: ['email'],
        consents: [
          {
            topic: 'news',
            channel: 'sms',
            state: 'opted-in',
            entries: [
              {
                topic: 'news',
                channel: 'sms',
                state: 'opted-in',
                at: consentAt,
                source: 'Form',
                evidence: 'x',
              },
            ],
          },
        ],
        segments: ['s'],
      });
      expect(await page.api.profile(idOf('f'))).toEqual({ ok: false, error: { kind: 'unknown-profile' } });
    });

    test('its timeline is paged, the newest first', async () => {
      await mutate(create('a', {}, { email: 'a@example.com' }));
      valueIn(await importRows(page.replica, [{ email: 'a@example.com', visits: ['e1', 'e2', 'e3'] }]));
      const timeline = valueIn(await page.api.timeline({ profile: idOf('a'), offset: 1, limit: 5 }));
      expect(timeline.total).toBe(3);
      expect(timeline.events.map(({ id }) => id)).toEqual(['e2', 'e3']);
      expect(
        valueIn(await page.api.profiles({ set: { kind: 'search', text: '' }, offset: 0, limit: 1 })).rows[0],
      ).toMatchObject({ eventCount: 3, lastEventAt: browser.now });
    });
  });

  describe('segments', () => {
    test('the list says who uses what, and which has a draft', async () => {
      await mutate(
        createSegment('a', GOLD),
        createSegment('b', aDefinition(segment('a'))),
        createSegment('c', aDefinition(segment('a'))),
      );
      await mutate({ name: 'delete-segment', segment: 'c' as SegmentId });
      valueIn(await page.api.saveDraft(draftOf('b')));
      const rows = valueIn(await page.api.segments());
      expect(
        rows.map(({ id, usedBy, hasDraft, deleted, revision }) => ({
          id,
          usedBy,
          hasDraft,
          deleted,
          revision,
        })),
      ).toEqual([
        { id: 'c', usedBy: [], hasDraft: false, deleted: true, revision: 'c-1' },
        { id: 'b', usedBy: [], hasDraft: true, deleted: false, revision: 'b-1' },
        { id: 'a', usedBy: ['b'], hasDraft: false, deleted: false, revision: 'a-1' },
      ]);
    });

    test('[SEG-22] a broken one is neither empty nor everyone: it keeps its last good count', async () => {
      await mutate(
        create('a'),
        addTag('a', 'gold'),
        createSegment('s', GOLD),
        createSegment('user', aDefinition(segment('s'))),
      );
      const ids = ['s', 'user'] as SegmentId[];
      const good = valueIn(await page.api.countSegments({ lane: 'x', segments: ids }));
      expect(good).toMatchObject([
        { segment: 's', state: 'ready', members: 1, reach: { email: 0, sms: 0 }, lastGood: null },
        { segment: 'user', state: 'ready', members: 1 },
      ]);
      const countedAt = browser.now;
      await mutate(
        { name: 'delete-segment', segment: 'user' as SegmentId },
        { name: 'delete-segment', segment: 's' as SegmentId },
        { name: 'restore-segment', segment: 'user' as SegmentId },
      );
      const [broken] = valueIn(await page.api.countSegments({ lane: 'x', segments: ['user' as SegmentId] }));
      expect(broken).toMatchObject({
        state: 'broken',
        members: null,
        reach: null,
        lastGood: { members: 1, at: countedAt },
      });
    });

    test('newest wins by lane', async () => {
      await mutate(createSegment('s', GOLD));
      const ask = () => page.api.countSegments({ lane: 'x', segments: ['s' as SegmentId] });
      const [old, newest] = await Promise.all([ask(), ask()]);
      expect(old).toEqual({ ok: false, error: { kind: 'superseded' } });
      expect(newest.ok).toBe(true);
    });
  });

  test('drafts survive a killed tab, and show in the others', async () => {
    const other = openPage(browser);
    await other.api.workspace();
    const heard: Change[] = [];
    await other.api.watch((change) => heard.push(change));
    valueIn(await page.api.saveDraft(draftOf('a', 'One')));
    valueIn(await page.api.saveDraft(draftOf('a', 'Two')));
    valueIn(await page.api.saveDraft(draftOf('b')));
    await vi.waitFor(() => expect(heard.length).toBe(3));
    expect(heard[0]?.subjects).toContain('drafts');
    browser.kill();
    page = openPage(browser);
    expect(valueIn(await page.api.drafts()).map(({ title }) => title)).toEqual(['Two', 'Draft']);
    valueIn(await page.api.discardDraft('a' as SegmentId));
    expect(valueIn(await page.api.drafts()).map(({ segment: id }) => id)).toEqual(['b']);
  });

  test('statistics are exact', async () => {
    await mutate(
      create('a', { city: 'Lund' }),
      create('b', { city: 'lund' }),
      create('c', { city: 'Lund' }),
      addTag('a', 'gold'),
    );
    valueIn(
      await importRows(page.replica, [{ email: 'd@example.com', visits: ['e1', 'e2'], news: 'opted-in' }]),
    );
    const counts = valueIn(await page.api.subjectCounts());
    expect(counts.attributes['city' as AttributeId]).toBe(3);
    expect(counts.tags).toEqual({ gold: 1, silver: 0, staff: 0 });
    expect(counts.eventTypes['visit' as EventTypeId]).toEqual({ profiles: 1, events: 2 });
    expect(counts.topics['news' as TopicId]).toEqual({ email: 1, sms: 0 });
    const subject = { kind: 'attribute', attribute: 'city' as AttributeId } as const;
    const suggested = valueIn(await page.api.suggestValues({ subject, search: 'LU', limit: 5 }));
    expect(suggested.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const none = {
      kind: 'property',
      property: 'sku' as PropertyId,
      eventTypes: ['visit' as EventTypeId],
    } as const;
    expect(valueIn(await page.api.suggestValues({ subject: none, search: '', limit: 5 }))).toEqual([]);
  });

  test('an import brings the smart segments whose data it brought, once', async () => {
    valueIn(await importRows(page.replica, [{ email: 'd@example.com', visits: ['e1'], news: 'opted-in' }]));
    const smart = async () =>
      valueIn(await page.api.segments())
        .filter((row) => row.smart)
        .map(({ id }) => id);
    const there = await smart();
    expect(there).toContain('smart-can-receive-email');
    await mutate({ name: 'delete-segment', segment: 'smart-can-receive-email' as SegmentId });
    valueIn(await importRows(page.replica, [{ email: 'e@example.com' }]));
    const rows = valueIn(await page.api.segments());
    expect(rows.filter(({ id }) => id === 'smart-can-receive-email')).toMatchObject([{ deleted: true }]);
  });

  test('imports are listed with their failed rows', async () => {
    const { id } = valueIn(await importRows(page.replica, [{ email: 'd@example.com' }]));
    expect(valueIn(await page.api.imports())).toMatchObject([{ id, state: 'done', fileName: 'people.csv' }]);
    expect(valueIn(await page.api.failedRows(id))).toContain('broken');
    expect(valueIn(await page.api.undoImport(id)).state).toBe('undone');
    expect(valueIn(await page.api.imports())).toMatchObject([{ id, state: 'undone' }]);
    expect(await page.api.failedRows('x' as never)).toEqual({ ok: false, error: { kind: 'unknown-import' } });
  });

  test('the sample is a workspace like others, its ledger included', async () => {
    valueIn(await page.api.removeWorkspace());
    const made = valueIn(await page.api.createWorkspace({ from: 'sample', settings: SETTINGS }));
    expect(made).toMatchObject({ kind: 'open', origin: 'sample', profileCount: 10_000, unsentCount: 0 });
    const subscribers = aDefinition({
      kind: 'consent',
      id: 'c' as NodeId,
      channel: 'email',
      match: 'any',
      topics: ['newsletter' as TopicId],
      test: { kind: 'states', states: ['opted-out'] },
    });
    valueIn(await page.api.evaluate({ lane: 'x', definition: subscribers }));
    const { rows } = valueIn(
      await page.api.profiles({ set: { kind: 'lane', lane: 'x' }, offset: 0, limit: 1 }),
    );
    const profile = valueIn(await page.api.profile(rows[0]?.id ?? ('' as ProfileId)));
    const [newsletter] = profile.consents.filter(({ topic }) => topic === 'newsletter');
    expect(newsletter?.state).toBe('opted-out');
    expect(newsletter?.entries[0]).toMatchObject({ state: 'opted-out', source: expect.stringMatching(/./) });
    expect(valueIn(await page.api.segments()).length).toBeGreaterThan(5);
    expect(
      valueIn(await page.api.evaluate({ lane: 'x', definition: aDefinition(event('order')) })).total,
    ).toBeGreaterThan(0);
  }, 60_000);

  test('sweeping leaves all that history needs: ledgers, failed rows, what an import replaced', async () => {
    const ledger = new ConsentRecorder();
    const word = {
      topic: 'news' as TopicId,
      channel: 'email',
      source: 'Fair',
      before: undefined,
      at: 5,
    } as const;
    ledger.add({ ...word, ordinal: 0, state: 'opted-in' });
    valueIn(await page.replica.remove());
    await createTestWorkspace(page.replica, () => ({ ...definedBeginning()(), ledger: ledger.finish() }));
    await mutate(create('a', {}, { email: 'a@example.com' }));
    const row = { email: 'a@example.com', city: 'Lund', news: 'opted-out' } as const;
    const { id } = valueIn(await importRows(page.replica, [row]));
    valueIn(await foldJournal(page.replica));
    valueIn(await sweepPages(page.replica));
    browser.kill();
    page = openPage(browser);
    const { consents } = valueIn(await page.api.profile(idOf('a')));
    expect(consents[0]?.entries.map(({ source }) => source)).toEqual(['people.csv', 'Fair']);
    expect(valueIn(await page.api.failedRows(id))).toContain('broken');
    valueIn(await page.api.undoImport(id));
    expect(valueIn(await page.api.profile(idOf('a'))).attributes).toEqual([]);
  });

  test('storage tells what memory holds', async () => {
    await mutate(create('a', { city: 'Lund' }));
    const state = valueIn(await page.api.storage());
    expect(state).toMatchObject({ usedBytes: 1, quotaBytes: 2, persisted: null });
    expect(state.memoryBytes).toBeGreaterThan(0);
  });
});
