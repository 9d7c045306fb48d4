import { expect, test } from 'vitest';
import type { AttributeId, EventTypeId, PropertyId, TagId, TopicId } from '../profile/data-model.ts';
import type { NodeId, SegmentId } from './definition.ts';
import { referencesOf } from './where-used.ts';

const id = (text: string) => text as NodeId;

test('[SEG-24] every reference of a definition is found, muted and nested ones included', () => {
  const references = referencesOf({
    version: 1,
    root: {
      kind: 'group',
      id: id('1'),
      match: 'all',
      children: [
        { kind: 'attribute', id: id('2'), attribute: 'city' as AttributeId, muted: true },
        { kind: 'tag', id: id('3'), match: 'none', tags: ['vip' as TagId] },
        {
          kind: 'consent',
          id: id('4'),
          channel: 'email',
          match: 'any',
          topics: ['news' as TopicId],
          test: { kind: 'can-receive' },
        },
        {
          kind: 'event',
          id: id('5'),
          eventTypes: ['order' as EventTypeId],
          where: {
            kind: 'group',
            id: id('6'),
            match: 'all',
            children: [
              { kind: 'property', id: id('7'), property: 'sku' as PropertyId },
              { kind: 'property', id: id('8'), property: 'occurred-at' },
            ],
          },
          measure: {
            kind: 'sum',
            property: 'amount' as PropertyId,
            compare: { kind: 'more-than', value: 1 },
          },
        },
        {
          kind: 'group',
          id: id('9'),
          match: 'any',
          children: [
            { kind: 'segment', id: id('10'), segment: 's1' as SegmentId },
            { kind: 'segment', id: id('11'), segment: null },
          ],
        },
      ],
    },
  });
  expect([...references].sort()).toEqual([
    'attribute:city',
    'event-type:order',
    'property:amount',
    'property:sku',
    'segment:s1',
    'tag:vip',
    'topic:news',
  ]);
});
