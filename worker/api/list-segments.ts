import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { referencesOf } from '../../shared/segment/where-used.ts';
import type { RevisionId } from '../../shared/sync/mutation.ts';
import type { SegmentRecord } from '../../shared/sync/segment-record.ts';
import type { SegmentRow, WorkerError } from '../../shared/worker-api.ts';
import { readDrafts } from '../storage/drafts.ts';
import type { Session } from './session.ts';

/** All segments, the deleted and archived ones too, the newest first. */
export async function listSegments({
  replica,
}: Session): Promise<Result<readonly SegmentRow[], WorkerError>> {
  const opened = await replica.open();
  if (!opened.ok) return opened;
  const { segments } = opened.value;
  const drafts = await readDrafts(replica.core);
  if (!drafts.ok) return drafts;
  const withDraft = new Set(drafts.value.map(({ segment }) => segment));
  const users = usersOf(segments.values());
  const rows = [...segments.values()].map(({ heads, ...segment }) => ({
    ...segment,
    // A segment has a head from its creation on.
    revision: heads[0] as RevisionId,
    hasDraft: withDraft.has(segment.id),
    usedBy: users.get(segment.id) ?? [],
  }));
  return ok(rows.sort((left, right) => right.createdAt - left.createdAt));
}

/** By segment, those that refer to it: archived ones do, deleted ones do not (SEG-24). */
function usersOf(segments: Iterable<SegmentRecord>): ReadonlyMap<string, readonly SegmentId[]> {
  const users = new Map<string, SegmentId[]>();
  for (const { id, definition, deleted } of segments) {
    if (deleted) continue;
    for (const reference of referencesOf(definition)) {
      const [kind, ...rest] = reference.split(':');
      const target = rest.join(':');
      if (kind === 'segment') users.set(target, [...(users.get(target) ?? []), id]);
    }
  }
  return users;
}
