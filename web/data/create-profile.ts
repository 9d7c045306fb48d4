import type { Accessor } from 'solid-js';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { ProfileDetail, WorkerError } from '../../shared/worker-api.ts';
import { useApp } from './app-context.tsx';
import { createQuery, type Query } from './create-query.ts';
import { createRevision } from './create-revision.ts';

/** One profile with all that is known, as it is now. */
export function createProfile(
  id: Accessor<ProfileId>,
): Query<ProfileDetail, WorkerError | { readonly kind: 'unknown-profile' }> {
  const app = useApp();
  const revision = createRevision(['profiles', 'segments', 'imports', 'data-model']);
  return createQuery(
    () => ({ id: id(), at: revision() }),
    (asked) => app.worker.profile(asked.id),
  );
}
