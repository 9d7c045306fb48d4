import { assert } from '../../../shared/kernel/assert.ts';
import type { DataModel, EventTypeId, PropertyId, ValueType } from '../../../shared/profile/data-model.ts';
import { CHANNELS } from '../../../shared/profile/data-model.ts';
import type { Profile, ProfileEvent } from '../../../shared/profile/profile.ts';
import type { EventBatch } from '../event-batch.ts';
import type { PageName, PopulationManifest } from '../manifest.ts';
import { createPopulation, openPopulation, type Population } from '../population.ts';

/** Where each event comes from in tests. */
export const SOURCE = 'test';

export function populationOf(
  profiles: readonly Profile[],
  dataModel: DataModel,
  pages?: StoredPages,
): Population {
  const population = createPopulation(pages && (async (name) => pages.get(name)));
  for (const profile of profiles) addProfile(population, profile, dataModel);
  return population;
}

/** Gives the ordinal. */
export function addProfile(population: Population, profile: Profile, dataModel: DataModel): number {
  const { id, createdAt, changedAt, source, known } = profile;
  const ordinal = population.appendProfile({ id, createdAt, changedAt, source });
  if (known) population.setKnown(ordinal, true);
  for (const { id: attribute, type } of dataModel.attributes) {
    const value = profile.attributes.get(attribute);
    if (value !== undefined) population.setAttribute(ordinal, { id: attribute, type }, value);
  }
  for (const tag of profile.tags) population.setTag(ordinal, tag, true);
  for (const [topic, states] of profile.consents) {
    for (const channel of CHANNELS) population.setConsent(ordinal, topic, channel, states[channel]);
  }
  for (const channel of profile.suppressed) population.setSuppressed(ordinal, channel, true);
  addEvents(population, ordinal, { events: profile.events, dataModel });
  return ordinal;
}

export function addEvents(
  population: Population,
  ordinal: number,
  {
    events,
    dataModel,
    importNumber = 0,
  }: {
    readonly events: readonly ProfileEvent[];
    readonly dataModel: DataModel;
    readonly importNumber?: number;
  },
): void {
  const types = new Map<PropertyId, ValueType>(dataModel.properties.map(({ id, type }) => [id, type]));
  for (const type of new Set(events.map((event) => event.type))) {
    const ofType = events.filter((event) => event.type === type);
    population.appendEvents(batchOf(type, ordinal, { events: ofType, types, importNumber }));
  }
}

function batchOf(
  type: EventTypeId,
  ordinal: number,
  {
    events,
    types,
    importNumber,
  }: {
    readonly events: readonly ProfileEvent[];
    readonly types: ReadonlyMap<PropertyId, ValueType>;
    readonly importNumber: number;
  },
): EventBatch {
  const properties = new Set(events.flatMap((event) => [...event.properties.keys()]));
  return {
    type,
    ordinals: new Uint32Array(events.length).fill(ordinal),
    occurredAt: Float64Array.from(events, (event) => event.occurredAt),
    ids: events.map((event) => event.id),
    source: SOURCE,
    importNumber,
    properties: Array.from(properties, (property) => ({
      property,
      type: types.get(property) ?? 'text',
      values: events.map((event) => event.properties.get(property)),
    })),
  };
}

/** Pages in memory, as a storage would keep them. */
export type StoredPages = Map<PageName, ArrayBuffer>;

/** Seals, stores and marks as stored. */
export async function storeInto(pages: StoredPages, population: Population): Promise<PopulationManifest> {
  const sealing = await population.seal();
  assert(sealing.ok, 'the population seals');
  for (const page of sealing.value.pages()) pages.set(page.name, page.content);
  const manifest = sealing.value.manifest();
  sealing.value.stored();
  // As JSON, because that is how it is stored.
  return JSON.parse(JSON.stringify(manifest)) as PopulationManifest;
}

/** What a later start finds. Nothing but the smallest columns is loaded. */
export async function reopened(population: Population): Promise<Population> {
  const pages: StoredPages = new Map();
  return openStored(pages, await storeInto(pages, population));
}

export async function openStored(pages: StoredPages, manifest: PopulationManifest): Promise<Population> {
  const opened = await openPopulation(manifest, async (name) => pages.get(name));
  assert(opened.ok, 'the population opens');
  return opened.value;
}

export async function loadAll(population: Population): Promise<void> {
  const loaded = await population.load(population.columnNames());
  assert(loaded.ok, 'all columns load');
}
