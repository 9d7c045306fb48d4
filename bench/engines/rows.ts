import { CONSENT_STATES, type Crowd, type CrowdValues } from '../crowd/crowd.ts';
import { type Row, tenFilters } from '../segments/ten-filters.ts';
import type { BenchEngine } from './engine.ts';

/** Objects in memory, filtered one by one. */
export function createRowsEngine(crowd: Crowd): BenchEngine {
  const rows = makeRows(crowd);
  const filters = tenFilters(crowd.now);
  return {
    name: 'rows',
    count(segment) {
      const filter = filters[segment];
      if (filter === undefined) throw new Error(`No filter for ${segment}`);
      return rows.filter(filter).length;
    },
    close() {
      rows.length = 0;
    },
  };
}

function makeRows(crowd: Crowd): Row[] {
  const column = (key: string): CrowdValues | undefined =>
    crowd.attributes.find(({ attribute }) => attribute.key === key)?.values;
  const [email, country, tier] = [column('email'), column('country'), column('tier')];
  const [birthDate, lifetimeValue] = [column('birth_date'), column('lifetime_value')];
  const newsletter = crowd.consents.find(({ topic }) => topic === 'newsletter')?.states;
  const rows = Array.from(
    { length: crowd.profileCount },
    (_, ordinal): Row => ({
      email: textAt(email, ordinal) ?? '',
      country: textAt(country, ordinal),
      tier: textAt(tier, ordinal),
      birthDate: numberAt(birthDate, ordinal),
      lifetimeValue: numberAt(lifetimeValue, ordinal),
      tags: crowd.tags.filter(({ has }) => has[ordinal] === 1).map(({ tag }) => tag),
      newsletter: CONSENT_STATES[(newsletter?.[ordinal] ?? 0) - 1],
      events: [],
    }),
  );
  for (const { type, ordinals, occurredAt, properties } of crowd.events) {
    const category = properties.find(({ property }) => property.key === 'category')?.values;
    const amount = properties.find(({ property }) => property.key === 'amount')?.values;
    for (const [index, ordinal] of ordinals.entries()) {
      rows[ordinal]?.events.push({
        type,
        at: occurredAt[index] ?? 0,
        category: textAt(category, index),
        amount: Math.round((numberAt(amount, index) ?? 0) * 100),
      });
    }
  }
  return rows;
}

function textAt(values: CrowdValues | undefined, row: number): string | undefined {
  if (values?.kind === 'texts') return values.texts[row];
  return values?.kind === 'codes' ? values.dictionary[(values.codes[row] ?? 0) - 1] : undefined;
}

function numberAt(values: CrowdValues | undefined, row: number): number | undefined {
  const number = values?.kind === 'numbers' ? values.numbers[row] : undefined;
  return Number.isNaN(number) ? undefined : number;
}
