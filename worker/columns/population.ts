import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type {
  AttributeId,
  Channel,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
  ValueType,
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
import type { ColumnName } from './column-name.ts';
import type { ConsentColumn } from './consent-column.ts';
import type { EventBatch } from './event-batch.ts';
import type { EventRun } from './event-run.ts';
import type { FlagColumn } from './flag-column.ts';
import type { InstantColumn } from './instant-column.ts';
import type { LoadError, PopulationManifest, ReadPage } from './manifest.ts';
import type { ColumnMemory } from './memory.ts';
import { MemoryPopulation } from './memory-population.ts';
import type { NewProfile } from './new-profile.ts';
import type { Sealing } from './sealing.ts';
import type { TextColumn } from './text-column.ts';

export type { ColumnMemory } from './memory.ts';
export type { NewProfile } from './new-profile.ts';
export type { Sealing } from './sealing.ts';

/**
 * All profiles and events of a workspace, in columns. A profile is addressed by its ordinal: dense,
 * given by `appendProfile`, never reused. Columns load on demand; what reads a column requires that
 * it is loaded (a broken invariant otherwise), what writes does not: a change to a column that is not
 * loaded waits and is applied when it is.
 */
export interface Population extends PopulationColumns {
  /** Ordinals run from 0 to here; trashed profiles included. */
  readonly profileCount: number;
  /** Live profiles: what every evaluation is over (SEG-28). Always loaded. */
  readonly live: Bitmap;
  readonly liveCount: number;
  readonly eventCount: number;

  // ------------------------------------------------------------------ loading

  /** Every column there is, loaded or not. */
  columnNames(): readonly ColumnName[];
  /** Loads what is not loaded yet; names without a column are fine (nobody has a value). */
  load(columns: Iterable<ColumnName>): Promise<Result<null, LoadError>>;
  isLoaded(columns: Iterable<ColumnName>): boolean;
  /** Columns that `profileAt` reads; events and ids of events only with `events`. */
  profileColumns(wanted: { readonly events: boolean }): readonly ColumnName[];
  /** Columns that appending to or removing from these event types reads. */
  eventColumns(types: Iterable<EventTypeId>): readonly ColumnName[];
  /** Lets go of columns that are stored as they are; they load again when asked for. */
  release(columns: Iterable<ColumnName>): void;

  // ------------------------------------------------------------------ reading

  attributeIds(): readonly AttributeId[];
  tagIds(): readonly TagId[];
  eventTypes(): readonly EventTypeId[];
  keyspaces(): readonly Keyspace[];
  eventCountOf(type: EventTypeId): number;

  /** Reads column `profile-ids`. */
  idAt(ordinal: number): ProfileId;
  /** Reads column `profile-ids`. */
  ordinalOf(id: ProfileId): number | undefined;
  keyAt(ordinal: number, keyspace: Keyspace): string | undefined;
  /** Keys are compared as they are; normalise before. */
  ordinalOfKey(keyspace: Keyspace, value: string): number | undefined;

  attributeAt(ordinal: number, attribute: AttributeId): Value | undefined;
  hasTag(ordinal: number, tag: TagId): boolean;
  consentAt(ordinal: number, topic: TopicId, channel: Channel): ConsentState | undefined;
  isSuppressed(ordinal: number, channel: Channel): boolean;
  isKnown(ordinal: number): boolean;
  createdAt(ordinal: number): Instant;
  changedAt(ordinal: number): Instant;
  sourceAt(ordinal: number): string;
  /** The whole profile, events included. Reads `profileColumns({ events: true })`. */
  profileAt(ordinal: number): Profile;
  /** Events of a profile, oldest first (SEG-31). Reads the event columns of all types. */
  eventsAt(ordinal: number): readonly ProfileEvent[];
  /** Events of a profile and the time of the last, without their properties. Reads the rows of all types. */
  activityAt(ordinal: number): { readonly eventCount: number; readonly lastEventAt: Instant | undefined };
  /** Whether an event of this identity is there, whatever its type. Reads the ids of all types. */
  hasEvent(source: string, id: string): boolean;

  // ------------------------------------------------------------------ writing

  /** Gives the ordinal. `known` follows by itself from keys (`setKey`). */
  appendProfile(profile: NewProfile): number;
  /** `undefined` clears. The column is made by the first value, with the given type. */
  setAttribute(
    ordinal: number,
    attribute: { readonly id: AttributeId; readonly type: ValueType },
    value: Value | undefined,
  ): void;
  setTag(ordinal: number, tag: TagId, has: boolean): void;
  /** `undefined` is never asked. */
  setConsent(ordinal: number, topic: TopicId, channel: Channel, state: ConsentState | undefined): void;
  setSuppressed(ordinal: number, channel: Channel, suppressed: boolean): void;
  setLive(ordinal: number, live: boolean): void;
  setKnown(ordinal: number, known: boolean): void;
  touch(ordinal: number, changedAt: Instant): void;
  /** One value a keyspace; a value in one of KNOWN_KEYSPACES makes the profile known. */
  setKey(ordinal: number, keyspace: Keyspace, value: string | undefined): void;
  appendEvents(batch: EventBatch): void;
  /** Removes the events that came by an import; gives how many. Reads `eventColumns` of all types. */
  removeEvents(importNumber: number): number;

  // ----------------------------------------------------------- staging, storing

  /**
   * A successor that shares every column until either side writes to it. An import writes to the
   * stage and commits by taking its place; to drop it, forget it.
   */
  stage(): Population;
  /** Fixes the present state for storing. Loads columns with waiting changes, merges appended events. */
  seal(): Promise<Result<Sealing, LoadError>>;
  /** Bytes held in memory, by column. */
  memory(): readonly ColumnMemory[];
}

/** Makes a population without profiles. Columns that were stored are let go only if they can be read again. */
export function createPopulation(readPage?: ReadPage): Population {
  return MemoryPopulation.create(readPage);
}

/** Opens a stored population; only the small columns that everything needs are read now. */
export function openPopulation(
  manifest: PopulationManifest,
  readPage: ReadPage,
): Promise<Result<Population, LoadError>> {
  return MemoryPopulation.open(manifest, readPage);
}

/** The columns themselves: for the engine. A column that is not there has no values. */
export interface PopulationColumns {
  /** Moves whenever the column changes; for a column of events, when an event of its type comes or goes. */
  version(name: ColumnName): number;
  attributeValues(attribute: AttributeId): ValueColumn | undefined;
  keyTexts(keyspace: Keyspace): TextColumn | undefined;
  tagFlags(tag: TagId): FlagColumn | undefined;
  consentStates(topic: TopicId, channel: Channel): ConsentColumn | undefined;
  suppressionFlags(channel: Channel): FlagColumn | undefined;
  knownFlags(): FlagColumn;
  sources(): TextColumn;
  instants(which: 'created' | 'changed'): InstantColumn;
  /** Sorted runs; together all events of the type. Reads its rows. */
  eventRuns(type: EventTypeId): readonly EventRun[];
  /** Whether there is more than one run to come: a tie in time between them is broken by the ids. */
  hasEventTail(type: EventTypeId): boolean;
  eventProperties(type: EventTypeId): readonly PropertyId[];
  consentColumns(): readonly { readonly topic: TopicId; readonly channel: Channel }[];
  /** Live profiles with a value, tag, consent or event, if that is known without counting. */
  filled(name: ColumnName): number | undefined;
  /** Counts it, and remembers. Reads the column; by profile only, not for properties of events. */
  countFilled(name: ColumnName): number;
}
