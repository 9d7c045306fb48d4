import { expect, test } from 'vitest';
import type { AttributeId, TagId, TopicId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import { aDataModel, anEvent, aProfile } from '../../shared/testing/builders.ts';
import { createPopulation } from './population.ts';
import { addEvents, loadAll, populationOf, reopened } from './testing/population-of.ts';

const CITY = { id: 'city' as AttributeId, type: 'text' } as const;
const dataModel = aDataModel();
const PEOPLE = [aProfile({ id: 'ada' }), aProfile({ id: 'bo' }), aProfile({ id: 'cy' })];

test('[SYN-3] profiles are found by id and by key, before and after a restart', async () => {
  const id = '018f0a1b-2c3d-7e4f-8a5b-6c7d8e9f0a1b' as ProfileId;
  const population = createPopulation();
  for (const [ordinal, name] of [id, '018f0a1b-2c3d-7e4f-8a5b-6c7d8e9f0a1c'].entries()) {
    population.appendProfile({ id: name as ProfileId, createdAt: 1, changedAt: 2, source: 'hand' });
    population.setKey(ordinal, 'email', `${ordinal}@x.se`);
  }
  population.setKey(1, 'cookie', 'c');
  for (const one of [population, await reopened(population)]) {
    await loadAll(one);
    expect([one.ordinalOf(id), one.idAt(1)]).toEqual([0, '018f0a1b-2c3d-7e4f-8a5b-6c7d8e9f0a1c']);
    expect(one.ordinalOf('018F0A1B-2C3D-7E4F-8A5B-6C7D8E9F0A1B' as ProfileId)).toBeUndefined();
    expect(one.ordinalOf('nobody' as ProfileId)).toBeUndefined();
    expect([one.ordinalOfKey('email', '1@x.se'), one.ordinalOfKey('cookie', '1@x.se')]).toEqual([
      1,
      undefined,
    ]);
    expect([one.keyAt(0, 'email'), one.keyAt(0, 'cookie'), one.keyAt(0, 'phone')]).toEqual([
      '0@x.se',
      undefined,
      undefined,
    ]);
    expect([one.isKnown(0), one.isKnown(1)]).toEqual([true, true]);
  }
});

test('[SYN-3] a key that is cleared or moved no longer finds its former holder', () => {
  const population = populationOf(PEOPLE, dataModel);
  population.setKey(0, 'crm-id', 'k');
  expect(population.ordinalOfKey('crm-id', 'k')).toBe(0);
  population.setKey(0, 'crm-id', undefined);
  expect(population.ordinalOfKey('crm-id', 'k')).toBeUndefined();
  population.setKey(1, 'crm-id', 'k');
  population.setKey(2, 'crm-id', 'new');
  expect([population.ordinalOfKey('crm-id', 'k'), population.ordinalOfKey('crm-id', 'new')]).toEqual([1, 2]);
  population.setKey(1, 'crm-id', 'other');
  expect(population.ordinalOfKey('crm-id', 'k')).toBeUndefined();
  expect(population.ordinalOfKey('crm-id', 'other')).toBe(1);
});

test('[SEG-28] an anonymous key makes nobody known', () => {
  const population = createPopulation();
  population.appendProfile({ id: 'a' as ProfileId, createdAt: 0, changedAt: 0, source: '' });
  population.setKey(0, 'cookie', 'c');
  expect(population.isKnown(0)).toBe(false);
  population.setKey(0, 'phone', '1');
  expect(population.isKnown(0)).toBe(true);
});

test('clearing what was never there makes no column', () => {
  const population = populationOf([aProfile()], dataModel);
  const before = population.columnNames();
  population.setAttribute(0, { id: 'x' as AttributeId, type: 'number' }, undefined);
  population.setTag(0, 'x' as TagId, false);
  population.setConsent(0, 'x' as TopicId, 'sms', undefined);
  population.setSuppressed(0, 'sms', false);
  population.setKey(0, 'x', undefined);
  expect(population.columnNames()).toEqual(before);
});

test('there is nothing to write to beyond the last profile', () => {
  const population = populationOf(PEOPLE, dataModel);
  expect(() => population.setAttribute(3, CITY, 'x')).toThrow('no profile 3');
  expect(() => population.idAt(-1)).toThrow('no profile -1');
  expect(() => addEvents(population, 3, { events: [anEvent()], dataModel })).toThrow('belongs to no profile');
});
