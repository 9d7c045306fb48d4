import { expect, test } from 'vitest';
import type { AttributeId, DataModel, EventTypeId } from '../../shared/profile/data-model.ts';
import { bestItem, panelSections, searchSections } from './panel-items.ts';

const attribute = (name: string, archived = false) =>
  ({ id: name as AttributeId, key: name, name, type: 'text', archived }) as const;
const dataModel: DataModel = {
  attributes: [attribute('Last order'), attribute('City'), attribute('Old', true)],
  properties: [],
  eventTypes: [
    { id: 'order' as EventTypeId, key: 'order', name: 'Order placed', archived: false, properties: [] },
  ],
  tags: [],
  topics: [],
};
const sections = panelSections({ dataModel, counts: undefined, segments: [] });
const labels = (text: string) =>
  searchSections(sections, text).map(({ items }) => items.map(({ label }) => label));

test('[SEG-24] archived definitions are no longer offered', () => {
  expect(sections[0]?.items.map(({ label }) => label)).toEqual(['Last order', 'City']);
});

test('the search keeps sections apart and leaves out those without a match', () => {
  expect(labels('order')).toEqual([['Last order'], ['Order placed']]);
});

test('Enter takes the best match of all, not the first section', () => {
  expect(bestItem(searchSections(sections, 'order'), 'order')?.label).toBe('Order placed');
  expect(bestItem(sections, ' ')).toBeUndefined();
});
