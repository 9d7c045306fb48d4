import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import {
  type CountExpressions,
  countExpressions,
  type NodeExpressions,
} from '../../shared/segment/count-expressions.ts';
import type { NodeId } from '../../shared/segment/definition.ts';
import type { Resolved, ResolvedCondition, ResolvedSegment } from '../../shared/segment/resolved.ts';
import type { Evaluation } from './evaluation.ts';

export interface SegmentCounts {
  /** Live profiles. */
  readonly population: number;
  /** `null` while incomplete or broken. */
  readonly total: number | null;
  /** Present with `total`; for paging members and for reach. */
  readonly members: Bitmap | null;
  readonly nodes: ReadonlyMap<NodeId, NodeCount>;
}

export interface NodeCount {
  readonly alone: number | null;
  readonly soFar: number | null;
  /** Members if this were muted, minus members now. */
  readonly without: number | null;
  /** How many of `alone` are there for want of a value (SEG-2); `null` where that cannot be. */
  readonly withoutValue: number | null;
}

/** Counts all nodes (SEG-28). Each step that took a while ends in a yield: a scan, or some nodes. */
export function* countInSteps(
  evaluation: Evaluation,
  segment: ResolvedSegment,
): Generator<void, SegmentCounts> {
  const expressions = countExpressions(segment);
  for (const leaf of leavesOf(expressions)) if (evaluation.prepare(leaf)) yield;
  const nodes = new Map<NodeId, NodeCount>();
  // The nodes come before the whole: its count is then that of the last running one.
  for (const [id, node] of expressions.nodes) {
    nodes.set(id, countNode(evaluation, node, expressions.total));
    if (nodes.size % NODES_PER_STEP === 0) yield;
  }
  const { total } = expressions;
  return {
    population: evaluation.liveCount,
    total: total === null ? null : evaluation.count(total),
    members: total === null ? null : evaluation.members(total),
    nodes,
  };
}

const NODES_PER_STEP = 16;

function countNode(evaluation: Evaluation, node: NodeExpressions, total: Resolved | null): NodeCount {
  const count = (meaning: Resolved | null) => (meaning === null ? null : evaluation.count(meaning));
  const without = total === null ? null : count(node.without);
  return {
    soFar: count(node.soFar),
    alone: count(node.alone),
    without: without === null || total === null ? null : without - evaluation.count(total),
    withoutValue: count(node.withoutValue),
  };
}

/** Every condition that will be counted, each object once. */
function leavesOf({ total, nodes }: CountExpressions): ReadonlySet<ResolvedCondition> {
  const leaves = new Set<ResolvedCondition>();
  const seen = new Set<Resolved>();
  const visit = (meaning: Resolved | null) => {
    if (meaning === null || seen.has(meaning)) return;
    seen.add(meaning);
    switch (meaning.kind) {
      case 'all':
      case 'any':
        meaning.of.forEach(visit);
        return;
      case 'not':
        visit(meaning.of);
        return;
      default:
        leaves.add(meaning);
    }
  };
  visit(total);
  for (const node of nodes.values()) {
    visit(node.alone);
    visit(node.soFar);
    visit(node.without);
    visit(node.withoutValue);
  }
  return leaves;
}
