import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { ResolvedSegment } from '../../shared/segment/resolved.ts';
import type { SegmentRecord } from '../../shared/sync/segment-record.ts';
import type { SegmentCount, SegmentState, WorkerError } from '../../shared/worker-api.ts';
import { columnsOf } from '../engine/engine.ts';
import { loadColumns } from '../replica/load-workspace.ts';
import type { OpenWorkspace } from '../replica/open-workspace.ts';
import type { CountRow } from '../storage/core-rows.ts';
import { readCounts, writeCounts } from '../storage/last-counts.ts';
import { columnsOfReach, reachOf } from './reach.ts';
import { resolveContext, type Session } from './session.ts';

/** A count that has not changed is written down again after this long, for its time's sake. */
const REFRESH_MS = 3_600_000;

/** Counts segments at one clock, one after the other; other questions get their turn between two. */
export async function countSegments(
  session: Session,
  request: { readonly lane: string; readonly segments: readonly SegmentId[] },
): Promise<Result<readonly SegmentCount[], WorkerError | { readonly kind: 'superseded' }>> {
  const isSuperseded = session.lanes.begin(request.lane);
  const now = session.now();
  const last = await readCounts(session.replica.core);
  if (!last.ok) return last;
  const counts: SegmentCount[] = [];
  const good: CountRow[] = [];
  for (const id of request.segments) {
    await session.breathe();
    if (isSuperseded()) return err({ kind: 'superseded' });
    const opened = await session.replica.open();
    if (!opened.ok) return opened;
    const segment = opened.value.segments.get(id);
    if (segment === undefined) continue;
    const counted = await countSegment(session, opened.value, { segment, now, last: last.value.get(id) });
    if (!counted.ok) return counted;
    counts.push(counted.value);
    const { members } = counted.value;
    if (members !== null && isNews(last.value.get(id), members, now))
      good.push({ segment: id, members, at: now });
  }
  // The answer does not wait for what is only kept for another day, nor fail with it.
  void writeCounts(session.replica.core, good);
  return ok(counts);
}

async function countSegment(
  session: Session,
  open: OpenWorkspace,
  {
    segment,
    now,
    last,
  }: { readonly segment: SegmentRecord; readonly now: Instant; readonly last: CountRow | undefined },
): Promise<Result<SegmentCount, WorkerError>> {
  const { population, model } = open;
  const resolved = resolve(segment.definition, resolveContext(open, now, segment.id));
  const members = await membersOf(session, open, resolved);
  if (!members.ok) return members;
  const loaded = await loadColumns(population, columnsOfReach(population, model));
  if (!loaded.ok) return loaded;
  return ok({
    segment: segment.id,
    state: stateOf(resolved),
    problems: resolved.problems,
    members: members.value?.count() ?? null,
    reach: members.value && reachOf(members.value, { engine: session.engine, population, model }),
    lastGood: last === undefined ? null : { members: last.members, at: last.at },
    now,
  });
}

/** `null` where the segment has no meaning now: unknown, never empty (SEG-22, SEG-26). */
export async function membersOf(
  session: Pick<Session, 'engine'>,
  { population }: Pick<OpenWorkspace, 'population'>,
  { root }: ResolvedSegment,
): Promise<Result<Bitmap | null, WorkerError>> {
  if (root.meaning === undefined) return ok(null);
  const loaded = await loadColumns(population, columnsOf(population, root.meaning));
  if (!loaded.ok) return loaded;
  return ok(session.engine.evaluate(population, root.meaning));
}

function stateOf({ state }: ResolvedSegment): SegmentState {
  return state === 'complete' ? 'ready' : state === 'incomplete' ? 'draft' : 'broken';
}

function isNews(last: CountRow | undefined, members: number, now: Instant): boolean {
  return last === undefined || last.members !== members || Math.abs(now - last.at) > REFRESH_MS;
}
