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
  const members = expressions.total === null ? null : evaluation.members(expressions.total);
  const total = members?.count() ?? null;
  const nodes = new Map<NodeId, NodeCount>();
  for (const [id, node] of expressions.nodes) {
    nodes.set(id, countNode(evaluation, node, total));
    if (nodes.size % NODES_PER_STEP === 0) yield;
  }
  return { population: evaluation.liveCount, total, members, nodes };
}

const NODES_PER_STEP = 16;

function countNode(evaluation: Evaluation, node: NodeExpressions, total: number | null): NodeCount {
  const count = (meaning: Resolved | null) => (meaning === null ? null : evaluation.count(meaning));
  const without = total === null ? null : count(node.without);
  return {
    // The running count comes first: the next node's builds on it, while its own is counted and forgotten.
    soFar: count(node.soFar),
    alone: count(node.alone),
    without: without === null || total === null ? null : without - total,
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
