import { assert } from '../../shared/kernel/assert.ts';
import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type {
  AttributeId,
  Channel,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
} from '../../shared/profile/data-model.ts';
import type {
  ConsentState,
  Keyspace,
  Profile,
  ProfileEvent,
  ProfileId,
} from '../../shared/profile/profile.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { ValueColumn } from './column.ts';
import { type ColumnName, consentColumn, subjectOf } from './column-name.ts';
import type { ColumnSet } from './column-set.ts';
import type { ConsentColumn } from './consent-column.ts';
import { countFilled, countProfilesWithEvents } from './count-filled.ts';
import type { EventRun } from './event-run.ts';
import type { FillMemory } from './fill-memory.ts';
import type { FlagColumn } from './flag-column.ts';
import type { InstantColumn } from './instant-column.ts';
import { ProfileIndex } from './profile-index.ts';
import { readEvents, readProfile } from './read-profile.ts';
import type { TextColumn } from './text-column.ts';

/** What a population in memory answers without changing anything; `Population` says what each method does. */
export class PopulationReader {
  protected readonly columns: ColumnSet;
  protected readonly fills: FillMemory;
  protected count: number;
  #live: { readonly version: number; readonly members: Bitmap; readonly count: number } | undefined;
  #index: { readonly layouts: string; readonly index: ProfileIndex } | undefined;

  constructor(columns: ColumnSet, profileCount: number, fills: FillMemory) {
    this.columns = columns;
    this.count = profileCount;
    this.fills = fills;
  }

  get profileCount(): number {
    return this.count;
  }

  get live(): Bitmap {
    return this.#liveProfiles().members;
  }

  get liveCount(): number {
    return this.#liveProfiles().count;
  }

  get eventCount(): number {
    return this.columns.partitions().reduce((sum, partition) => sum + partition.count, 0);
  }

  // ---------------------------------------------------- columns, for the engine

  version(name: ColumnName): number {
    return this.columns.version(name);
  }

  keyTexts(keyspace: Keyspace): TextColumn | undefined {
    return this.columns.keys.get(keyspace)?.read().texts;
  }

  attributeValues(attribute: AttributeId): ValueColumn | undefined {
    return this.columns.attributes.get(attribute)?.read();
  }

  tagFlags(tag: TagId): FlagColumn | undefined {
    return this.columns.tags.get(tag)?.read();
  }

  consentStates(topic: TopicId, channel: Channel): ConsentColumn | undefined {
    return this.columns.consents.get(consentColumn(topic, channel))?.slot.read();
  }

  suppressionFlags(channel: Channel): FlagColumn | undefined {
    return this.columns.suppressed.get(channel)?.read();
  }

  knownFlags(): FlagColumn {
    return this.columns.known.read();
  }

  sources(): TextColumn {
    return this.columns.sources.read();
  }

  instants(which: 'created' | 'changed'): InstantColumn {
    return (which === 'created' ? this.columns.createdAt : this.columns.changedAt).read();
  }

  eventRuns(type: EventTypeId): readonly EventRun[] {
    return this.columns.events.get(type)?.runs() ?? [];
  }

  hasEventTail(type: EventTypeId): boolean {
    return this.columns.events.get(type)?.hasTail ?? false;
  }

  eventProperties(type: EventTypeId): readonly PropertyId[] {
    return this.columns.events.get(type)?.propertyIds() ?? [];
  }

  consentColumns(): readonly { readonly topic: TopicId; readonly channel: Channel }[] {
    return [...this.columns.consents.values()];
  }

  filled(name: ColumnName): number | undefined {
    return this.fills.known(this.columns, name);
  }

  countFilled(name: ColumnName): number {
    const subject = subjectOf(name);
    const filled =
      subject.kind === 'event-rows'
        ? countProfilesWithEvents(this.eventRuns(subject.type), this.live)
        : countFilled(this.columns.find(name)?.read(), this.live);
    this.fills.remember(this.columns, name, filled);
    return filled;
  }

  // ------------------------------------------------------------------ reading

  attributeIds(): readonly AttributeId[] {
    return [...this.columns.attributes.keys()];
  }

  tagIds(): readonly TagId[] {
    return [...this.columns.tags.keys()];
  }

  eventTypes(): readonly EventTypeId[] {
    return this.columns.partitions().map(({ type }) => type);
  }

  keyspaces(): readonly Keyspace[] {
    return [...this.columns.keys.keys()];
  }

  eventCountOf(type: EventTypeId): number {
    return this.columns.events.get(type)?.count ?? 0;
  }

  idAt(ordinal: number): ProfileId {
    this.assertProfile(ordinal);
    return this.columns.profileIds.read().get(ordinal) as ProfileId;
  }

  ordinalOf(id: ProfileId): number | undefined {
    return foundOrdinal(this.columns.profileIds.read().find(id));
  }

  keyAt(ordinal: number, keyspace: Keyspace): string | undefined {
    return this.columns.keys.get(keyspace)?.read().get(ordinal);
  }

  ordinalOfKey(keyspace: Keyspace, value: string): number | undefined {
    return foundOrdinal(this.columns.keys.get(keyspace)?.read().find(value) ?? -1);
  }

  attributeAt(ordinal: number, attribute: AttributeId): Value | undefined {
    return this.columns.attributes.get(attribute)?.read().get(ordinal);
  }

  hasTag(ordinal: number, tag: TagId): boolean {
    return this.tagFlags(tag)?.get(ordinal) ?? false;
  }

  consentAt(ordinal: number, topic: TopicId, channel: Channel): ConsentState | undefined {
    return this.consentStates(topic, channel)?.get(ordinal);
  }

  isSuppressed(ordinal: number, channel: Channel): boolean {
    return this.suppressionFlags(channel)?.get(ordinal) ?? false;
  }

  isKnown(ordinal: number): boolean {
    return this.knownFlags().get(ordinal);
  }

  createdAt(ordinal: number): Instant {
    return this.instants('created').get(ordinal) ?? 0;
  }

  changedAt(ordinal: number): Instant {
    return this.instants('changed').get(ordinal) ?? 0;
  }

  sourceAt(ordinal: number): string {
    return this.sources().get(ordinal) ?? '';
  }

  profileAt(ordinal: number): Profile {
    this.assertProfile(ordinal);
    return readProfile(this.columns, ordinal, this.eventsAt(ordinal));
  }

  eventsAt(ordinal: number): readonly ProfileEvent[] {
    return readEvents(this.columns, this.#profileIndex(), ordinal);
  }

  activityAt(ordinal: number): { readonly eventCount: number; readonly lastEventAt: Instant | undefined } {
    const places = this.#profileIndex().eventsOf(ordinal);
    const times = places.map(({ run, row }) => run.rows.times.at(row));
    const lastEventAt = times.reduce<Instant | undefined>(
      (last, time) => Math.max(last ?? time, time),
      undefined,
    );
    return { eventCount: places.length, lastEventAt };
  }

  hasEvent(source: string, id: string): boolean {
    for (const partition of this.columns.events.values()) if (partition.has(source, id)) return true;
    return false;
  }

  protected get indexBytes(): number {
    return this.#index?.index.bytes ?? 0;
  }

  protected assertProfile(ordinal: number): void {
    assert(ordinal >= 0 && ordinal < this.count, `there is no profile ${ordinal}`);
  }

  #liveProfiles(): { readonly members: Bitmap; readonly count: number } {
    const { version } = this.columns.live;
    if (this.#live?.version !== version || this.#live.members.length !== this.count) {
      const members = this.columns.live.read().toBitmap(this.count);
      this.#live = { version, members, count: members.count() };
    }
    return this.#live;
  }

  #profileIndex(): ProfileIndex {
    const partitions = this.columns.partitions();
    // Reading the runs may move events, so it comes before the layouts are compared.
    const runs = partitions.flatMap((partition) =>
      partition.runs().map((run) => ({ type: partition.type, run })),
    );
    const layouts = [this.count, ...partitions.map(({ layout }) => layout)].join();
    if (this.#index?.layouts !== layouts)
      this.#index = { layouts, index: new ProfileIndex(this.count, runs) };
    return this.#index.index;
  }
}

function foundOrdinal(ordinal: number): number | undefined {
  return ordinal < 0 ? undefined : ordinal;
}
