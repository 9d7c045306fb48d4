import type { SegmentDefinition, SegmentId } from '../segment/definition.ts';
import { referencesOf } from '../segment/where-used.ts';
import type { SegmentRecord } from './segment-record.ts';

const PREFIX = 'segment:';

/**
 * The way by which `id`, if it meant `definition`, would refer to itself: from `id` to the segment that
 * refers back to it (SEG-23). Each segment is looked at once, so a diamond costs nothing.
 */
export function findCycle(
  id: SegmentId,
  definition: SegmentDefinition,
  segments: ReadonlyMap<SegmentId, SegmentRecord>,
): readonly SegmentId[] | undefined {
  const cameFrom = new Map<SegmentId, SegmentId>();
  const ahead: { readonly id: SegmentId; readonly definition: SegmentDefinition }[] = [{ id, definition }];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const reference of referencesOf(at.definition)) {
      if (!reference.startsWith(PREFIX)) continue;
      const next = reference.slice(PREFIX.length) as SegmentId;
      if (next === id) return wayTo(at.id, id, cameFrom);
      const segment = segments.get(next);
      if (segment === undefined || cameFrom.has(next)) continue;
      cameFrom.set(next, at.id);
      ahead.push(segment);
    }
  }
  return undefined;
}

function wayTo(
  last: SegmentId,
  first: SegmentId,
  cameFrom: ReadonlyMap<SegmentId, SegmentId>,
): readonly SegmentId[] {
  const way: SegmentId[] = [];
  for (let at: SegmentId | undefined = last; at !== undefined && at !== first; at = cameFrom.get(at))
    way.unshift(at);
  return [first, ...way];
}
