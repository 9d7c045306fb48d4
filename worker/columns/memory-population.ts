import { assert } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type {
  AttributeId,
  Channel,
  EventTypeId,
  TagId,
  TopicId,
  ValueType,
} from '../../shared/profile/data-model.ts';
import { type ConsentState, type Keyspace, KNOWN_KEYSPACES } from '../../shared/profile/profile.ts';
import type { Value } from '../../shared/profile/value.ts';
import { type ColumnName, consentColumn } from './column-name.ts';
import { ColumnSet } from './column-set.ts';
import type { EventBatch } from './event-batch.ts';
import { FillMemory } from './fill-memory.ts';
import type { LoadError, PopulationManifest, ReadPage } from './manifest.ts';
import { type ColumnMemory, memoryOf } from './memory.ts';
import type { NewProfile } from './new-profile.ts';
import { PopulationReader } from './population-reader.ts';
import { Sealing } from './sealing.ts';
import { setValue } from './value-column.ts';

/** The population in memory; `Population` says what each method does. */
export class MemoryPopulation extends PopulationReader {
  readonly #readPage: ReadPage | undefined;

  private constructor(
    columns: ColumnSet,
    from: {
      readonly readPage: ReadPage | undefined;
      readonly profileCount: number;
      readonly fills: FillMemory;
    },
  ) {
    super(columns, from.profileCount, from.fills);
    this.#readPage = from.readPage;
  }

  static create(readPage?: ReadPage): MemoryPopulation {
    return new MemoryPopulation(ColumnSet.of([]), { readPage, profileCount: 0, fills: new FillMemory() });
  }

  static async open(
    manifest: PopulationManifest,
    readPage: ReadPage,
  ): Promise<Result<MemoryPopulation, LoadError>> {
    const columns = ColumnSet.of(manifest.columns);
    const loaded = await columns.live.load(readPage);
    if (!loaded.ok) return loaded;
    const fills = FillMemory.from(columns);
    return ok(new MemoryPopulation(columns, { readPage, profileCount: manifest.profileCount, fills }));
  }

  // ------------------------------------------------------------------ loading

  columnNames(): readonly ColumnName[] {
    return Array.from(this.columns.all(), ({ name }) => name);
  }

  async load(columns: Iterable<ColumnName>): Promise<Result<null, LoadError>> {
    const wanted = new Set(columns);
    const readPage = this.#readPage ?? (() => Promise.resolve(undefined));
    const missing = Array.from(this.columns.all()).filter((slot) => !slot.isLoaded && wanted.has(slot.name));
    const results = await Promise.all(missing.map((slot) => slot.load(readPage)));
    return results.find((result) => !result.ok) ?? ok(null);
  }

  isLoaded(columns: Iterable<ColumnName>): boolean {
    const wanted = new Set(columns);
    return Array.from(this.columns.all()).every((slot) => slot.isLoaded || !wanted.has(slot.name));
  }

  profileColumns(wanted: { readonly events: boolean }): readonly ColumnName[] {
    const names = Array.from(this.columns.ofProfile(), ({ name }) => name);
    return wanted.events ? [...names, ...this.eventColumns(this.eventTypes())] : names;
  }

  eventColumns(types: Iterable<EventTypeId>): readonly ColumnName[] {
    return [...types].flatMap(
      (type) =>
        this.columns.events
          .get(type)
          ?.slots()
          .map(({ name }) => name) ?? [],
    );
  }

  release(columns: Iterable<ColumnName>): void {
    if (this.#readPage === undefined) return;
    const wanted = new Set(columns);
    for (const slot of this.columns.all()) if (slot.name !== 'live' && wanted.has(slot.name)) slot.release();
  }

  // ------------------------------------------------------------------ writing

  appendProfile({ id, createdAt, changedAt, source }: NewProfile): number {
    const ordinal = this.count++;
    this.columns.profileIds.write((ids) => ids.push(id));
    this.columns.live.write((flags) => flags.set(ordinal, true));
    this.columns.createdAt.write((instants) => instants.set(ordinal, createdAt));
    this.columns.changedAt.write((instants) => instants.set(ordinal, changedAt));
    this.columns.sources.write((sources) => sources.set(ordinal, source === '' ? undefined : source));
    return ordinal;
  }

  setAttribute(
    ordinal: number,
    attribute: { readonly id: AttributeId; readonly type: ValueType },
    value: Value | undefined,
  ): void {
    this.assertProfile(ordinal);
    if (value === undefined && !this.columns.attributes.has(attribute.id)) return;
    const slot = this.columns.attribute(attribute);
    const column = slot.writable();
    if (column !== undefined) setValue(column, ordinal, value);
    else slot.write((loaded) => setValue(loaded, ordinal, value));
  }

  setTag(ordinal: number, tag: TagId, has: boolean): void {
    this.assertProfile(ordinal);
    if (has || this.columns.tags.has(tag)) this.columns.tag(tag).write((flags) => flags.set(ordinal, has));
  }

  setConsent(ordinal: number, topic: TopicId, channel: Channel, state: ConsentState | undefined): void {
    this.assertProfile(ordinal);
    if (state === undefined && !this.columns.consents.has(consentColumn(topic, channel))) return;
    this.columns.consent(topic, channel).write((states) => states.set(ordinal, state));
  }

  setSuppressed(ordinal: number, channel: Channel, suppressed: boolean): void {
    this.assertProfile(ordinal);
    if (!suppressed && !this.columns.suppressed.has(channel)) return;
    this.columns.suppression(channel).write((flags) => flags.set(ordinal, suppressed));
  }

  setLive(ordinal: number, live: boolean): void {
    this.assertProfile(ordinal);
    this.columns.live.write((flags) => flags.set(ordinal, live));
  }

  setKnown(ordinal: number, known: boolean): void {
    this.assertProfile(ordinal);
    this.columns.known.write((flags) => flags.set(ordinal, known));
  }

  touch(ordinal: number, changedAt: Instant): void {
    this.assertProfile(ordinal);
    this.columns.changedAt.write((instants) => instants.set(ordinal, changedAt));
  }

  setKey(ordinal: number, keyspace: Keyspace, value: string | undefined): void {
    this.assertProfile(ordinal);
    if (value === undefined && !this.columns.keys.has(keyspace)) return;
    this.columns.key(keyspace).write((keys) => keys.set(ordinal, value));
    if (value !== undefined && KNOWN_KEYSPACES.includes(keyspace)) this.setKnown(ordinal, true);
  }

  appendEvents(batch: EventBatch): void {
    const { ordinals, occurredAt, ids } = batch;
    assert(
      occurredAt.length === ordinals.length && ids.length === ordinals.length,
      'the arrays of a batch differ in length',
    );
    assert(
      ordinals.every((ordinal) => ordinal < this.count),
      'an event belongs to no profile',
    );
    this.columns.partition(batch.type).append(batch);
  }

  removeEvents(importNumber: number): number {
    return this.columns
      .partitions()
      .reduce((sum, partition) => sum + partition.removeImport(importNumber), 0);
  }

  // --------------------------------------------------------- staging, storing

  stage(): MemoryPopulation {
    const columns = this.columns.fork();
    return new MemoryPopulation(columns, {
      readPage: this.#readPage,
      profileCount: this.count,
      fills: this.fills.copy(),
    });
  }

  async seal(): Promise<Result<Sealing, LoadError>> {
    // What is written while columns load may need more of them.
    for (let missing = this.#unloadedToSeal(); missing.length > 0; missing = this.#unloadedToSeal()) {
      const loaded = await this.load(missing);
      if (!loaded.ok) return loaded;
    }
    for (const partition of this.columns.partitions()) partition.merge();
    const { count: profileCount, live, fills } = this;
    return ok(new Sealing(this.columns, { profileCount, live, fills }));
  }

  memory(): readonly ColumnMemory[] {
    return memoryOf(this.columns, this.indexBytes);
  }

  /** Columns with changes that wait, and those of event types with a tail to be merged. */
  #unloadedToSeal(): readonly ColumnName[] {
    const tailed = this.columns.partitions().filter(({ hasTail }) => hasTail);
    const slots = [
      ...Array.from(this.columns.all()).filter(({ isDirty }) => isDirty),
      ...tailed.flatMap((partition) => partition.slots()),
    ];
    return slots.filter(({ isLoaded }) => !isLoaded).map(({ name }) => name);
  }
}
