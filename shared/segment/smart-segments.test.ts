import { expect, test } from 'vitest';
import {
  type DataModel,
  DEFAULT_ATTRIBUTES,
  type EventTypeId,
  type PropertyId,
  type TopicId,
} from '../profile/data-model.ts';
import { type DataAtHand, smartSegments } from './smart-segments.ts';
import { referencesOf } from './where-used.ts';

const named = <Id extends string>(key: string) => ({
  id: `id-${key}` as Id,
  key,
  name: key,
  archived: false,
});
const dataModel: DataModel = {
  attributes: DEFAULT_ATTRIBUTES,
  properties: [{ ...named<PropertyId & string>('amount'), type: 'number' }],
  eventTypes: [
    { ...named<EventTypeId & string>('order'), properties: ['id-amount' as PropertyId] },
    { ...named<EventTypeId & string>('email_sent'), properties: [] },
    { ...named<EventTypeId & string>('email_opened'), properties: [] },
  ],
  tags: [],
  topics: [{ ...named<TopicId & string>('news'), channels: ['email'] }],
};
const full: DataAtHand = {
  dataModel,
  attributeHasValues: () => true,
  eventTypeHasEvents: () => true,
  topicHasConsents: (channel) => channel === 'email',
};
const keysOf = (data: DataAtHand) => smartSegments(data).map((segment) => segment.key);

test('a smart segment is offered only when its data exists', () => {
  expect(keysOf(full)).toContain('big-spenders');
  expect(keysOf(full)).not.toContain('bounced');
  expect(keysOf({ ...full, eventTypeHasEvents: () => false })).toEqual([
    'can-receive-email',
    'unsubscribed',
    'birthday',
    'no-email',
  ]);
  expect(
    keysOf({
      ...full,
      eventTypeHasEvents: () => false,
      topicHasConsents: () => false,
      attributeHasValues: () => false,
    }),
  ).toEqual([]);
});

test('[SEG-22] a smart segment refers only to what the data model defines', () => {
  const defined = new Set([
    ...dataModel.attributes.map((attribute) => `attribute:${attribute.id}`),
    ...dataModel.properties.map((property) => `property:${property.id}`),
    ...dataModel.eventTypes.map((type) => `event-type:${type.id}`),
    ...dataModel.topics.map((topic) => `topic:${topic.id}`),
  ]);
  for (const segment of smartSegments(full)) {
    for (const reference of referencesOf(segment.definition)) expect(defined).toContain(reference);
  }
});

test('node ids are unique within each smart segment', () => {
  for (const { definition } of smartSegments(full)) {
    const ids = [definition.root.id, ...definition.root.children.map((child) => child.id)];
    expect(new Set(ids).size).toBe(ids.length);
  }
});
