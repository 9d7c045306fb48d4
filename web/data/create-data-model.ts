import type { DataModel } from '../../shared/profile/data-model.ts';
import type { SubjectCounts, WorkerError } from '../../shared/worker-api.ts';
import { useApp } from './app-context.tsx';
import { createQuery, type Query } from './create-query.ts';
import { createRevision } from './create-revision.ts';

export function createDataModel(): Query<DataModel, WorkerError> {
  const app = useApp();
  const revision = createRevision(['data-model', 'imports']);
  return createQuery(
    () => ({ at: revision() }),
    () => app.worker.dataModel(),
  );
}

/** How much data stands behind each attribute, tag, event type and topic. */
export function createSubjectCounts(): Query<SubjectCounts, WorkerError> {
  const app = useApp();
  const revision = createRevision(['data-model', 'profiles', 'imports']);
  return createQuery(
    () => ({ at: revision() }),
    () => app.worker.subjectCounts(),
  );
}
