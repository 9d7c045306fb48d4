import { expect, test } from 'vitest';
import { assert } from '../../shared/kernel/assert.ts';
import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { AttributeId, EventTypeId, PropertyId } from '../../shared/profile/data-model.ts';
import { aDataModel, anEvent, aProfile, onDay } from '../../shared/testing/builders.ts';
import {
  addEvents,
  openStored,
  populationOf,
  reopened,
  type StoredPages,
  storeInto,
} from '../columns/testing/population-of.ts';
import { fillCounts } from './fill-counts.ts';
import { columnsOfSubject, type ValueCountsRequest, valueCounts } from './value-counts.ts';

const dataModel = aDataModel();
const CITY = { kind: 'attribute', attribute: 'city' as AttributeId } as const;

function aCrowd() {
  return [
    aProfile({
      id: 'a',
      attributes: { city: 'Lund', interests: ['golf', 'art'], renews_on: onDay('2024-02-29') },
      source: 'shop',
    }),
    aProfile({
      id: 'b',
      attributes: { city: 'Umeå', interests: ['golf', 'golf'], points: 2.5 },
      tags: ['gold'],
    }),
    aProfile({
      id: 'c',
      attributes: { city: 'Lund', vip: true },
      consents: { news: { email: 'opted-out' } },
    }),
    aProfile({
      id: 'd',
      attributes: { city: 'lund' },
      consents: { news: { email: 'opted-in', sms: 'pending' } },
    }),
    aProfile({
      id: 'e',
      events: [anEvent({ properties: { sku: 'X' } }), anEvent({ type: 'visit', properties: { sku: 'x' } })],
    }),
  ];
}

function ask(
  request: Partial<ValueCountsRequest> & Pick<ValueCountsRequest, 'subject'>,
  change?: (population: ReturnType<typeof populationOf>) => void,
) {
  const population = populationOf(aCrowd(), dataModel);
  change?.(population);
  return valueCounts(population, { search: '', limit: 10, ...request });
}

test('[SEG-28] values are counted over live profiles, most frequent first', () => {
  expect(ask({ subject: CITY })).toEqual([
    { value: 'Lund', count: 2 },
    { value: 'Umeå', count: 1 },
    { value: 'lund', count: 1 },
  ]);
  expect(ask({ subject: CITY }, (population) => population.setLive(0, false))[0]).toEqual({
    value: 'Lund',
    count: 1,
  });
  expect(ask({ subject: CITY, limit: 1 })).toEqual([{ value: 'Lund', count: 2 }]);
  expect(ask({ subject: CITY, within: Bitmap.of(5, [1, 3]) })).toHaveLength(2);
});

test('[SEG-7] a search for values minds no case', () => {
  expect(ask({ subject: CITY, search: 'UME' })).toEqual([{ value: 'Umeå', count: 1 }]);
  expect(ask({ subject: CITY, search: 'nd' }).map(({ value }) => value)).toEqual(['Lund', 'lund']);
  expect(ask({ subject: CITY, search: 'zzz' })).toEqual([]);
});

test('each type of value is counted as people read it', () => {
  const attribute = (id: string) => ask({ subject: { kind: 'attribute', attribute: id as AttributeId } });
  expect(attribute('interests')).toEqual([
    { value: 'golf', count: 2 },
    { value: 'art', count: 1 },
  ]);
  expect(attribute('renews_on')).toEqual([{ value: '2024-02-29', count: 1 }]);
  expect(attribute('points')).toEqual([{ value: '2.5', count: 1 }]);
  expect(attribute('vip')).toEqual([{ value: 'true', count: 1 }]);
  expect(attribute('first_name')).toEqual([]);
  expect(ask({ subject: { kind: 'source' }, search: 'SH' })).toEqual([{ value: 'shop', count: 1 }]);
});

test('values of a property are counted by event, over the types asked for or all', () => {
  const property = 'sku' as PropertyId;
  const both = [
    { value: 'X', count: 1 },
    { value: 'x', count: 1 },
  ];
  expect(ask({ subject: { kind: 'property', property, eventTypes: [] } })).toEqual(both);
  expect(ask({ subject: { kind: 'property', property, eventTypes: ['visit' as EventTypeId] } })).toEqual([
    both[1],
  ]);
});

test('the most frequent of many values are found', () => {
  const profiles = Array.from({ length: 600 }, (_, i) =>
    aProfile({ id: `${i}`, attributes: { city: `c${i % 7 === 0 ? 'seven' : i}` } }),
  );
  const population = populationOf(profiles, dataModel);
  const [first, ...others] = valueCounts(population, { subject: CITY, search: 'c', limit: 5 });
  expect(first).toEqual({ value: 'cseven', count: 86 });
  expect(others.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
});

test('columns to load for values', () => {
  const population = populationOf(aCrowd(), dataModel);
  expect([...columnsOfSubject(population, CITY)]).toEqual(['attribute/city']);
  expect([...columnsOfSubject(population, { kind: 'source' })]).toEqual(['source']);
  const property = { kind: 'property', property: 'sku' as PropertyId, eventTypes: [] } as const;
  expect([...columnsOfSubject(population, property)]).toEqual([
    'event/purchase/rows',
    'event/purchase/property/sku',
    'event/visit/rows',
    'event/visit/property/sku',
  ]);
});

test('[SEG-28] fill counts are of live profiles, and are stored with the columns', async () => {
  const pages: StoredPages = new Map();
  const manifest = await storeInto(pages, populationOf(aCrowd(), dataModel));
  const population = await openStored(pages, manifest);
  const counts = await fillCounts(population);
  assert(counts.ok, 'they are counted');
  const { attributes, tags, topics, eventTypes } = counts.value;
  expect(attributes.get('city' as AttributeId)).toBe(4);
  expect(Object.fromEntries(tags)).toEqual({ gold: 1 });
  expect(Object.fromEntries(topics)).toEqual({ news: { email: 2, sms: 1 } });
  expect(Object.fromEntries(eventTypes)).toEqual({
    purchase: { profiles: 1, events: 1 },
    visit: { profiles: 1, events: 1 },
  });
  expect(population.isLoaded(['attribute/city'])).toBe(false);
});

test('[SEG-14] fill counts follow every change', async () => {
  const population = await reopened(populationOf(aCrowd(), dataModel));
  const count = async () => {
    const counts = await fillCounts(population);
    assert(counts.ok, 'they are counted');
    const { attributes, eventTypes } = counts.value;
    return [attributes.get('city' as AttributeId), eventTypes.get('visit' as EventTypeId)];
  };
  expect(await count()).toEqual([4, { profiles: 1, events: 1 }]);
  population.setAttribute(4, { id: 'city' as AttributeId, type: 'text' }, 'Ystad');
  addEvents(population, 0, { events: [anEvent({ id: 'v', type: 'visit' })], dataModel });
  expect(await count()).toEqual([5, { profiles: 2, events: 2 }]);
  population.setLive(0, false);
  expect(await count()).toEqual([4, { profiles: 1, events: 2 }]);
});
