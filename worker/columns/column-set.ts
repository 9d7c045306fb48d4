import { unreachable } from '../../shared/kernel/assert.ts';
import { compareCodePoints } from '../../shared/kernel/order.ts';
import type {
  AttributeId,
  Channel,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
  ValueType,
} from '../../shared/profile/data-model.ts';
import type { Keyspace } from '../../shared/profile/profile.ts';
import type { ValueColumn } from './column.ts';
import {
  attributeColumn,
  type ColumnName,
  consentColumn,
  keyColumn,
  subjectOf,
  suppressedColumn,
  tagColumn,
} from './column-name.ts';
import { type ColumnForm, ColumnSlot } from './column-slot.ts';
import { ConsentColumn } from './consent-column.ts';
import { EventPartition } from './event-partition.ts';
import { FlagColumn } from './flag-column.ts';
import { IdColumn } from './id-column.ts';
import { InstantColumn } from './instant-column.ts';
import { KeyColumn } from './key-column.ts';
import type { ColumnManifest } from './manifest.ts';
import { TextColumn } from './text-column.ts';
import { createValueColumn, decodeValueColumn } from './value-column.ts';

const FLAGS: ColumnForm<FlagColumn> = { create: () => new FlagColumn(), decode: FlagColumn.decode };
const INSTANTS: ColumnForm<InstantColumn> = {
  create: () => new InstantColumn(),
  decode: InstantColumn.decode,
};
const TEXTS: ColumnForm<TextColumn> = { create: () => new TextColumn(), decode: TextColumn.decode };
const IDS: ColumnForm<IdColumn> = { create: () => new IdColumn(), decode: IdColumn.decode };
const CONSENTS: ColumnForm<ConsentColumn> = {
  create: () => new ConsentColumn(),
  decode: ConsentColumn.decode,
};
const KEYS: ColumnForm<KeyColumn> = { create: () => new KeyColumn(), decode: KeyColumn.decode };

function valuesForm(type: ValueType): ColumnForm<ValueColumn> {
  return { create: () => createValueColumn(type), decode: decodeValueColumn };
}

interface ConsentSlot {
  readonly topic: TopicId;
  readonly channel: Channel;
  readonly slot: ColumnSlot<ConsentColumn>;
}

interface FoundPartition {
  rows?: ColumnManifest;
  ids?: ColumnManifest;
  readonly properties: Map<PropertyId, ColumnManifest>;
}

export type AnySlot =
  | ReturnType<EventPartition['slots']>[number]
  | ColumnSlot<FlagColumn>
  | ColumnSlot<InstantColumn>
  | ColumnSlot<TextColumn>
  | ColumnSlot<IdColumn>
  | ColumnSlot<ConsentColumn>
  | ColumnSlot<KeyColumn>;

/** The columns of a population, each in its slot. Slots that do not exist are made when first written to. */
export class ColumnSet {
  readonly live: ColumnSlot<FlagColumn>;
  readonly known: ColumnSlot<FlagColumn>;
  readonly createdAt: ColumnSlot<InstantColumn>;
  readonly changedAt: ColumnSlot<InstantColumn>;
  readonly sources: ColumnSlot<TextColumn>;
  readonly profileIds: ColumnSlot<IdColumn>;
  readonly attributes = new Map<AttributeId, ColumnSlot<ValueColumn>>();
  readonly tags = new Map<TagId, ColumnSlot<FlagColumn>>();
  readonly consents = new Map<ColumnName, ConsentSlot>();
  readonly suppressed = new Map<Channel, ColumnSlot<FlagColumn>>();
  readonly keys = new Map<Keyspace, ColumnSlot<KeyColumn>>();
  readonly events = new Map<EventTypeId, EventPartition>();

  private constructor(
    fixed: Pick<ColumnSet, 'live' | 'known' | 'createdAt' | 'changedAt' | 'sources' | 'profileIds'>,
  ) {
    this.live = fixed.live;
    this.known = fixed.known;
    this.createdAt = fixed.createdAt;
    this.changedAt = fixed.changedAt;
    this.sources = fixed.sources;
    this.profileIds = fixed.profileIds;
  }

  static of(stored: readonly ColumnManifest[]): ColumnSet {
    const byName = new Map(stored.map((manifest) => [manifest.name, manifest]));
    const set = new ColumnSet({
      live: new ColumnSlot('live', FLAGS, byName.get('live')),
      known: new ColumnSlot('known', FLAGS, byName.get('known')),
      createdAt: new ColumnSlot('created-at', INSTANTS, byName.get('created-at')),
      changedAt: new ColumnSlot('changed-at', INSTANTS, byName.get('changed-at')),
      sources: new ColumnSlot('source', TEXTS, byName.get('source')),
      profileIds: new ColumnSlot('profile-ids', IDS, byName.get('profile-ids')),
    });
    const partitions = new Map<EventTypeId, FoundPartition>();
    for (const manifest of stored) {
      const subject = subjectOf(manifest.name);
      if ('type' in subject) {
        const partition = partitions.get(subject.type) ?? {
          properties: new Map<PropertyId, ColumnManifest>(),
        };
        partitions.set(subject.type, partition);
        if (subject.kind === 'event-rows') partition.rows = manifest;
        else if (subject.kind === 'event-ids') partition.ids = manifest;
        else if (subject.kind === 'event-property') partition.properties.set(subject.property, manifest);
      } else if (subject.kind === 'attribute')
        set.attribute({ id: subject.attribute, type: 'text' }, manifest);
      else if (subject.kind === 'tag') set.tag(subject.tag, manifest);
      else if (subject.kind === 'consent') set.consent(subject.topic, subject.channel, manifest);
      else if (subject.kind === 'suppressed') set.suppression(subject.channel, manifest);
      else if (subject.kind === 'key') set.key(subject.keyspace, manifest);
    }
    for (const [type, partition] of partitions) set.events.set(type, EventPartition.create(type, partition));
    return set;
  }

  fork(): ColumnSet {
    const fork = new ColumnSet({
      live: this.live.fork(),
      known: this.known.fork(),
      createdAt: this.createdAt.fork(),
      changedAt: this.changedAt.fork(),
      sources: this.sources.fork(),
      profileIds: this.profileIds.fork(),
    });
    for (const [id, slot] of this.attributes) fork.attributes.set(id, slot.fork());
    for (const [id, slot] of this.tags) fork.tags.set(id, slot.fork());
    for (const [name, consent] of this.consents)
      fork.consents.set(name, { ...consent, slot: consent.slot.fork() });
    for (const [channel, slot] of this.suppressed) fork.suppressed.set(channel, slot.fork());
    for (const [keyspace, slot] of this.keys) fork.keys.set(keyspace, slot.fork());
    for (const [type, partition] of this.events) fork.events.set(type, partition.fork());
    return fork;
  }

  /** The type matters to a new column only. */
  attribute(
    { id, type }: { readonly id: AttributeId; readonly type: ValueType },
    stored?: ColumnManifest,
  ): ColumnSlot<ValueColumn> {
    return madeIn(this.attributes, id, () => new ColumnSlot(attributeColumn(id), valuesForm(type), stored));
  }

  tag(id: TagId, stored?: ColumnManifest): ColumnSlot<FlagColumn> {
    return madeIn(this.tags, id, () => new ColumnSlot(tagColumn(id), FLAGS, stored));
  }

  consent(topic: TopicId, channel: Channel, stored?: ColumnManifest): ColumnSlot<ConsentColumn> {
    const name = consentColumn(topic, channel);
    return madeIn(this.consents, name, () => ({
      topic,
      channel,
      slot: new ColumnSlot(name, CONSENTS, stored),
    })).slot;
  }

  suppression(channel: Channel, stored?: ColumnManifest): ColumnSlot<FlagColumn> {
    return madeIn(this.suppressed, channel, () => new ColumnSlot(suppressedColumn(channel), FLAGS, stored));
  }

  key(keyspace: Keyspace, stored?: ColumnManifest): ColumnSlot<KeyColumn> {
    return madeIn(this.keys, keyspace, () => new ColumnSlot(keyColumn(keyspace), KEYS, stored));
  }

  partition(type: EventTypeId): EventPartition {
    return madeIn(this.events, type, () => EventPartition.create(type));
  }

  /** Partitions by type id in the order of SEG-31. */
  partitions(): readonly EventPartition[] {
    return [...this.events.values()].sort((left, right) => compareCodePoints(left.type, right.type));
  }

  /** What a profile consists of, but for its events and keys. */
  *ofProfile(): Generator<AnySlot, void> {
    yield this.live;
    yield this.known;
    yield this.createdAt;
    yield this.changedAt;
    yield this.sources;
    yield this.profileIds;
    yield* this.attributes.values();
    yield* this.tags.values();
    for (const { slot } of this.consents.values()) yield slot;
    yield* this.suppressed.values();
  }

  *all(): Generator<AnySlot, void> {
    yield* this.ofProfile();
    yield* this.keys.values();
    for (const partition of this.events.values()) yield* partition.slots();
  }

  /** Moves with every change; 0 if there is no such column. Events come to all columns of a type together. */
  version(name: ColumnName): number {
    const subject = subjectOf(name);
    if ('type' in subject) return this.events.get(subject.type)?.version ?? 0;
    return this.find(name)?.version ?? 0;
  }

  find(name: ColumnName): AnySlot | undefined {
    const subject = subjectOf(name);
    switch (subject.kind) {
      case 'live':
        return this.live;
      case 'known':
        return this.known;
      case 'created-at':
        return this.createdAt;
      case 'changed-at':
        return this.changedAt;
      case 'source':
        return this.sources;
      case 'profile-ids':
        return this.profileIds;
      case 'attribute':
        return this.attributes.get(subject.attribute);
      case 'tag':
        return this.tags.get(subject.tag);
      case 'consent':
        return this.consents.get(name)?.slot;
      case 'suppressed':
        return this.suppressed.get(subject.channel);
      case 'key':
        return this.keys.get(subject.keyspace);
      case 'event-rows':
        return this.events.get(subject.type)?.rows;
      case 'event-ids':
        return this.events.get(subject.type)?.ids;
      case 'event-property':
        return this.events.get(subject.type)?.property(subject.property);
      default:
        return unreachable(subject);
    }
  }
}

function madeIn<Key, Made>(map: Map<Key, Made>, key: Key, make: () => Made): Made {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
