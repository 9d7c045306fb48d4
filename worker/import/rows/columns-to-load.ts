import type { Keyspace } from '../../../shared/profile/profile.ts';
import {
  attributeColumn,
  type ColumnName,
  consentColumn,
  keyColumn,
  tagColumn,
} from '../../columns/column-name.ts';
import type { ImportStage } from '../../replica/import-stage.ts';
import type { CompiledPlan } from './compile-plan.ts';

/** What an import reads or replaces: nothing else is brought into memory for it. */
export function columnsToLoad(
  stage: ImportStage,
  plan: CompiledPlan,
  keyspaces: readonly Keyspace[],
): readonly ColumnName[] {
  const { population, model } = stage;
  const hasTags = plan.tagLists.length > 0 || plan.tagFlags.length > 0;
  return [
    'profile-ids',
    'known',
    'changed-at',
    ...keyspaces.map(keyColumn),
    ...plan.attributes.map(({ id }) => attributeColumn(id)),
    ...(hasTags ? model.tags.map(({ id }) => tagColumn(id)) : []),
    ...plan.consents.map(({ topic, channel }) => consentColumn(topic, channel)),
    ...(plan.events === undefined ? [] : population.eventColumns(population.eventTypes())),
  ];
}
