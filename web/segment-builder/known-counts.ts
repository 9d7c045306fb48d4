import type { NodeId } from '../../shared/segment/definition.ts';
import type { Evaluation, NodeCounts } from '../../shared/worker-api.ts';

/** The newest counts, and for what has none now the last there were: shown greyed beside a dash (SEG-5). */
export interface KnownCounts {
  readonly now: Readonly<Record<NodeId, NodeCounts>>;
  readonly last: Readonly<Record<NodeId, NodeCounts>>;
  readonly total: number | null;
  readonly lastTotal: number | null;
}

export const NO_COUNTS: KnownCounts = { now: {}, last: {}, total: null, lastTotal: null };

export function rememberCounts(known: KnownCounts, evaluation: Evaluation): KnownCounts {
  const last: Record<NodeId, NodeCounts> = {};
  for (const [key, counts] of Object.entries(evaluation.nodes)) {
    const id = key as NodeId;
    const before = known.last[id];
    last[id] = {
      alone: counts.alone ?? before?.alone ?? null,
      soFar: counts.soFar ?? before?.soFar ?? null,
      without: counts.without ?? before?.without ?? null,
      withoutValue: counts.withoutValue,
    };
  }
  return {
    now: evaluation.nodes,
    last: { ...known.last, ...last },
    total: evaluation.total,
    lastTotal: evaluation.total ?? known.lastTotal,
  };
}
