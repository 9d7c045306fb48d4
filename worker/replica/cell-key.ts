import type { Channel, TopicId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { CellColumn, JournalRow } from '../storage/core-rows.ts';

/** Names a column whose changes are remembered, in memory only. */
export type CellKey = string;

export function keyOfColumn(of: CellColumn): CellKey {
  switch (of.kind) {
    case 'attribute':
      return `attribute/${of.attribute}`;
    case 'tag':
      return `tag/${of.tag}`;
    case 'key':
      return `key/${of.keyspace}`;
  }
}

export function keyOfConsent(topic: TopicId, channel: Channel): CellKey {
  return `consent/${channel}/${topic}`;
}

/** The profile an edit is about, and which of its cells it sets. */
export function cellsOfEdit({
  mutation,
}: Pick<JournalRow, 'mutation'>):
  | { readonly profile: ProfileId; readonly keys: readonly CellKey[] }
  | undefined {
  if (!('profile' in mutation)) return undefined;
  const { profile } = mutation;
  switch (mutation.name) {
    case 'set-attribute':
      return { profile, keys: [`attribute/${mutation.attribute}`] };
    case 'add-tag':
    case 'remove-tag':
      return { profile, keys: [`tag/${mutation.tag}`] };
    case 'record-consent':
      return { profile, keys: [keyOfConsent(mutation.topic, mutation.channel)] };
    case 'create-profile': {
      // After an import it may have become a profile that was there.
      const attributes = mutation.attributes.map(({ attribute }) => `attribute/${attribute}`);
      return { profile, keys: [...attributes, ...mutation.keys.map(({ keyspace }) => `key/${keyspace}`)] };
    }
    default:
      return { profile, keys: [] };
  }
}
