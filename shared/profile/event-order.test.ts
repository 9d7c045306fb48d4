import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profiles } from '../testing/arbitrary-profiles.ts';
import { aDataModel, anEvent, at } from '../testing/builders.ts';
import { compareEvents, distinctEvents, inOrder } from './event-order.ts';

test('[SEG-31] by time, then type, then id, both by code points', () => {
  const early = '2024-01-01T00:00Z';
  const events = [
    anEvent({ id: 'z', type: 'visit', at: early }),
    anEvent({ id: '😀', type: 'purchase', at: early }),
    anEvent({ id: '\uffee', type: 'purchase', at: early }),
    anEvent({ id: 'a', type: 'zoo', at: '2023-01-01T00:00Z' }),
  ];
  expect(inOrder(events).map((event) => event.id)).toEqual(['a', '\uffee', '😀', 'z']);
});

test('[SEG-13] an event whose id was seen is dropped, the first to arrive stays', () => {
  const events = [
    anEvent({ id: 'x', at: '2024-02-01T00:00Z' }),
    anEvent({ id: 'x', at: '2024-01-01T00:00Z' }),
  ];
  expect(distinctEvents(events)).toEqual([events[0]]);
});

test('[SEG-31] any order of arrival leads to one order', () => {
  fc.assert(
    fc.property(profiles(aDataModel(), at('2024-05-10T12:00Z')), ({ events }) => {
      expect(inOrder(events.toReversed())).toEqual(events);
      expect(inOrder(events)).toBe(events);
      for (const [index, event] of events.entries()) {
        const next = events[index + 1];
        if (next !== undefined) expect(compareEvents(event, next)).toBeLessThan(0);
      }
    }),
  );
});
