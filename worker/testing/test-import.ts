import type { ImportSummary } from '../../shared/import-api.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { AttributeId, EventTypeId, TagId, TopicId } from '../../shared/profile/data-model.ts';
import type { ConsentState } from '../../shared/profile/profile.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { ImportStage } from '../replica/import-stage.ts';
import type { Replica } from '../replica/replica.ts';
import { stageImportOn } from '../replica/stage-import.ts';
import { valueIn } from './replica-state.ts';

/** A row of a test's file: whom it is about, and what it says. */
export interface TestRow {
  readonly email: string;
  readonly city?: string;
  readonly tag?: string;
  readonly news?: ConsentState;
  /** Ids of events. */
  readonly visits?: readonly string[];
}

/** Writes rows to a stage as an import does, without a file. */
export async function stageRows(tab: Replica, rows: readonly TestRow[]): Promise<ImportStage> {
  const stage = valueIn(await stageImportOn(tab)());
  valueIn(await stage.population.load(stage.population.columnNames()));
  for (const row of rows) writeRow(stage, row);
  return stage;
}

export async function importRows(
  tab: Replica,
  rows: readonly TestRow[],
): Promise<Result<ImportSummary, WorkerError>> {
  return commitRows(await stageRows(tab, rows), rows.length);
}

export function commitRows(
  stage: ImportStage,
  rowCount: number,
): Promise<Result<ImportSummary, WorkerError>> {
  return stage.commit(
    {
      summary: {
        fileName: 'people.csv',
        rows: 'profiles',
        rowCount,
        createdProfiles: 0,
        changedProfiles: 0,
        unchangedRows: 0,
        addedEvents: 0,
        failedRows: 0,
        failuresByReason: [],
        keptAside: [],
      },
      failedRows: 'email\n"broken"',
      consentSource: 'people.csv',
      consentProof: 'the fair in May',
    },
    () => {},
  );
}

function writeRow(stage: ImportStage, row: TestRow): void {
  const { population } = stage;
  let ordinal = population.ordinalOfKey('email', row.email);
  if (ordinal === undefined) {
    ordinal = stage.createProfile({ source: 'people.csv' });
    stage.setKey(ordinal, 'email', row.email);
    stage.setAttribute(ordinal, { id: 'email' as AttributeId, type: 'text' }, row.email);
  }
  if (row.city !== undefined)
    stage.setAttribute(ordinal, { id: 'city' as AttributeId, type: 'text' }, row.city);
  if (row.tag !== undefined) stage.addTag(ordinal, tagOf(stage, row.tag));
  if (row.news !== undefined) stage.setConsent(ordinal, 'news' as TopicId, 'email', row.news);
  const ids = (row.visits ?? []).filter((id) => !population.hasEvent('people.csv', id));
  if (ids.length === 0) return;
  stage.addEvents({
    type: 'visit' as EventTypeId,
    ordinals: Uint32Array.from(ids, () => ordinal),
    occurredAt: Float64Array.from(ids, (_, index) => stage.at - index * 1_000),
    ids,
    source: 'people.csv',
    properties: [],
  });
}

/** Defines tags that are not there. */
function tagOf(stage: ImportStage, key: string): TagId {
  const found = stage.model.tags.find((tag) => tag.key === key);
  if (found !== undefined) return found.id;
  const definition = { id: stage.newId() as TagId, key, name: key, archived: false };
  stage.define({ kind: 'tag', definition });
  return definition.id;
}
