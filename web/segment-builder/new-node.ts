import type { AttributeId, Channel, EventTypeId, TagId, TopicId } from '../../shared/profile/data-model.ts';
import type { Condition, Fact, Group, NodeId, SegmentId } from '../../shared/segment/definition.ts';

/** What the conditions panel offers; dragged and clicked alike. */
export type Subject =
  | { readonly kind: 'attribute'; readonly id: AttributeId }
  | { readonly kind: 'event'; readonly id: EventTypeId }
  | { readonly kind: 'tag'; readonly id: TagId }
  | { readonly kind: 'consent'; readonly id: TopicId; readonly channel: Channel }
  | { readonly kind: 'can-receive'; readonly channel: Channel }
  | { readonly kind: 'segment'; readonly id: SegmentId }
  | { readonly kind: 'fact'; readonly fact: Fact['kind'] };

/** A condition with its subject chosen: complete at once wherever that means something (SEG-6). */
export function makeCondition(subject: Subject, id: NodeId): Condition {
  switch (subject.kind) {
    case 'attribute':
      return { kind: 'attribute', id, attribute: subject.id };
    case 'event':
      return { kind: 'event', id, eventTypes: [subject.id] };
    case 'tag':
      return { kind: 'tag', id, match: 'any', tags: [subject.id] };
    case 'consent':
      return {
        kind: 'consent',
        id,
        channel: subject.channel,
        match: 'any',
        topics: [subject.id],
        test: { kind: 'can-receive' },
      };
    case 'can-receive':
      return {
        kind: 'consent',
        id,
        channel: subject.channel,
        match: 'any',
        topics: [],
        test: { kind: 'can-receive' },
      };
    case 'segment':
      return { kind: 'segment', id, segment: subject.id };
    default:
      return { kind: 'fact', id, fact: makeFact(subject.fact) };
  }
}

function makeFact(kind: Fact['kind']): Fact {
  if (kind === 'created' || kind === 'changed')
    return { kind, test: { kind: 'in-last', amount: 30, unit: 'day' } };
  if (kind === 'has-address') return { kind, channel: 'email' };
  return { kind };
}

export function makeGroup(id: NodeId, match: 'all' | 'any' = 'all'): Group {
  return { kind: 'group', id, match, children: [] };
}
