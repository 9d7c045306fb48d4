import { describe, expect, test } from 'vitest';
import { assert } from '../../shared/kernel/assert.ts';
import type { AttributeId, EventTypeId, PropertyId, TagId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import { aDataModel, anEvent, aProfile, at } from '../../shared/testing/builders.ts';
import { attributeColumn, eventIdsColumn, eventPropertyColumn, keyColumn, tagColumn } from './column-name.ts';
import { openPopulation } from './population.ts';
import {
  addEvents,
  addProfile,
  loadAll,
  openStored,
  populationOf,
  reopened,
  SOURCE,
  type StoredPages,
  storeInto,
} from './testing/population-of.ts';

const CITY = { id: 'city' as AttributeId, type: 'text' } as const;
const GOLD = 'gold' as TagId;
const PURCHASE = 'purchase' as EventTypeId;
const AMOUNT = 'amount' as PropertyId;
const dataModel = aDataModel();

const PEOPLE = [
  aProfile({
    id: 'ada',
    attributes: { city: 'Lund' },
    tags: ['gold'],
    events: [anEvent({ properties: { amount: 5 } })],
  }),
  aProfile({ id: 'bo', attributes: { city: 'Umeå' } }),
  aProfile({ id: 'cy', events: [anEvent({ at: '2024-01-02T03:04Z', properties: { amount: 7, sku: 'x' } })] }),
];

describe('loading', () => {
  test('[SEG-14] nothing is read before it is asked for, and a column is read once', async () => {
    const pages: StoredPages = new Map();
    const manifest = await storeInto(pages, populationOf(PEOPLE, dataModel));
    const read: string[] = [];
    const opened = await openPopulation(manifest, async (name) => {
      read.push(name);
      return pages.get(name);
    });
    assert(opened.ok, 'it opens');
    const population = opened.value;
    const pagesOf = (column: string) =>
      manifest.columns.find(({ name }) => name === column)?.pages.map(({ name }) => name);
    expect(read).toEqual(pagesOf('live'));
    await Promise.all([
      population.load([attributeColumn(CITY.id)]),
      population.load([attributeColumn(CITY.id), 'live']),
    ]);
    expect(read.slice(1)).toEqual(pagesOf('attribute/city'));
    expect(population.isLoaded([attributeColumn(CITY.id), 'attribute/unheard-of'])).toBe(true);
    expect(population.isLoaded(['source'])).toBe(false);
    expect(population.attributeAt(1, CITY.id)).toBe('Umeå');
    expect(() => population.sourceAt(1)).toThrow('read before it is loaded');
  });

  test('[SYN-19] a damaged or missing page is an error that names it, and changes nothing', async () => {
    const pages: StoredPages = new Map();
    const manifest = await storeInto(pages, populationOf(PEOPLE, dataModel));
    const column = attributeColumn(CITY.id);
    const page = manifest.columns.find(({ name }) => name === column)?.pages[0]?.name ?? '';
    const content = pages.get(page);
    assert(content !== undefined, 'the page is stored');
    for (const [index, byte] of new Uint8Array(content).entries()) {
      const damaged = new Uint8Array(content.slice(0));
      damaged[index] = byte ^ 1;
      pages.set(page, damaged.buffer);
      const population = await openStored(pages, manifest);
      const loaded = await population.load([column]);
      expect(loaded).toMatchObject({ ok: false, error: { kind: 'page-damaged', page, column } });
      expect(population.isLoaded([column])).toBe(false);
    }
    pages.set(page, content.slice(0, 5));
    expect(await (await openStored(pages, manifest)).load([column])).toMatchObject({
      ok: false,
      error: { kind: 'page-damaged' },
    });
    pages.delete(page);
    const population = await openStored(pages, manifest);
    expect(await population.load([column])).toMatchObject({
      ok: false,
      error: { kind: 'page-missing', page },
    });
    pages.set(page, content);
    expect(await population.load([column])).toEqual({ ok: true, value: null });
    expect(population.attributeAt(0, CITY.id)).toBe('Lund');
  });

  test('a page that another column wrote does not pass for this one', async () => {
    const pages: StoredPages = new Map();
    const manifest = await storeInto(pages, populationOf(PEOPLE, dataModel));
    const tag = manifest.columns.find(({ name }) => name === tagColumn(GOLD));
    const columns = manifest.columns.map((column) =>
      column.name === attributeColumn(CITY.id) ? { ...column, pages: tag?.pages ?? [] } : column,
    );
    const population = await openStored(pages, { ...manifest, columns });
    expect(await population.load([attributeColumn(CITY.id)])).toMatchObject({
      ok: false,
      error: { kind: 'page-damaged' },
    });
  });

  test('changes wait for a column that is not loaded, also through a stage', async () => {
    const population = await reopened(populationOf(PEOPLE, dataModel));
    population.setAttribute(0, CITY, 'Ystad');
    const stage = population.stage();
    stage.setAttribute(1, CITY, undefined);
    stage.setTag(2, GOLD, true);
    await loadAll(stage);
    await loadAll(population);
    expect([0, 1, 2].map((ordinal) => stage.attributeAt(ordinal, CITY.id))).toEqual([
      'Ystad',
      undefined,
      undefined,
    ]);
    expect([0, 1, 2].map((ordinal) => population.attributeAt(ordinal, CITY.id))).toEqual([
      'Ystad',
      'Umeå',
      undefined,
    ]);
    expect([stage.hasTag(2, GOLD), population.hasTag(2, GOLD)]).toEqual([true, false]);
  });

  test('columns are let go of only where nothing would be lost', async () => {
    const pages: StoredPages = new Map();
    const population = populationOf(PEOPLE, dataModel, pages);
    population.release(population.columnNames());
    expect(population.isLoaded(population.columnNames())).toBe(true);
    await storeInto(pages, population);
    population.setAttribute(0, CITY, 'Ystad');
    population.release(population.columnNames());
    expect(population.isLoaded([attributeColumn(CITY.id)])).toBe(true);
    expect(population.isLoaded([tagColumn(GOLD)])).toBe(false);
  });
});

describe('staging and storing', () => {
  test('a stage that is dropped leaves nothing', () => {
    const population = populationOf(PEOPLE, dataModel);
    const before = JSON.stringify(population.profileAt(0));
    const stage = population.stage();
    stage.setAttribute(0, CITY, 'Ystad');
    stage.setTag(1, 'new' as TagId, true);
    stage.setLive(0, false);
    addEvents(stage, 0, {
      events: [anEvent({ id: 'late', at: '2024-06-01T00:00Z', properties: { amount: 1 } })],
      dataModel,
    });
    addProfile(stage, aProfile({ id: 'dee' }), dataModel);
    expect(JSON.stringify(population.profileAt(0))).toBe(before);
    expect([population.profileCount, population.eventCount, population.live.count()]).toEqual([3, 2, 3]);
    expect(population.tagIds()).toEqual([GOLD]);
    expect([stage.profileCount, stage.eventCount, stage.live.count()]).toEqual([4, 3, 3]);
    expect(stage.attributeAt(0, CITY.id)).toBe('Ystad');
  });

  test('an edit of the population does not reach a stage made before', () => {
    const population = populationOf(PEOPLE, dataModel);
    const stage = population.stage();
    population.setAttribute(0, CITY, 'Ystad');
    addEvents(population, 1, { events: [anEvent({ id: 'late' })], dataModel });
    expect(stage.attributeAt(0, CITY.id)).toBe('Lund');
    expect([stage.eventCount, population.eventCount]).toEqual([2, 3]);
    expect(stage.eventsAt(1)).toEqual([]);
  });

  test('[SYN-15] storing again gives only pages that changed', async () => {
    const pages: StoredPages = new Map();
    const population = populationOf(PEOPLE, dataModel);
    const first = await storeInto(pages, population);
    const unchanged = await population.seal();
    assert(unchanged.ok, 'it seals');
    expect([...unchanged.value.pages()]).toEqual([]);
    expect(unchanged.value.manifest()).toEqual(first);

    population.setAttribute(0, CITY, 'Umeå');
    population.setAttribute(1, CITY, 'Lund');
    const changed = await population.seal();
    assert(changed.ok, 'it seals');
    // The dictionary already had the words, so only the codes are new.
    expect([...changed.value.pages()]).toHaveLength(1);
    const names = (
      { columns }: { columns: readonly { name: string; pages: readonly { name: string }[] }[] },
      of: string,
    ) => columns.find(({ name }) => name === of)?.pages.map(({ name }) => name);
    const second = changed.value.manifest();
    expect(names(second, 'attribute/city')).not.toEqual(names(first, 'attribute/city'));
    expect(names(second, 'tag/gold')).toEqual(names(first, 'tag/gold'));
  });

  test('what is sealed is the state of that moment, whatever is written while it is stored', async () => {
    const pages: StoredPages = new Map();
    const population = populationOf(PEOPLE, dataModel, pages);
    const sealing = await population.seal();
    assert(sealing.ok, 'it seals');
    population.setAttribute(0, CITY, 'Ystad');
    population.appendProfile({ id: 'dee' as ProfileId, createdAt: 0, changedAt: 0, source: '' });
    for (const page of sealing.value.pages()) pages.set(page.name, page.content);
    sealing.value.stored();
    const stored = await openStored(pages, sealing.value.manifest());
    await loadAll(stored);
    expect([stored.profileCount, stored.attributeAt(0, CITY.id)]).toEqual([3, 'Lund']);
    // The edit is not in the pages, so the column must not be let go.
    population.release(population.columnNames());
    expect(population.isLoaded([attributeColumn(CITY.id)])).toBe(true);
    expect(population.attributeAt(0, CITY.id)).toBe('Ystad');
  });

  test('what is written while a seal loads columns is sealed with the rest', async () => {
    const pages: StoredPages = new Map();
    const manifest = await storeInto(pages, populationOf(PEOPLE, dataModel));
    const population = await openStored(pages, manifest);
    population.setAttribute(0, CITY, 'Ystad');
    const sealing = population.seal();
    population.setTag(1, GOLD, true);
    addEvents(population, 1, { events: [anEvent({ id: 'late' })], dataModel });
    const sealed = await sealing;
    assert(sealed.ok, 'it seals');
    for (const page of sealed.value.pages()) pages.set(page.name, page.content);
    const again = await openStored(pages, sealed.value.manifest());
    await loadAll(again);
    expect([again.attributeAt(0, CITY.id), again.hasTag(1, GOLD), again.eventCount]).toEqual([
      'Ystad',
      true,
      3,
    ]);
  });

  test('a manifest is asked for after the pages', async () => {
    const sealing = await populationOf(PEOPLE, dataModel).seal();
    assert(sealing.ok, 'it seals');
    expect(() => sealing.value.manifest()).toThrow('before its pages');
  });
});

describe('events', () => {
  test('[SEG-13] an event is known by source and id together, stored or just appended', async () => {
    const population = await reopened(populationOf(PEOPLE, dataModel));
    addEvents(population, 1, { events: [anEvent({ id: 'fresh', type: 'visit' })], dataModel });
    await loadAll(population);
    const [stored] = PEOPLE[0]?.events ?? [];
    expect(population.hasEvent(SOURCE, stored?.id ?? '')).toBe(true);
    expect(population.hasEvent(SOURCE, 'fresh')).toBe(true);
    expect(population.hasEvent('elsewhere', 'fresh')).toBe(false);
    expect(population.hasEvent(SOURCE, 'unheard of')).toBe(false);
  });

  test('[SEG-31] events of one instant are in the order of their ids by code points', () => {
    const ids = ['😀', '\uffee', 'b', 'a', 'B'];
    const events = ids.map((id) => anEvent({ id, at: '2024-05-01T12:00Z' }));
    const population = populationOf([aProfile({ events })], dataModel);
    expect(population.eventsAt(0).map(({ id }) => id)).toEqual(['B', 'a', 'b', '\uffee', '😀']);
  });

  test('an import can be undone, and nothing else goes with it', async () => {
    const population = populationOf(PEOPLE, dataModel);
    const late = ['2020-01-01T00:00Z', '2025-01-01T00:00Z'].map((when) =>
      anEvent({ at: when, properties: { amount: 9, gift: true } }),
    );
    addEvents(population, 1, { events: late, dataModel, importNumber: 7 });
    addEvents(population, 0, {
      events: [anEvent({ id: 'other', type: 'visit' })],
      dataModel,
      importNumber: 8,
    });
    const restarted = await reopened(population);
    await restarted.load(restarted.eventColumns(restarted.eventTypes()));
    expect(restarted.removeEvents(7)).toBe(2);
    expect(restarted.removeEvents(7)).toBe(0);
    await loadAll(restarted);
    expect(restarted.eventsAt(1)).toEqual([]);
    expect(restarted.eventsAt(0)).toHaveLength(2);
    expect(restarted.eventCountOf(PURCHASE)).toBe(2);
    expect(restarted.activityAt(2)).toEqual({ eventCount: 1, lastEventAt: at('2024-01-02T03:04Z') });
    expect(restarted.activityAt(1)).toEqual({ eventCount: 0, lastEventAt: undefined });
  });

  test('a batch may come as codes, as numbers, or as values', () => {
    const population = populationOf(PEOPLE, dataModel);
    population.appendEvents({
      type: 'visit' as EventTypeId,
      ordinals: Uint32Array.of(0, 0, 0),
      occurredAt: Float64Array.of(3, 1, 2),
      ids: ['c', 'a', 'b'],
      source: 's',
      importNumber: 0,
      properties: [
        { property: AMOUNT, type: 'number', values: Float64Array.of(1.5, Number.NaN, 2) },
        {
          property: 'sku' as PropertyId,
          type: 'text',
          values: { codes: Uint8Array.of(2, 1, 0), dictionary: ['x', 'y'] },
        },
        { property: 'gift' as PropertyId, type: 'yes-no', values: [undefined, false, true] },
      ],
    });
    const visits = population.eventsAt(0).slice(0, 3);
    expect(visits.map(({ id, properties }) => [id, Object.fromEntries(properties)])).toEqual([
      ['a', { sku: 'x', gift: false }],
      ['b', { amount: 2, gift: true }],
      ['c', { amount: 1.5, sku: 'y' }],
    ]);
  });
});

test('memory is reported by column, ids and keys apart', () => {
  const population = populationOf(PEOPLE, dataModel);
  population.setKey(0, 'email', 'a@b.se');
  population.eventsAt(0);
  const apart = population
    .memory()
    .filter(({ readBySegments }) => !readBySegments)
    .map(({ column }) => column);
  expect(apart).toEqual(['profile-ids', keyColumn('email'), eventIdsColumn(PURCHASE), 'one-profile index']);
  const bytes = new Map(population.memory().map(({ column, bytes: own }) => [column, own]));
  expect(bytes.get(eventPropertyColumn(PURCHASE, AMOUNT))).toBeGreaterThan(0);
  expect(bytes.get('one-profile index')).toBe((3 + 2) * 4 + 2 * 4);
});
