import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { CreateWorkspace, StorageState, WorkerError, WorkspaceState } from '../../shared/worker-api.ts';
import { type Beginning, createWorkspace, emptyBeginning } from '../replica/create-workspace.ts';
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
  const begin = request.from === 'sample' ? await sampleBeginning() : emptyBeginning;
  const made = await createWorkspace(session.replica, request, begin);
  return made.ok ? workspaceState(session) : made;
}

/** Made up once in the life of a browser, if ever: not loaded before it is asked for. */
async function sampleBeginning(): Promise<(now: Instant) => Beginning> {
  return (await import('./sample-beginning.ts')).sampleBeginning;
}

export async function storageState(session: Session): Promise<Result<StorageState, WorkerError>> {
  const opened = await session.replica.open();
  const memory = opened.ok ? opened.value.population.memory() : [];
  return ok({
    ...(await session.estimate()),
    memoryBytes: memory.reduce((sum, { bytes }) => sum + bytes, 0),
  });
}
