import type { ProfileId } from '../../shared/profile/profile.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { BatchValues } from '../../worker/columns/event-batch.ts';
import type { Population } from '../../worker/columns/population.ts';
import { createRandom } from '../../worker/sample/random.ts';
import { createUuidMaker } from '../../worker/sample/uuid.ts';
import { CONSENT_STATES, type Crowd, type CrowdEvents, type CrowdValues } from '../crowd/crowd.ts';

/** Puts the crowd into the columns, as an import would, with ids and a key for everyone. */
export function fillPopulation(population: Population, crowd: Crowd): void {
  const uuid = createUuidMaker(createRandom(crowd.profileCount));
  for (let ordinal = 0; ordinal < crowd.profileCount; ordinal += 1) {
    const createdAt = crowd.createdAt[ordinal] ?? 0;
    const id = uuid.version7(createdAt) as ProfileId;
    population.appendProfile({ id, createdAt, changedAt: createdAt, source: 'bench' });
    population.setKey(ordinal, 'crm-id', String(1_000_000 + ordinal));
  }
  for (const { attribute, values } of crowd.attributes) {
    const valueAt = reader(values, attribute.type === 'date');
    for (let ordinal = 0; ordinal < crowd.profileCount; ordinal += 1) {
      const value = valueAt(ordinal);
      if (value !== undefined) population.setAttribute(ordinal, attribute, value);
    }
  }
  for (const { tag, has } of crowd.tags) {
    for (const [ordinal, flag] of has.entries()) if (flag === 1) population.setTag(ordinal, tag, true);
  }
  for (const { topic, channel, states } of crowd.consents) {
    for (const [ordinal, state] of states.entries()) {
      if (state > 0) population.setConsent(ordinal, topic, channel, CONSENT_STATES[state - 1]);
    }
  }
  for (const events of crowd.events) appendEvents(population, events);
}

function appendEvents(population: Population, events: CrowdEvents): void {
  population.appendEvents({
    type: events.type,
    ordinals: events.ordinals,
    occurredAt: events.occurredAt,
    ids: Array.from(events.ordinals, (_, row) => `${events.type}-${row}`),
    source: 'bench',
    importNumber: 1,
    properties: events.properties.map(({ property, values }) => ({
      property: property.id,
      type: property.type,
      values: batchValues(values),
    })),
  });
}

function batchValues(values: CrowdValues): BatchValues {
  if (values.kind === 'texts') return values.texts;
  if (values.kind === 'codes') return values;
  if (values.kind === 'numbers') return values.numbers;
  throw new Error('Broken invariant: no event property is a flag');
}

function reader(values: CrowdValues, isDate: boolean): (row: number) => Value | undefined {
  switch (values.kind) {
    case 'texts':
      return (row) => values.texts[row];
    case 'codes':
      return (row) => values.dictionary[(values.codes[row] ?? 0) - 1];
    case 'flags':
      return (row) => (values.flags[row] === 0 ? undefined : values.flags[row] === 2);
    case 'numbers':
      return (row) => {
        const number = values.numbers[row] ?? Number.NaN;
        if (Number.isNaN(number)) return undefined;
        return isDate ? Math.trunc(number) : number;
      };
  }
}
