import type { AttributeId } from '../../shared/profile/data-model.ts';
import type { ProfileRow } from '../../shared/worker-api.ts';
import { attributeColumn, type ColumnName, eventRowsColumn } from '../columns/column-name.ts';
import type { Population } from '../columns/population.ts';

/** Where names and addresses are read from: attributes that every workspace has. */
const FIRST_NAME = 'first_name' as AttributeId;
const LAST_NAME = 'last_name' as AttributeId;
const EMAIL = 'email' as AttributeId;
const PHONE = 'phone' as AttributeId;
export const NAMING_ATTRIBUTES: readonly AttributeId[] = [FIRST_NAME, LAST_NAME, EMAIL, PHONE];

export function columnsOfRows(population: Population): readonly ColumnName[] {
  return [
    'profile-ids',
    'created-at',
    'changed-at',
    'known',
    ...NAMING_ATTRIBUTES.map(attributeColumn),
    ...population.eventTypes().map(eventRowsColumn),
  ];
}

/** Requires that `columnsOfRows` is loaded. */
export function profileRow(population: Population, ordinal: number): ProfileRow {
  const { eventCount, lastEventAt } = population.activityAt(ordinal);
  return {
    id: population.idAt(ordinal),
    name: [textOf(population, ordinal, FIRST_NAME), textOf(population, ordinal, LAST_NAME)]
      .filter((name) => name !== '')
      .join(' '),
    email: textOf(population, ordinal, EMAIL),
    phone: textOf(population, ordinal, PHONE),
    createdAt: population.createdAt(ordinal),
    changedAt: population.changedAt(ordinal),
    known: population.isKnown(ordinal),
    eventCount,
    lastEventAt: lastEventAt ?? null,
  };
}

function textOf(population: Population, ordinal: number, attribute: AttributeId): string {
  const value = population.attributeAt(ordinal, attribute);
  return typeof value === 'string' ? value : '';
}
