import type { Instant } from '../../shared/kernel/time.ts';
import type { Channel, TopicId } from '../../shared/profile/data-model.ts';
import type { ConsentEntry } from '../../shared/profile/profile.ts';
import type { Held } from '../../shared/sync/held.ts';
import { type OpenWorkspace, ordinalOf } from './open-workspace.ts';

/** The open workspace as decisions read it. `ledger` is of the profile that is asked about, newest first. */
export function heldWorkspace(open: OpenWorkspace, ledger: readonly ConsentEntry[]): Held {
  const { population } = open;
  return {
    settings: open.workspace.settings,
    model: open.model,
    segments: open.segments,
    profile(id) {
      const ordinal = ordinalOf(open, id);
      if (ordinal === undefined) return undefined;
      return {
        isTrashed: !population.live.has(ordinal),
        attribute: (attribute) => population.attributeAt(ordinal, attribute),
        hasTag: (tag) => population.hasTag(ordinal, tag),
        consent: (topic, channel) => population.consentAt(ordinal, topic, channel),
        optedOutAt: (topic, channel) => optedOutAt(ledger, topic, channel),
        isSuppressed: (channel) => population.isSuppressed(ordinal, channel),
      };
    },
    holderOf({ keyspace, value }) {
      const ordinal = population.ordinalOfKey(keyspace, value);
      return ordinal === undefined ? undefined : population.idAt(ordinal);
    },
  };
}

function optedOutAt(ledger: readonly ConsentEntry[], topic: TopicId, channel: Channel): Instant | undefined {
  return ledger.find(
    (entry) => entry.topic === topic && entry.channel === channel && entry.state === 'opted-out',
  )?.at;
}
