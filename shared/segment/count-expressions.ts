import type { NodeId } from './definition.ts';
import { combine, negate } from './logic.ts';
import type { Resolved, ResolvedCondition, ResolvedNode, ResolvedSegment } from './resolved.ts';

/** What to count at one node of an open definition (SEG-28). `null` is a dash (SEG-57). */
export interface NodeExpressions {
  /** Who meets the node, its negation included; also for a muted one. */
  readonly alone: Resolved | null;
  /** Its group's running all or any, up to and with it, before the group's own negation. */
  readonly soFar: Resolved | null;
  /** The whole if the node were muted. Members of this, minus members now, is what the node does. */
  readonly without: Resolved | null;
  /** Those of `alone` who are in for want of a value (SEG-2); for conditions on an attribute only. */
  readonly withoutValue: Resolved | null;
}

export interface CountExpressions {
  readonly total: Resolved | null;
  readonly nodes: ReadonlyMap<NodeId, NodeExpressions>;
}

/** How the whole comes out when a part of it is replaced; `null` for a part that is left empty. */
type Rebuild = (replacement: Resolved | null) => Resolved | null;

/**
 * The formulas of SEG-28 as resolved expressions. They share their parts by identity: `soFar` of a node is
 * that of the one before and one more, and all `without` of a group share its prefixes and suffixes. An
 * evaluator that remembers by identity takes a few operations a node, however long the definition.
 */
export function countExpressions({ root }: ResolvedSegment): CountExpressions {
  const nodes = new Map<NodeId, NodeExpressions>();
  const total = root.meaning ?? null;
  const rebuildWhole: Rebuild | null = total === null ? null : (replacement) => replacement;
  nodes.set(root.id, { alone: total, soFar: null, without: null, withoutValue: null });
  collect(root, rebuildWhole, nodes);
  return { total, nodes };
}

function collect(node: ResolvedNode, rebuild: Rebuild | null, into: Map<NodeId, NodeExpressions>): void {
  if (node.group === undefined) return;
  const { match, negated, children } = node.group;
  const prefixes = runningParts(match, children);
  const suffixes = runningParts(match, children.toReversed()).toReversed();
  for (const [index, child] of children.entries()) {
    const before = index === 0 ? NOTHING : (prefixes[index - 1] ?? NOTHING);
    const after = suffixes[index + 1] ?? NOTHING;
    // Muted, it changes nothing, and neither does anything inside it.
    const rebuildChild: Rebuild | null =
      rebuild === null || child.muted || before === 'unknown' || after === 'unknown'
        ? null
        : (replacement) => {
            const parts = [...before, ...(replacement === null ? [] : [replacement]), ...after];
            if (parts.length === 0) return null;
            const own = combine<ResolvedCondition>(match, parts);
            return rebuild(negated ? negate<ResolvedCondition>(own) : own);
          };
    const soFar = prefixes[index] ?? NOTHING;
    into.set(child.id, {
      alone: child.meaning ?? null,
      soFar: child.muted || soFar === 'unknown' ? null : (soFar[0] ?? null),
      without: rebuildChild?.(null) ?? null,
      withoutValue: withoutValueOf(child),
    });
    collect(child, rebuildChild, into);
  }
}

/** No part, or one that stands for all up to here; `unknown` from the first child without a meaning on. */
type Running = readonly [] | readonly [Resolved] | 'unknown';
const NOTHING: Running = [];

function runningParts(match: 'all' | 'any', children: readonly ResolvedNode[]): readonly Running[] {
  let running: Running = NOTHING;
  return children.map((child) => {
    if (child.muted || running === 'unknown') return running;
    running =
      child.meaning === undefined
        ? 'unknown'
        : [combine<ResolvedCondition>(match, [...running, child.meaning])];
    return running;
  });
}

/** A complement takes in those without a value; a positive test, or one with a value asked for, nobody. */
function withoutValueOf({ meaning }: ResolvedNode): Resolved | null {
  if (meaning?.kind !== 'not' || meaning.of.kind !== 'attribute') return null;
  const hasValue: ResolvedCondition = { ...meaning.of, test: { kind: 'has-value' } };
  return negate<ResolvedCondition>(hasValue);
}
