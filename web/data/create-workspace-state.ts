import type { WorkerError, WorkspaceState } from '../../shared/worker-api.ts';
import { useApp } from './app-context.tsx';
import { createQuery, type Query } from './create-query.ts';
import { createRevision } from './create-revision.ts';

export function createWorkspaceState(): Query<WorkspaceState, WorkerError> {
  const app = useApp();
  const revision = createRevision(['workspace', 'profiles', 'imports']);
  return createQuery(
    () => ({ at: revision() }),
    () => app.worker.workspace(),
  );
}
