import type { SegmentId, SegmentNode, SegmentReference } from './definition.ts';
import {
  type Meaning,
  type Place,
  type Reason,
  report,
  type Scope,
  type SegmentOutcome,
} from './resolve-context.ts';
import type { Resolved } from './resolved.ts';

/** The meaning of the other segment itself: the same object wherever it is referred to. */
export function resolveReference(
  { segment }: SegmentReference,
  place: Place,
  scope: Scope,
): Meaning<Resolved> {
  if (segment === null) return report(scope, place, { kind: 'incomplete', what: 'subject' });
  const outcome = scope.outcomes.get(segment);
  if (outcome?.state === 'complete') return outcome;
  return report(scope, place, reasonOf(segment, outcome, scope.self));
}

function reasonOf(
  segment: SegmentId,
  outcome: SegmentOutcome | undefined,
  self: SegmentId | undefined,
): Reason {
  if (outcome === undefined) return { kind: 'missing', what: 'segment', id: segment };
  if (outcome.state === 'incomplete') return { kind: 'segment-incomplete', segment };
  const cycle = outcome.state === 'broken' ? (outcome.cycle ?? []) : [];
  const at = self === undefined ? -1 : cycle.indexOf(self);
  if (at === -1) return { kind: 'segment-broken', segment };
  return { kind: 'cycle', through: [...cycle.slice(at), ...cycle.slice(0, at)] };
}

/** The segments that a node refers to, muted parts left out: they are as if absent. */
export function activeReferences(node: SegmentNode): readonly SegmentId[] {
  if (node.muted === true) return [];
  if (node.kind === 'group') return node.children.flatMap(activeReferences);
  return node.kind === 'segment' && node.segment !== null ? [node.segment] : [];
}

/** All segments that a node refers to. */
export function allReferences(node: SegmentNode): readonly SegmentId[] {
  if (node.kind === 'group') return node.children.flatMap(allReferences);
  return node.kind === 'segment' && node.segment !== null ? [node.segment] : [];
}

interface Visit {
  readonly segment: SegmentId;
  readonly references: readonly SegmentId[];
  next: number;
}

/**
 * Everything that `starts` lead to, each after what it refers to, so that none is resolved twice
 * and a diamond costs nothing; and for each segment found on a cycle the path of one (SEG-23). Walks
 * with a stack of its own: a chain of references may be as long as it likes.
 */
export function orderReferences(
  starts: readonly SegmentId[],
  referencesOf: (segment: SegmentId) => readonly SegmentId[],
): { readonly order: readonly SegmentId[]; readonly cycles: ReadonlyMap<SegmentId, readonly SegmentId[]> } {
  const order: SegmentId[] = [];
  const cycles = new Map<SegmentId, readonly SegmentId[]>();
  const finished = new Set<SegmentId>();
  const placeOnPath = new Map<SegmentId, number>();
  const path: Visit[] = [];
  const enter = (segment: SegmentId) => {
    placeOnPath.set(segment, path.length);
    path.push({ segment, references: referencesOf(segment), next: 0 });
  };
  for (const start of starts) {
    if (!finished.has(start)) enter(start);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const target = visit.references[visit.next];
      visit.next += 1;
      if (target === undefined) {
        path.pop();
        placeOnPath.delete(visit.segment);
        finished.add(visit.segment);
        order.push(visit.segment);
      } else if (placeOnPath.has(target)) {
        const cycle = path.slice(placeOnPath.get(target)).map((step) => step.segment);
        for (const segment of cycle) if (!cycles.has(segment)) cycles.set(segment, cycle);
      } else if (!finished.has(target)) {
        enter(target);
      }
    }
  }
  return { order, cycles };
}
