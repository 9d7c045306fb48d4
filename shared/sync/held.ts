import type { Instant } from '../kernel/time.ts';
import type { AttributeId, Channel, DataModel, TagId, TopicId } from '../profile/data-model.ts';
import type { ConsentState, ProfileId } from '../profile/profile.ts';
import type { Value } from '../profile/value.ts';
import type { SegmentId } from '../segment/definition.ts';
import type { ProfileKey, WorkspaceSettings } from './mutation.ts';
import type { SegmentRecord } from './segment-record.ts';

/** The part of a workspace that a decision reads. Whoever asks has loaded it: all reads answer at once. */
export interface Held {
  readonly settings: WorkspaceSettings;
  readonly model: DataModel;
  readonly segments: ReadonlyMap<SegmentId, SegmentRecord>;
  profile(id: ProfileId): HeldProfile | undefined;
  /** Of a key in its normal form. */
  holderOf(key: ProfileKey): ProfileId | undefined;
}

export interface HeldProfile {
  readonly isTrashed: boolean;
  attribute(attribute: AttributeId): Value | undefined;
  hasTag(tag: TagId): boolean;
  consent(topic: TopicId, channel: Channel): ConsentState | undefined;
  /** When the opt-out that stands now was recorded. Asked only when one stands. */
  optedOutAt(topic: TopicId, channel: Channel): Instant | undefined;
  isSuppressed(channel: Channel): boolean;
}
