import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ProfileEvent, ProfileId } from '../../shared/profile/profile.ts';
import type { TimelineEvent, TimelinePage, WorkerError } from '../../shared/worker-api.ts';
import { loadColumns } from '../replica/load-workspace.ts';
import { ordinalOf } from '../replica/open-workspace.ts';
import type { Session } from './session.ts';

/** A page of what a profile did, the last first. */
export async function showTimeline(
  { replica }: Session,
  request: { readonly profile: ProfileId; readonly offset: number; readonly limit: number },
): Promise<Result<TimelinePage, WorkerError | { readonly kind: 'unknown-profile' }>> {
  const opened = await replica.open();
  if (!opened.ok) return opened;
  const { population } = opened.value;
  const loaded = await loadColumns(population, population.profileColumns({ events: true }));
  if (!loaded.ok) return loaded;
  const ordinal = ordinalOf(opened.value, request.profile);
  if (ordinal === undefined) return err({ kind: 'unknown-profile' });
  const events = population.eventsAt(ordinal);
  const newestFirst = events.toReversed().slice(request.offset, request.offset + request.limit);
  return ok({ total: events.length, events: newestFirst.map(timelineEvent) });
}

function timelineEvent({ id, type, occurredAt, properties }: ProfileEvent): TimelineEvent {
  return {
    id,
    type,
    occurredAt,
    properties: Array.from(properties, ([property, value]) => ({ property, value })),
  };
}
