import type { Brand } from '../kernel/brand.ts';
import type { Instant, LeapDay, TimeZone, WeekStart } from '../kernel/time.ts';
import type {
  Attribute,
  AttributeId,
  Channel,
  EventType,
  EventTypeId,
  Property,
  PropertyId,
  Tag,
  TagId,
  Topic,
  TopicId,
} from '../profile/data-model.ts';
import type { ConsentState, Keyspace, ProfileId } from '../profile/profile.ts';
import type { Value } from '../profile/value.ts';
import type { SegmentDefinition, SegmentId } from '../segment/definition.ts';

/** Permanent identity of a mutation; exactly-once is by this (SYN-4). UUIDv7 text. */
export type MutationUid = Brand<string, 'MutationUid'>;
export type RevisionId = Brand<string, 'RevisionId'>;
export type ImportId = Brand<string, 'ImportId'>;

export interface WorkspaceSettings {
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly weekStart: WeekStart;
  readonly leapDay: LeapDay;
}

export interface ProfileKey {
  readonly keyspace: Keyspace;
  readonly value: string;
}

/**
 * What an author wishes, by name, with plain arguments: every edit in Shoal is one of these, so that
 * sync, undo and time travel find it. Entity ids are UUIDv7 from the author (SYN-3).
 */
export type Mutation =
  | {
      readonly name: 'create-profile';
      readonly profile: ProfileId;
      readonly source: string;
      readonly keys: readonly ProfileKey[];
      readonly attributes: readonly { readonly attribute: AttributeId; readonly value: Value }[];
    }
  /** `null` clears the value. `set` never creates a profile (SYN-12). */
  | {
      readonly name: 'set-attribute';
      readonly profile: ProfileId;
      readonly attribute: AttributeId;
      readonly value: Value | null;
    }
  | { readonly name: 'add-tag' | 'remove-tag'; readonly profile: ProfileId; readonly tag: TagId }
  | {
      readonly name: 'record-consent';
      readonly profile: ProfileId;
      readonly topic: TopicId;
      readonly channel: Channel;
      readonly state: ConsentState;
      readonly source: string;
      readonly evidence?: string;
    }
  | {
      readonly name: 'set-suppressed';
      readonly profile: ProfileId;
      readonly channel: Channel;
      readonly suppressed: boolean;
    }
  | { readonly name: 'trash-profile' | 'restore-profile'; readonly profile: ProfileId }
  | {
      readonly name: 'create-segment';
      readonly segment: SegmentId;
      readonly title: string;
      readonly description: string;
      readonly revision: RevisionId;
      readonly definition: SegmentDefinition;
    }
  /** A new immutable revision with its parents (SYN-10). */
  | {
      readonly name: 'revise-segment';
      readonly segment: SegmentId;
      readonly revision: RevisionId;
      readonly parents: readonly RevisionId[];
      readonly definition: SegmentDefinition;
    }
  | { readonly name: 'rename-segment'; readonly segment: SegmentId; readonly title: string }
  | { readonly name: 'describe-segment'; readonly segment: SegmentId; readonly description: string }
  | { readonly name: 'archive-segment' | 'unarchive-segment'; readonly segment: SegmentId }
  | { readonly name: 'delete-segment' | 'restore-segment'; readonly segment: SegmentId }
  | { readonly name: 'define-attribute'; readonly attribute: Attribute }
  | { readonly name: 'define-property'; readonly property: Property }
  | { readonly name: 'define-event-type'; readonly eventType: EventType }
  | { readonly name: 'define-tag'; readonly tag: Tag }
  | { readonly name: 'define-topic'; readonly topic: Topic }
  /** Removes a definition that nothing uses (SEG-24). */
  | {
      readonly name: 'remove-definition';
      readonly definition:
        | { readonly kind: 'attribute'; readonly id: AttributeId }
        | { readonly kind: 'property'; readonly id: PropertyId }
        | { readonly kind: 'event-type'; readonly id: EventTypeId }
        | { readonly kind: 'tag'; readonly id: TagId }
        | { readonly kind: 'topic'; readonly id: TopicId };
    }
  | { readonly name: 'change-settings'; readonly settings: WorkspaceSettings };

/** A mutation as it stands in the journal: numbered here, stamped once, not changed afterwards (SYN-1). */
export interface RecordedMutation {
  /** 1, 2, 3… of this replica, allocated in the transaction that applies it. */
  readonly number: number;
  readonly uid: MutationUid;
  readonly at: Instant;
  readonly mutation: Mutation;
}
