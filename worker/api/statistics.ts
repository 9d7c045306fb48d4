import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { SubjectCounts, Suggestion, SuggestRequest, WorkerError } from '../../shared/worker-api.ts';
import { columnsOfSubject, fillCounts, valueCounts } from '../engine/engine.ts';
import { loadColumns, loadFailure } from '../replica/load-workspace.ts';
import type { Session } from './session.ts';

/** How much data stands behind each definition. */
export async function countSubjects({ replica }: Session): Promise<Result<SubjectCounts, WorkerError>> {
  const opened = await replica.open();
  if (!opened.ok) return opened;
  const filled = await fillCounts(opened.value.population);
  if (!filled.ok) return err(loadFailure(filled.error));
  const counts = filled.value;
  const { model } = opened.value;
  return ok({
    attributes: Object.fromEntries(model.attributes.map(({ id }) => [id, counts.attributes.get(id) ?? 0])),
    tags: Object.fromEntries(model.tags.map(({ id }) => [id, counts.tags.get(id) ?? 0])),
    eventTypes: Object.fromEntries(
      model.eventTypes.map(({ id }) => [id, counts.eventTypes.get(id) ?? { profiles: 0, events: 0 }]),
    ),
    topics: Object.fromEntries(
      model.topics.map(({ id }) => [id, counts.topics.get(id) ?? { email: 0, sms: 0 }]),
    ),
  });
}

/** Values that are there, the most frequent first, each with its exact count. */
export async function suggestValues(
  { replica }: Session,
  request: SuggestRequest,
): Promise<Result<readonly Suggestion[], WorkerError>> {
  const opened = await replica.open();
  if (!opened.ok) return opened;
  const { population } = opened.value;
  const loaded = await loadColumns(population, columnsOfSubject(population, request.subject));
  if (!loaded.ok) return loaded;
  return ok(valueCounts(population, request));
}
