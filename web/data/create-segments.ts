import type { SegmentDraft, SegmentRow, WorkerError } from '../../shared/worker-api.ts';
import { useApp } from './app-context.tsx';
import { createQuery, type Query } from './create-query.ts';
import { createRevision } from './create-revision.ts';

/** All segments, archived and deleted ones included. */
export function createSegments(): Query<readonly SegmentRow[], WorkerError> {
  const app = useApp();
  const revision = createRevision(['segments', 'drafts']);
  return createQuery(
    () => ({ at: revision() }),
    () => app.worker.segments(),
  );
}

export function createDrafts(): Query<readonly SegmentDraft[], WorkerError> {
  const app = useApp();
  const revision = createRevision(['drafts']);
  return createQuery(
    () => ({ at: revision() }),
    () => app.worker.drafts(),
  );
}
