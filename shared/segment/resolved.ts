import type { Day, Instant, TimeZone } from '../kernel/time.ts';
import type { ZoneOffsets } from '../kernel/zone.ts';
import type {
  AttributeId,
  Channel,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
  ValueType,
} from '../profile/data-model.ts';
import type { ConsentState } from '../profile/profile.ts';
import type { NodeId, SegmentId } from './definition.ts';

export type { ZoneOffsets };

/**
 * What the evaluators execute: only instants, day numbers, month-day sets, folded texts, numbers and
 * ids. All calendar, locale and reference work is done. It is plain data, and the JSON of a condition
 * in canonical key order is its cache key: two equal conditions anywhere are one bitmap.
 */
export type Resolved =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Resolved[] }
  | { readonly kind: 'not'; readonly of: Resolved }
  | ResolvedCondition;

export type ResolvedCondition =
  | {
      readonly kind: 'attribute';
      readonly attribute: AttributeId;
      readonly type: ValueType;
      readonly test: ResolvedTest;
    }
  | { readonly kind: 'tag'; readonly match: 'any' | 'all'; readonly tags: readonly TagId[] }
  | {
      readonly kind: 'consent';
      readonly channel: Channel;
      readonly match: 'any' | 'all';
      readonly topics: readonly TopicId[];
      readonly states: readonly (ConsentState | 'never-asked')[];
    }
  /** Permission on any / all of `topics` (already expanded), a valid address, not suppressed. */
  | {
      readonly kind: 'can-receive';
      readonly channel: Channel;
      readonly match: 'any' | 'all';
      readonly topics: readonly TopicId[];
    }
  | {
      readonly kind: 'event';
      readonly eventTypes: readonly EventTypeId[];
      readonly where: ResolvedWhere | null;
      /** Both ends in; never later than now (SEG-13). */
      readonly from: Instant;
      readonly to: Instant;
      readonly measure: ResolvedMeasure;
    }
  | { readonly kind: 'created' | 'changed'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'source'; readonly test: ResolvedTest }
  | { readonly kind: 'known' }
  | { readonly kind: 'has-address'; readonly channel: Channel };

/** What one and the same event must satisfy. */
export type ResolvedWhere =
  | { readonly kind: 'all' | 'any'; readonly of: readonly ResolvedWhere[] }
  | { readonly kind: 'not'; readonly of: ResolvedWhere }
  | {
      readonly kind: 'property';
      readonly property: PropertyId;
      readonly type: ValueType;
      readonly test: ResolvedTest;
    }
  | { readonly kind: 'occurred-at'; readonly test: ResolvedTest };

/** Positive tests on a value that is there; a missing value fails them all. */
export type ResolvedTest =
  | { readonly kind: 'has-value' }
  /** `values` are folded, or NFC where `exact`; sorted, without repeats. */
  | {
      readonly kind: 'text';
      readonly how: 'is' | 'contains' | 'starts-with' | 'ends-with';
      readonly values: readonly string[];
      readonly exact: boolean;
    }
  | NumberRange
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Both ends in. */
  | { readonly kind: 'day-range'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'instant-range'; readonly from: Instant; readonly to: Instant }
  /** `monthDays` as month × 100 + day, sorted. For a timestamp `zone` gives the local day. */
  | { readonly kind: 'month-day'; readonly monthDays: readonly number[]; readonly zone: ZoneOffsets | null }
  | {
      readonly kind: 'list-has';
      readonly match: 'any' | 'all';
      readonly values: readonly string[];
      readonly exact: boolean;
    }
  | { readonly kind: 'list-length'; readonly range: NumberRange };

/** A range of numbers; ±Infinity is written as null. Open ends exclude their bound. */
export interface NumberRange {
  readonly kind: 'number-range';
  readonly from: number | null;
  readonly to: number | null;
  readonly fromOpen: boolean;
  readonly toOpen: boolean;
}

export type ResolvedMeasure =
  | { readonly kind: 'count'; readonly range: NumberRange }
  | {
      readonly kind: 'sum' | 'average' | 'minimum' | 'maximum';
      readonly property: PropertyId;
      readonly range: NumberRange;
    }
  | {
      readonly kind: 'distinct';
      readonly property: PropertyId;
      readonly type: ValueType;
      readonly range: NumberRange;
    }
  | { readonly kind: 'distinct-days'; readonly zone: ZoneOffsets; readonly range: NumberRange }
  | { readonly kind: 'first' | 'last'; readonly where: ResolvedWhere | null };

/** Why a node has no meaning now. `path` is the node's place in the definition. */
export interface Problem {
  readonly node: NodeId;
  readonly path: string;
  /** In a muted row: worth showing there, but it takes nothing from the segment. */
  readonly muted?: true;
  readonly reason:
    | { readonly kind: 'incomplete'; readonly what: IncompleteWhat }
    | {
        readonly kind: 'missing';
        readonly what: 'attribute' | 'property' | 'event-type' | 'tag' | 'topic' | 'segment';
        readonly id: string;
      }
    | { readonly kind: 'unknown-kind' | 'unknown-operator'; readonly name: string }
    | { readonly kind: 'wrong-type'; readonly operator: string; readonly type: ValueType }
    | { readonly kind: 'segment-broken' | 'segment-incomplete'; readonly segment: SegmentId }
    | { readonly kind: 'cycle'; readonly through: readonly SegmentId[] };
}
export type IncompleteWhat = 'subject' | 'values' | 'number' | 'date' | 'states' | 'empty-group' | 'property';

/** The dates that a relative test stands for, to be written under its row (SEG-21). */
export type ResolvedDates =
  | { readonly kind: 'instants'; readonly from: Instant | null; readonly to: Instant | null }
  | { readonly kind: 'days'; readonly from: Day | null; readonly to: Day | null }
  | { readonly kind: 'month-days'; readonly monthDays: readonly number[] };

/** One node of a definition after resolving: its meaning, or why it has none. Muted nodes are kept, marked. */
export interface ResolvedNode {
  readonly id: NodeId;
  readonly muted: boolean;
  readonly state: 'complete' | 'incomplete' | 'broken';
  /** Its negation included; present exactly when complete. */
  readonly meaning?: Resolved;
  /** For groups: match and children in order. */
  readonly group?: {
    readonly match: 'all' | 'any';
    readonly negated: boolean;
    readonly children: readonly ResolvedNode[];
  };
}

/** A definition resolved for one clock and zone (SEG-15). Its meaning is `root.meaning`, if it has one. */
export interface ResolvedSegment {
  readonly now: Instant;
  readonly timeZone: TimeZone;
  readonly state: 'complete' | 'incomplete' | 'broken';
  readonly root: ResolvedNode;
  /** Resolved dates by node, those of conditions inside events included (SEG-21). */
  readonly dates: Readonly<Record<NodeId, ResolvedDates>>;
  readonly problems: readonly Problem[];
}
