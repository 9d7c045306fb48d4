import type { Brand } from '../kernel/brand.ts';
import type { Instant } from '../kernel/time.ts';
import type { AttributeId, Channel, EventTypeId, PropertyId, TagId, TopicId } from './data-model.ts';
import type { Value } from './value.ts';

/** UUIDv7 text, made by the author; never derived from a key (SYN-3). */
export type ProfileId = Brand<string, 'ProfileId'>;
/** A kind of identifier: `email`, `phone`, `crm-id`, `cookie` or one of the workspace's own. */
export type Keyspace = string;
/** Keyspaces whose holder is a known person; a profile with none of these is anonymous. */
export const KNOWN_KEYSPACES: readonly Keyspace[] = ['email', 'phone', 'crm-id'];

export type ConsentState = 'opted-in' | 'confirmed' | 'pending' | 'opted-out';
/** States under which a message may be sent. */
export const RECEIVABLE_STATES: readonly ConsentState[] = ['opted-in', 'confirmed'];

/** One line of the consent ledger (SYN-9): it is only ever added to. */
export interface ConsentEntry {
  readonly topic: TopicId;
  readonly channel: Channel;
  readonly state: ConsentState;
  readonly at: Instant;
  readonly source: string;
  readonly evidence?: string;
}

/** One thing a profile did. `id` is unique within its source; equal ids are one event (SEG-13). */
export interface ProfileEvent {
  readonly id: string;
  readonly type: EventTypeId;
  readonly occurredAt: Instant;
  readonly properties: ReadonlyMap<PropertyId, Value>;
}

/** All that a segment can read about one profile. Maps and sets are complete; absent means no value. */
export interface Profile {
  readonly id: ProfileId;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly source: string;
  readonly known: boolean;
  readonly attributes: ReadonlyMap<AttributeId, Value>;
  readonly tags: ReadonlySet<TagId>;
  /** Current state by topic and channel; a pair that is absent was never asked. */
  readonly consents: ReadonlyMap<TopicId, Partial<Readonly<Record<Channel, ConsentState>>>>;
  readonly suppressed: ReadonlySet<Channel>;
  /** Ordered by occurredAt, then type, then id, both by code points (SEG-31). */
  readonly events: readonly ProfileEvent[];
}
