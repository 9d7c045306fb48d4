import { expect, test } from 'vitest';
import {
  type AttributeId,
  type DataModel,
  DEFAULT_ATTRIBUTES,
  type EventTypeId,
  type PropertyId,
  type TagId,
  type TopicId,
} from '../profile/data-model.ts';
import type { EventCondition, NodeId, Predicate, SegmentId, SegmentNode } from './definition.ts';
import { type SentenceContext, sentence } from './sentence.ts';
import { sentenceText } from './sentence-part.ts';

const defined = <Id extends string>(id: string, name: string) => ({
  id: id as Id,
  key: id,
  name,
  archived: false,
});
const dataModel: DataModel = {
  attributes: [...DEFAULT_ATTRIBUTES, { ...defined<AttributeId & string>('city', 'City'), type: 'text' }],
  properties: [
    { ...defined<PropertyId & string>('amount', 'Amount'), type: 'number' },
    { ...defined<PropertyId & string>('sku', 'SKU'), type: 'text' },
  ],
  eventTypes: [{ ...defined<EventTypeId & string>('order', 'Order'), properties: [] }],
  tags: [defined<TagId & string>('vip', 'VIP'), defined<TagId & string>('gold', 'Gold')],
  topics: [{ ...defined<TopicId & string>('news', 'Newsletter'), channels: ['email'] }],
};
const context: SentenceContext = {
  dataModel,
  number: String,
  moment: (moment) => moment,
  segmentTitle: (id) => (id === 'loyal' ? 'Loyal' : undefined),
};
const id = 'n' as NodeId;
const say = (...children: SegmentNode[]) =>
  sentenceText(sentence({ version: 1, root: { kind: 'group', id, match: 'all', children } }, context));
const city = (predicate?: Predicate, negated?: true): SegmentNode => ({
  kind: 'attribute',
  id,
  attribute: 'city' as AttributeId,
  ...(predicate && { predicate }),
  ...(negated && { negated }),
});
const order = (more: Partial<EventCondition> = {}): EventCondition => ({
  kind: 'event',
  id,
  eventTypes: ['order' as EventTypeId],
  ...more,
});

test('attributes, tags, consents and segments read as people say them', () => {
  expect(say(city({ test: { kind: 'is', values: ['Malmö', 'Lund'] } }))).toBe(
    'Profiles whose City is Malmö or Lund',
  );
  expect(say({ kind: 'tag', id, match: 'all', tags: ['vip' as TagId, 'gold' as TagId] })).toBe(
    'Profiles who are tagged VIP and Gold',
  );
  expect(
    say({
      kind: 'consent',
      id,
      channel: 'email',
      match: 'any',
      topics: ['news' as TopicId],
      test: { kind: 'states', states: ['opted-in', 'confirmed'] },
    }),
  ).toBe('Profiles who are opted in or confirmed for Newsletter by email');
  expect(say({ kind: 'segment', id, segment: 'loyal' as SegmentId, negated: true })).toBe(
    'Profiles who are not in segment Loyal',
  );
});

test('[SEG-2] a negative says what becomes of those without a value', () => {
  expect(say(city({ test: { kind: 'is', values: ['Malmö'] }, negated: true }))).toBe(
    'Profiles whose City is not Malmö (or has no value)',
  );
  expect(say(city({ test: { kind: 'is', values: ['Malmö'] }, negated: true, onlyWithValue: true }))).toBe(
    'Profiles whose City is not Malmö (and has a value)',
  );
  expect(say(city({ test: { kind: 'is', values: ['Malmö'] }, negated: true }, true))).toBe(
    'Profiles whose City is Malmö',
  );
});

test('[SEG-6] a condition with only its subject reads as what it means', () => {
  expect(say(city())).toBe('Profiles whose City has any value');
  expect(say(city(undefined, true))).toBe('Profiles whose City has no value');
  expect(say(order())).toBe('Profiles who did Order');
  expect(say(order({ negated: true }))).toBe('Profiles who never did Order');
});

test('an event condition says what, how often, when and which', () => {
  const window = { kind: 'in-last', amount: 30, unit: 'day' } as const;
  const where = {
    kind: 'group',
    id,
    match: 'all',
    children: [
      {
        kind: 'property',
        id,
        property: 'sku' as PropertyId,
        predicate: { test: { kind: 'starts-with', values: ['A'] } },
      },
    ],
  } as const;
  expect(
    say(order({ window, where, measure: { kind: 'count', compare: { kind: 'at-least', value: 3 } } })),
  ).toBe('Profiles who did Order at least 3 times in the last 30 days where SKU starts with A');
  expect(
    say(
      order({
        window: { kind: 'calendar', which: 'previous', unit: 'day' },
        measure: {
          kind: 'sum',
          property: 'amount' as PropertyId,
          compare: { kind: 'between', from: 5, to: 10 },
        },
      }),
    ),
  ).toBe('Profiles who did Order with a total Amount of between 5 and 10 yesterday');
  expect(say(order({ measure: { kind: 'last', where }, negated: true }))).toBe(
    'Profiles not (whose last Order is one where SKU starts with A)',
  );
});

test('groups are bracketed, muted nodes are left out', () => {
  expect(
    say(
      city(),
      { kind: 'group', id, match: 'any', negated: true, children: [order(), { ...city(), muted: true }] },
      { kind: 'fact', id, fact: { kind: 'known' } },
    ),
  ).toBe('Profiles whose City has any value, and not (who did Order), and who are known');
});

test('[SEG-5] what is not chosen yet, or gone, is said to be so', () => {
  expect(say()).toBe('No condition yet');
  expect(say({ kind: 'attribute', id, attribute: null })).toBe('Profiles whose … has any value');
  expect(say({ kind: 'attribute', id, attribute: 'gone' as AttributeId })).toBe(
    'Profiles whose (deleted) has any value',
  );
  expect(say(order({ window: { kind: 'in-last', amount: null, unit: 'day' } }))).toBe(
    'Profiles who did Order in the last … days',
  );
});
