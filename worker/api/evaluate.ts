import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { NodeId } from '../../shared/segment/definition.ts';
import { parseDefinition } from '../../shared/segment/parse-definition.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { EvaluateError, EvaluateRequest, Evaluation, NodeCounts } from '../../shared/worker-api.ts';
import { columnsOfSegment, type SegmentCounts } from '../engine/engine.ts';
import { loadColumns } from '../replica/load-workspace.ts';
import { columnsOfReach, reachOf } from './reach.ts';
import { resolveContext, type Session } from './session.ts';

/**
 * Counts every node of a definition at one clock. Newest wins by lane; a change of the data in the
 * middle begins it again, so that all its numbers are of one state.
 */
export async function evaluate(
  session: Session,
  request: EvaluateRequest,
): Promise<Result<Evaluation, EvaluateError>> {
  const { replica, engine, lanes } = session;
  const isSuperseded = lanes.begin(request.lane);
  const startedAt = session.ticks();
  const definition = parseDefinition(request.definition);
  if (!definition.ok) return err({ kind: 'definition-refused', problems: definition.error });
  const now = request.now ?? session.now();

  for (;;) {
    const opened = await replica.open();
    if (!opened.ok) return opened;
    const { population, model, head } = opened.value;
    const resolved = resolve(definition.value, resolveContext(opened.value, now, request.segment));
    const columns = [...columnsOfSegment(population, resolved), ...columnsOfReach(population, model)];
    const loaded = await loadColumns(population, columns);
    if (!loaded.ok) return loaded;
    const { version } = replica;
    const isStale = () => isSuperseded() || replica.version !== version;
    const counts = isStale() ? undefined : await engine.countNodesUnlessStale(population, resolved, isStale);
    if (isSuperseded()) return err({ kind: 'superseded' });
    if (counts === undefined) continue;

    lanes.keepMembers(request.lane, head.workspace, counts.members);
    return ok({
      now,
      timeZone: resolved.timeZone,
      state: resolved.state,
      population: counts.population,
      total: counts.total,
      reach: counts.members === null ? null : reachOf(counts.members, { engine, population, model }),
      nodes: countsByNode(counts),
      dates: resolved.dates,
      problems: resolved.problems,
      elapsedMs: session.ticks() - startedAt,
    });
  }
}

function countsByNode({ nodes }: SegmentCounts): Readonly<Record<NodeId, NodeCounts>> {
  return Object.fromEntries(nodes);
}
