import type { Instant } from '../kernel/time.ts';
import type { DataModel } from '../profile/data-model.ts';
import type { Profile, ProfileId } from '../profile/profile.ts';
import type { SegmentDefinition, SegmentId } from '../segment/definition.ts';
import type { Held, HeldProfile } from '../sync/held.ts';
import type { ProfileKey, RevisionId, WorkspaceSettings } from '../sync/mutation.ts';
import type { SegmentRecord } from '../sync/segment-record.ts';
import { aDataModel, at } from './builders.ts';

export const SETTINGS: WorkspaceSettings = {
  name: 'Shop',
  timeZone: 'Europe/Stockholm',
  weekStart: 'monday',
  leapDay: 'february-28',
};

export interface HeldSketch {
  readonly model?: DataModel;
  readonly segments?: readonly SegmentRecord[];
  readonly profiles?: readonly Profile[];
  readonly trashed?: readonly string[];
  readonly keys?: readonly { readonly key: ProfileKey; readonly of: string }[];
  readonly optedOutAt?: Instant;
}

/** What a replica holds: as much as it is told, and the data model that all builders share. */
export function aHeld(sketch: HeldSketch = {}): Held {
  const profiles = new Map((sketch.profiles ?? []).map((profile) => [profile.id, profile]));
  return {
    settings: SETTINGS,
    model: sketch.model ?? aDataModel(),
    segments: new Map((sketch.segments ?? []).map((segment) => [segment.id, segment])),
    profile(id) {
      const profile = profiles.get(id);
      return profile && heldProfile(profile, sketch);
    },
    holderOf({ keyspace, value }) {
      const holder = sketch.keys?.find(({ key }) => key.keyspace === keyspace && key.value === value);
      return holder?.of as ProfileId | undefined;
    },
  };
}

function heldProfile(profile: Profile, { trashed = [], optedOutAt }: HeldSketch): HeldProfile {
  return {
    isTrashed: trashed.includes(profile.id),
    attribute: (attribute) => profile.attributes.get(attribute),
    hasTag: (tag) => profile.tags.has(tag),
    consent: (topic, channel) => profile.consents.get(topic)?.[channel],
    optedOutAt: () => optedOutAt,
    isSuppressed: (channel) => profile.suppressed.has(channel),
  };
}

export function aSegment(
  id: string,
  definition: SegmentDefinition,
  changes: Partial<SegmentRecord> = {},
): SegmentRecord {
  return {
    id: id as SegmentId,
    title: id,
    description: '',
    definition,
    heads: [`${id}-1` as RevisionId],
    createdAt: at('2024-01-01T00:00Z'),
    changedAt: at('2024-01-01T00:00Z'),
    archived: false,
    smart: false,
    deleted: false,
    ...changes,
  };
}
