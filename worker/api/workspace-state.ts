import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { CreateWorkspace, StorageState, WorkerError, WorkspaceState } from '../../shared/worker-api.ts';
import type { Session } from './session.ts';

export async function workspaceState({ replica }: Session): Promise<Result<WorkspaceState, WorkerError>> {
  const opened = await replica.open();
  if (!opened.ok) return opened.error.kind === 'no-workspace' ? ok({ kind: 'none' }) : opened;
  const { workspace, population, head } = opened.value;
  return ok({
    kind: 'open',
    settings: workspace.settings,
    origin: workspace.origin,
    profileCount: population.live.count(),
    eventCount: population.eventCount,
    // No server has answered any of them as long as there is none.
    unsentCount: head.lastNumber,
  });
}

export async function makeWorkspace(
  session: Session,
  request: CreateWorkspace,
): Promise<Result<WorkspaceState, WorkerError>> {
  const made =
    request.from === 'sample' ? await makeSample(session, request) : await makeEmpty(session, request);
  return made.ok ? workspaceState(session) : made;
}

// Made once in the life of a browser, if ever: what makes them is not loaded before it is asked for.

async function makeSample(
  { replica }: Session,
  request: CreateWorkspace,
): Promise<Result<null, WorkerError>> {
  const { createWorkspace } = await import('../replica/create-workspace.ts');
  const { sampleBeginning } = await import('./sample-beginning.ts');
  return createWorkspace(replica, request, sampleBeginning);
}

async function makeEmpty({ replica }: Session, request: CreateWorkspace): Promise<Result<null, WorkerError>> {
  const { createWorkspace, emptyBeginning } = await import('../replica/create-workspace.ts');
  return createWorkspace(replica, request, emptyBeginning);
}

export async function storageState(session: Session): Promise<Result<StorageState, WorkerError>> {
  const opened = await session.replica.open();
  const memory = opened.ok ? opened.value.population.memory() : [];
  return ok({
    ...(await session.estimate()),
    memoryBytes: memory.reduce((sum, { bytes }) => sum + bytes, 0),
  });
}
