import type { Day, Instant, LeapDay, TimeZone, WeekStart } from '../kernel/time.ts';
import { instantToLocal } from '../kernel/zone.ts';
import type {
  Attribute,
  AttributeId,
  DataModel,
  EventTypeId,
  Property,
  PropertyId,
  TagId,
  TopicId,
} from '../profile/data-model.ts';
import type { NodeId, SegmentDefinition, SegmentId } from './definition.ts';
import type { Problem, Resolved, ResolvedDates } from './resolved.ts';

/** All that a definition can depend on besides the profiles (SEG-15). */
export interface ResolveContext {
  readonly now: Instant;
  readonly timeZone: TimeZone;
  readonly weekStart: WeekStart;
  readonly leapDay: LeapDay;
  readonly dataModel: DataModel;
  /** Every segment that may be referred to; those in the trash are left out, and so are missing. */
  readonly segments: ReadonlyMap<SegmentId, { readonly definition: SegmentDefinition }>;
  /** The segment that the definition is of. A reference that leads back to it is a cycle (SEG-23). */
  readonly self?: SegmentId;
}

/** The clock, read once in the workspace's zone. */
export interface Clock {
  readonly now: Instant;
  readonly today: Day;
  /** Milliseconds that the wall clock shows since midnight. */
  readonly clockMs: number;
  readonly timeZone: TimeZone;
  readonly weekStart: WeekStart;
  readonly leapDay: LeapDay;
}

/** What became of a segment that others refer to. */
export type SegmentOutcome =
  | { readonly state: 'complete'; readonly meaning: Resolved }
  | { readonly state: 'incomplete' }
  /** With the path of the cycle it is on, if it is on one. */
  | { readonly state: 'broken'; readonly cycle?: readonly SegmentId[] };

/** What the resolving functions share: look-ups by id, and where problems and dates are written down. */
export interface Scope {
  readonly clock: Clock;
  readonly attributes: ReadonlyMap<AttributeId, Attribute>;
  readonly properties: ReadonlyMap<PropertyId, Property>;
  readonly eventTypes: ReadonlySet<EventTypeId>;
  readonly tags: ReadonlySet<TagId>;
  readonly topics: DataModel['topics'];
  readonly topicIds: ReadonlySet<TopicId>;
  readonly self: SegmentId | undefined;
  readonly outcomes: ReadonlyMap<SegmentId, SegmentOutcome>;
  readonly problems: Problem[];
  readonly dates: Record<NodeId, ResolvedDates>;
}

export type Reason = Problem['reason'];

/** Where in the definition we are. */
export interface Place {
  readonly node: NodeId;
  readonly path: string;
  readonly muted: boolean;
}

/** A meaning, or none. Broken outweighs incomplete: finishing the rest would not mend it. */
export type Meaning<Of> =
  | { readonly state: 'complete'; readonly meaning: Of }
  | { readonly state: 'incomplete' | 'broken' };

export function createScope(
  context: ResolveContext,
  outcomes: ReadonlyMap<SegmentId, SegmentOutcome>,
): Scope {
  const { dataModel } = context;
  return {
    clock: readClock(context),
    attributes: byId(dataModel.attributes),
    properties: byId(dataModel.properties),
    eventTypes: new Set(dataModel.eventTypes.map((type) => type.id)),
    tags: new Set(dataModel.tags.map((tag) => tag.id)),
    topics: dataModel.topics,
    topicIds: new Set(dataModel.topics.map((topic) => topic.id)),
    self: context.self,
    outcomes,
    problems: [],
    dates: {},
  };
}

export function readClock(context: Omit<ResolveContext, 'dataModel' | 'segments' | 'self'>): Clock {
  const { now, timeZone, weekStart, leapDay } = context;
  const { day: today, clockMs } = instantToLocal(now, timeZone);
  return { now, today, clockMs, timeZone, weekStart, leapDay };
}

function byId<Id, Defined extends { readonly id: Id }>(defined: readonly Defined[]): Map<Id, Defined> {
  return new Map(defined.map((one) => [one.id, one]));
}

/** Writes a problem down, and gives the state it puts its node in. */
export function report(
  scope: Scope,
  place: Place,
  reason: Reason,
): { readonly state: 'incomplete' | 'broken' } {
  const { node, path, muted } = place;
  scope.problems.push(muted ? { node, path, muted, reason } : { node, path, reason });
  return {
    state: reason.kind === 'incomplete' || reason.kind === 'segment-incomplete' ? 'incomplete' : 'broken',
  };
}

/** The state of a whole that needs all of its parts. */
export function worstState(
  parts: readonly { readonly state: Meaning<unknown>['state'] }[],
): Meaning<unknown>['state'] {
  if (parts.some((part) => part.state === 'broken')) return 'broken';
  return parts.some((part) => part.state === 'incomplete') ? 'incomplete' : 'complete';
}
