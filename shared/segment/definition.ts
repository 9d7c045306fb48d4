import type { Brand } from '../kernel/brand.ts';
import type { AttributeId, Channel, EventTypeId, PropertyId, TagId, TopicId } from '../profile/data-model.ts';
import type { ConsentState } from '../profile/profile.ts';

export type SegmentId = Brand<string, 'SegmentId'>;
/** Stable within a definition: counts, diffs and drags refer to it. */
export type NodeId = Brand<string, 'NodeId'>;

export const MAX_DEFINITION_BYTES = 100_000;
export const MAX_CONDITIONS = 500;
export const MAX_DEPTH = 8;

/** What a segment means: plain, versioned JSON. References are by id (SEG-22). */
export interface SegmentDefinition {
  readonly version: 1;
  readonly root: Group;
}

interface NodeBase {
  readonly id: NodeId;
  /** Ignored as if absent. */
  readonly muted?: true;
  /** Exact complement (SEG-1). A negated row is an "exclude" row. */
  readonly negated?: true;
}

export interface Group extends NodeBase {
  readonly kind: 'group';
  readonly match: 'all' | 'any';
  readonly children: readonly SegmentNode[];
}

/** `null` as a subject means: not chosen yet, so the node is incomplete (SEG-5). */
export interface AttributeCondition extends NodeBase {
  readonly kind: 'attribute';
  readonly attribute: AttributeId | null;
  /** Absent: has any value (SEG-6). */
  readonly predicate?: Predicate;
}

export interface TagCondition extends NodeBase {
  readonly kind: 'tag';
  readonly match: 'any' | 'all' | 'none';
  readonly tags: readonly TagId[];
}

export interface ConsentCondition extends NodeBase {
  readonly kind: 'consent';
  readonly channel: Channel;
  readonly match: 'any' | 'all';
  /** Empty is incomplete for `states`; for `can-receive` it means at least one topic, whichever. */
  readonly topics: readonly TopicId[];
  readonly test:
    | { readonly kind: 'states'; readonly states: readonly (ConsentState | 'never-asked')[] }
    | { readonly kind: 'can-receive' };
}

export interface EventCondition extends NodeBase {
  readonly kind: 'event';
  /** Any of these types; empty is incomplete. */
  readonly eventTypes: readonly EventTypeId[];
  /** Predicates on one and the same event (SEG-12). */
  readonly where?: PropertyGroup;
  /** Absent: ever, up to and with now. */
  readonly window?: TimeTest;
  /** Absent: at least once (SEG-6). */
  readonly measure?: Measure;
}

export interface SegmentReference extends NodeBase {
  readonly kind: 'segment';
  readonly segment: SegmentId | null;
}

export interface FactCondition extends NodeBase {
  readonly kind: 'fact';
  readonly fact: Fact;
}

export type Fact =
  | { readonly kind: 'created' | 'changed'; readonly test: TimeTest | null }
  | { readonly kind: 'source'; readonly predicate?: Predicate }
  | { readonly kind: 'known' }
  | { readonly kind: 'has-address'; readonly channel: Channel };

/** A kind this version does not know, kept word for word; it is broken, never ignored (SEG-22). */
export interface UnknownNode extends NodeBase {
  readonly kind: 'unknown';
  readonly original: unknown;
  /** Where the kind is known, the word inside it that is not. */
  readonly operator?: string;
}

export type Condition =
  | AttributeCondition
  | TagCondition
  | ConsentCondition
  | EventCondition
  | SegmentReference
  | FactCondition;
export type SegmentNode = Group | Condition | UnknownNode;

/** Inside an event condition: what one and the same event must satisfy. */
export interface PropertyGroup extends NodeBase {
  readonly kind: 'group';
  readonly match: 'all' | 'any';
  readonly children: readonly PropertyNode[];
}
export interface PropertyCondition extends NodeBase {
  readonly kind: 'property';
  /** `occurred-at` is the event's own time, a timestamp. */
  readonly property: PropertyId | 'occurred-at' | null;
  readonly predicate?: Predicate;
}
export type PropertyNode = PropertyGroup | PropertyCondition | UnknownNode;

export type Measure =
  | { readonly kind: 'count'; readonly compare: NumberTest }
  | {
      readonly kind: 'sum' | 'average' | 'minimum' | 'maximum';
      readonly property: PropertyId | null;
      readonly compare: NumberTest;
    }
  | {
      readonly kind: 'distinct';
      /** `occurred-on` counts different local days. */
      readonly property: PropertyId | 'occurred-on' | null;
      readonly compare: NumberTest;
    }
  /** Judges the one event that is first or last by (occurredAt, type, id) among those that fit (SEG-31). */
  | { readonly kind: 'first' | 'last'; readonly where: PropertyGroup };

/** A test on a value, and how it treats the others. `negated` is the exact complement (SEG-2). */
export interface Predicate {
  readonly test: ValueTest;
  readonly negated?: true;
  /** With `negated`: only profiles that have a value. */
  readonly onlyWithValue?: true;
}

export type ValueTest =
  | { readonly kind: 'has-value' }
  | TextTest
  | NumberTest
  | { readonly kind: 'is-true' | 'is-false' }
  | TimeTest
  | CalendarDateTest
  | ListTest
  /** An operator of a newer version, kept word for word (SEG-22). */
  | { readonly kind: 'unknown'; readonly original: unknown };

/** True if any of `values` fits. An empty list is incomplete. `exact` minds case (SEG-7). */
export interface TextTest {
  readonly kind: 'is' | 'contains' | 'starts-with' | 'ends-with';
  readonly values: readonly string[];
  readonly exact?: true;
}

/** `null` where nothing was typed yet. */
export type NumberTest =
  | {
      readonly kind: 'equals' | 'less-than' | 'at-most' | 'more-than' | 'at-least';
      readonly value: number | null;
    }
  | { readonly kind: 'between'; readonly from: number | null; readonly to: number | null };

/** `YYYY-MM-DD` (the whole local day), `YYYY-MM-DDTHH:MM[:SS[.sss]]` (local), or with `Z` or an offset (an instant). */
export type Moment = string;
export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** For dates, timestamps and the window of an event condition (SEG-15 to SEG-21). */
export type TimeTest =
  | {
      readonly kind: 'on' | 'before' | 'after' | 'on-or-before' | 'on-or-after';
      readonly moment: Moment | null;
    }
  | { readonly kind: 'between-dates'; readonly from: Moment | null; readonly to: Moment | null }
  | {
      readonly kind: 'in-last' | 'in-next' | 'ago' | 'more-than-ago' | 'less-than-ago';
      readonly amount: number | null;
      readonly unit: TimeUnit;
    }
  /** From `from` units ago to `to` units ago, both in; `from` is the older (larger). */
  | {
      readonly kind: 'between-ago';
      readonly from: number | null;
      readonly to: number | null;
      readonly unit: TimeUnit;
    }
  | {
      readonly kind: 'calendar';
      readonly which: 'previous' | 'this' | 'next';
      readonly unit: CalendarUnit;
    };

/** Month and day, whatever the year (SEG-20), and age in whole years. */
export type CalendarDateTest =
  | {
      readonly kind: 'anniversary';
      readonly when:
        | { readonly kind: 'today' }
        | { readonly kind: 'in-last' | 'in-next'; readonly days: number | null }
        /** Months 1 to 12. */
        | { readonly kind: 'in-months'; readonly months: readonly number[] };
    }
  | { readonly kind: 'age'; readonly compare: NumberTest };

export type ListTest =
  | {
      readonly kind: 'has-any' | 'has-all' | 'has-none';
      readonly values: readonly string[];
      readonly exact?: true;
    }
  | { readonly kind: 'length'; readonly compare: NumberTest };
