import type {
  AttributeId,
  Channel,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
} from '../../shared/profile/data-model.ts';
import { inOrder } from '../../shared/profile/event-order.ts';
import type { ConsentState, Profile, ProfileEvent, ProfileId } from '../../shared/profile/profile.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { ColumnSet } from './column-set.ts';
import type { EventPlace, ProfileIndex } from './profile-index.ts';

/** Gathers one profile from its columns. */
export function readProfile(columns: ColumnSet, ordinal: number, events: readonly ProfileEvent[]): Profile {
  return {
    id: columns.profileIds.read().get(ordinal) as ProfileId,
    createdAt: columns.createdAt.read().get(ordinal) ?? 0,
    changedAt: columns.changedAt.read().get(ordinal) ?? 0,
    source: columns.sources.read().get(ordinal) ?? '',
    known: columns.known.read().get(ordinal),
    attributes: attributesOf(columns, ordinal),
    tags: tagsOf(columns, ordinal),
    consents: consentsOf(columns, ordinal),
    suppressed: suppressedOf(columns, ordinal),
    events,
  };
}

/** The events of a profile, oldest first (SEG-31). */
export function readEvents(
  columns: ColumnSet,
  index: ProfileIndex,
  ordinal: number,
): readonly ProfileEvent[] {
  const propertiesByType = new Map<EventTypeId, readonly PropertyId[]>();
  for (const partition of columns.events.values())
    propertiesByType.set(partition.type, partition.propertyIds());
  return inOrder(
    index.eventsOf(ordinal).map((place) => readEvent(place, propertiesByType.get(place.type) ?? [])),
  );
}

function readEvent({ type, run, row }: EventPlace, propertyIds: readonly PropertyId[]): ProfileEvent {
  const properties = new Map<PropertyId, Value>();
  for (const id of propertyIds) {
    const value = run.property(id)?.get(row);
    if (value !== undefined) properties.set(id, value);
  }
  return { id: run.ids().ids.get(row), type, occurredAt: run.rows.times.at(row), properties };
}

function attributesOf(columns: ColumnSet, ordinal: number): ReadonlyMap<AttributeId, Value> {
  const attributes = new Map<AttributeId, Value>();
  for (const [id, slot] of columns.attributes) {
    const value = slot.read().get(ordinal);
    if (value !== undefined) attributes.set(id, value);
  }
  return attributes;
}

function tagsOf(columns: ColumnSet, ordinal: number): ReadonlySet<TagId> {
  const tags = new Set<TagId>();
  for (const [id, slot] of columns.tags) if (slot.read().get(ordinal)) tags.add(id);
  return tags;
}

function consentsOf(
  columns: ColumnSet,
  ordinal: number,
): ReadonlyMap<TopicId, Partial<Readonly<Record<Channel, ConsentState>>>> {
  const consents = new Map<TopicId, Partial<Readonly<Record<Channel, ConsentState>>>>();
  for (const { topic, channel, slot } of columns.consents.values()) {
    const state = slot.read().get(ordinal);
    if (state !== undefined) consents.set(topic, { ...consents.get(topic), [channel]: state });
  }
  return consents;
}

function suppressedOf(columns: ColumnSet, ordinal: number): ReadonlySet<Channel> {
  const suppressed = new Set<Channel>();
  for (const [channel, slot] of columns.suppressed) if (slot.read().get(ordinal)) suppressed.add(channel);
  return suppressed;
}
