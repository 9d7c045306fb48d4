import type { AttributeId, ValueType } from '../../shared/profile/data-model.ts';
import type { Population } from '../columns/population.ts';
import type { SampleWorkspace } from './sample-workspace.ts';

/** Writes the sample into an empty population. The consent ledger stays with who stores it. */
export function fillPopulation(population: Population, sample: SampleWorkspace): void {
  const typeById = new Map<AttributeId, ValueType>(sample.model.attributes.map(({ id, type }) => [id, type]));
  for (const profile of sample.profiles) {
    const ordinal = population.appendProfile(profile);
    for (const { attribute: id, value } of profile.attributes) {
      population.setAttribute(ordinal, { id, type: typeById.get(id) ?? 'text' }, value);
    }
    for (const { keyspace, value } of profile.keys) population.setKey(ordinal, keyspace, value);
    for (const tag of profile.tags) population.setTag(ordinal, tag, true);
    for (const { topic, channel, state } of profile.consents)
      population.setConsent(ordinal, topic, channel, state);
    for (const channel of profile.suppressed) population.setSuppressed(ordinal, channel, true);
  }
  for (const batch of sample.events) population.appendEvents(batch);
}
