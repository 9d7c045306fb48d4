import type { Instant } from '../../shared/kernel/time.ts';
import type {
  Attribute,
  Channel,
  EventTypeId,
  Property,
  TagId,
  TopicId,
} from '../../shared/profile/data-model.ts';
import type { ConsentState } from '../../shared/profile/profile.ts';

/** Made-up profiles and events in plain arrays: what every engine of the benchmark is filled from. */
export interface Crowd {
  readonly now: Instant;
  readonly profileCount: number;
  readonly eventCount: number;
  readonly createdAt: Float64Array;
  readonly attributes: readonly CrowdAttribute[];
  readonly tags: readonly { readonly tag: TagId; readonly has: Uint8Array }[];
  readonly consents: readonly CrowdConsent[];
  readonly events: readonly CrowdEvents[];
}

export interface CrowdAttribute {
  readonly attribute: Attribute;
  readonly values: CrowdValues;
}

export interface CrowdConsent {
  readonly topic: TopicId;
  readonly channel: Channel;
  /** 0 is never asked, k is `CONSENT_STATES[k - 1]`. */
  readonly states: Uint8Array;
}
export const CONSENT_STATES: readonly ConsentState[] = ['opted-in', 'confirmed', 'pending', 'opted-out'];

/** Events of one type, oldest first. */
export interface CrowdEvents {
  readonly type: EventTypeId;
  readonly ordinals: Uint32Array;
  readonly occurredAt: Float64Array;
  readonly properties: readonly { readonly property: Property; readonly values: CrowdValues }[];
}

export type CrowdValues =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | CodedTexts
  /** Numbers, or days; NaN is no value. */
  | { readonly kind: 'numbers'; readonly numbers: Float64Array }
  /** 0 is no value, 1 no, 2 yes. */
  | { readonly kind: 'flags'; readonly flags: Uint8Array };

export interface CodedTexts {
  readonly kind: 'codes';
  /** 0 is no value, k is `dictionary[k - 1]`. */
  readonly codes: Uint8Array | Uint16Array;
  readonly dictionary: readonly string[];
}
