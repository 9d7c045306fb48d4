import { compareCodePoints } from '../kernel/order.ts';
import type { ProfileEvent } from './profile.ts';

/** By time, then event type, then event id, both by code points: the order that first and last go by (SEG-31). */
export function compareEvents(left: ProfileEvent, right: ProfileEvent): number {
  return (
    left.occurredAt - right.occurredAt ||
    compareCodePoints(left.type, right.type) ||
    compareCodePoints(left.id, right.id)
  );
}

/** The events in their order; the very array if it is in order already. */
export function inOrder(events: readonly ProfileEvent[]): readonly ProfileEvent[] {
  const isOrdered = events.every((event, index) => {
    const before = events[index - 1];
    return before === undefined || compareEvents(before, event) <= 0;
  });
  return isOrdered ? events : events.toSorted(compareEvents);
}

/** In their order, each id once: an event whose id was seen is dropped (SEG-13). `events` as they arrived. */
export function distinctEvents(events: readonly ProfileEvent[]): readonly ProfileEvent[] {
  const byId = new Map<string, ProfileEvent>();
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event);
  return inOrder([...byId.values()]);
}
