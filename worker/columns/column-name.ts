import type {
  AttributeId,
  Channel,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
} from '../../shared/profile/data-model.ts';
import type { Keyspace } from '../../shared/profile/profile.ts';

/**
 * Name of one column: what is loaded, kept dirty, versioned and measured on its own.
 * Ids are percent-encoded, so that the parts can be told apart.
 */
export type ColumnName =
  | 'live'
  | 'created-at'
  | 'changed-at'
  | 'source'
  | 'known'
  /** Profile ids by ordinal. Not read by segments. */
  | 'profile-ids'
  | `attribute/${string}`
  | `tag/${string}`
  | `consent/${string}/${Channel}`
  | `suppressed/${Channel}`
  /** Key values by ordinal. Not read by segments. */
  | `key/${string}`
  /** Time and profile of each event of a type. */
  | `event/${string}/rows`
  | `event/${string}/property/${string}`
  /** Id, source and import number of each event of a type. Read only to write events or to break a tie. */
  | `event/${string}/ids`;

export function attributeColumn(attribute: AttributeId): ColumnName {
  return `attribute/${encodeURIComponent(attribute)}`;
}

export function tagColumn(tag: TagId): ColumnName {
  return `tag/${encodeURIComponent(tag)}`;
}

export function consentColumn(topic: TopicId, channel: Channel): ColumnName {
  return `consent/${encodeURIComponent(topic)}/${channel}`;
}

export function suppressedColumn(channel: Channel): ColumnName {
  return `suppressed/${channel}`;
}

export function keyColumn(keyspace: Keyspace): ColumnName {
  return `key/${encodeURIComponent(keyspace)}`;
}

export function eventRowsColumn(type: EventTypeId): ColumnName {
  return `event/${encodeURIComponent(type)}/rows`;
}

export function eventPropertyColumn(type: EventTypeId, property: PropertyId): ColumnName {
  return `event/${encodeURIComponent(type)}/property/${encodeURIComponent(property)}`;
}

export function eventIdsColumn(type: EventTypeId): ColumnName {
  return `event/${encodeURIComponent(type)}/ids`;
}

export type ColumnSubject =
  | { readonly kind: 'live' | 'created-at' | 'changed-at' | 'source' | 'known' | 'profile-ids' }
  | { readonly kind: 'attribute'; readonly attribute: AttributeId }
  | { readonly kind: 'tag'; readonly tag: TagId }
  | { readonly kind: 'consent'; readonly topic: TopicId; readonly channel: Channel }
  | { readonly kind: 'suppressed'; readonly channel: Channel }
  | { readonly kind: 'key'; readonly keyspace: Keyspace }
  | { readonly kind: 'event-rows' | 'event-ids'; readonly type: EventTypeId }
  | { readonly kind: 'event-property'; readonly type: EventTypeId; readonly property: PropertyId };

/** The way back from a name; names come from the functions above only, hence the casts. */
export function subjectOf(name: ColumnName): ColumnSubject {
  const [kind = '', first = '', second = '', third = ''] = name.split('/');
  const id = decodeURIComponent(first);
  switch (kind) {
    case 'attribute':
      return { kind, attribute: id as AttributeId };
    case 'tag':
      return { kind, tag: id as TagId };
    case 'consent':
      return { kind, topic: id as TopicId, channel: second as Channel };
    case 'suppressed':
      return { kind, channel: first as Channel };
    case 'key':
      return { kind, keyspace: id };
    case 'event':
      if (second === 'property') {
        return {
          kind: 'event-property',
          type: id as EventTypeId,
          property: decodeURIComponent(third) as PropertyId,
        };
      }
      return { kind: second === 'ids' ? 'event-ids' : 'event-rows', type: id as EventTypeId };
    default:
      return { kind: kind as 'live' | 'created-at' | 'changed-at' | 'source' | 'known' | 'profile-ids' };
  }
}
