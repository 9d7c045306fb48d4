import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { AttributeId, Channel, EventTypeId, TagId, TopicId } from '../../shared/profile/data-model.ts';
import {
  attributeColumn,
  type ColumnName,
  consentColumn,
  eventRowsColumn,
  tagColumn,
} from '../columns/column-name.ts';
import type { LoadError } from '../columns/manifest.ts';
import type { Population } from '../columns/population.ts';

export interface FillCounts {
  readonly attributes: ReadonlyMap<AttributeId, number>;
  readonly tags: ReadonlyMap<TagId, number>;
  readonly eventTypes: ReadonlyMap<EventTypeId, { readonly profiles: number; readonly events: number }>;
  /** Live profiles with any recorded state. */
  readonly topics: ReadonlyMap<TopicId, Readonly<Record<Channel, number>>>;
}

/**
 * How many live profiles have each attribute, tag, event type and consent. Counts are stored with the
 * columns; a column that changed since, or all of them after profiles went to the trash, are loaded,
 * counted, and let go again if they were not loaded before.
 */
export async function fillCounts(population: Population): Promise<Result<FillCounts, LoadError>> {
  const attributes = population.attributeIds();
  const tags = population.tagIds();
  const types = population.eventTypes();
  const consents = population.consentColumns();
  const wanted = [
    ...attributes.map(attributeColumn),
    ...tags.map(tagColumn),
    ...types.map(eventRowsColumn),
    ...consents.map(({ topic, channel }) => consentColumn(topic, channel)),
  ];
  const counts = new Map<ColumnName, number>();
  for (const name of wanted) {
    const filled = await filledOf(population, name);
    if (!filled.ok) return filled;
    counts.set(name, filled.value);
  }

  const countOf = (name: ColumnName) => counts.get(name) ?? 0;
  const topics = new Map<TopicId, Record<Channel, number>>();
  for (const { topic, channel } of consents) {
    const channels = topics.get(topic) ?? { email: 0, sms: 0 };
    channels[channel] = countOf(consentColumn(topic, channel));
    topics.set(topic, channels);
  }
  return ok({
    attributes: new Map(attributes.map((id) => [id, countOf(attributeColumn(id))])),
    tags: new Map(tags.map((id) => [id, countOf(tagColumn(id))])),
    eventTypes: new Map(
      types.map((type) => [
        type,
        { profiles: countOf(eventRowsColumn(type)), events: population.eventCountOf(type) },
      ]),
    ),
    topics,
  });
}

async function filledOf(population: Population, name: ColumnName): Promise<Result<number, LoadError>> {
  const known = population.filled(name);
  if (known !== undefined) return ok(known);
  const wasLoaded = population.isLoaded([name]);
  const loaded = await population.load([name]);
  if (!loaded.ok) return loaded;
  const filled = population.countFilled(name);
  if (!wasLoaded) population.release([name]);
  return ok(filled);
}
