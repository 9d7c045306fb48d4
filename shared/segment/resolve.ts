import type { Group, SegmentDefinition, SegmentId, SegmentNode } from './definition.ts';
import { combine, negate } from './logic.ts';
import { resolveCondition } from './resolve-condition.ts';
import {
  createScope,
  type Meaning,
  type Place,
  type ResolveContext,
  report,
  type Scope,
  type SegmentOutcome,
  worstState,
} from './resolve-context.ts';
import { activeReferences, allReferences, orderReferences } from './resolve-reference.ts';
import type { Resolved, ResolvedCondition, ResolvedNode, ResolvedSegment } from './resolved.ts';

/**
 * Does all calendar, locale and reference work of a definition, once. Every node gets its own state, so
 * that an open draft can be counted as far as it goes (SEG-5); muted nodes too, though they take no part.
 * A segment that is referred to is the same object wherever it appears: evaluators that remember by
 * identity pay for it once.
 */
export function resolve(definition: SegmentDefinition, context: ResolveContext): ResolvedSegment {
  const scope = createScope(context, resolveReferenced(definition, context));
  const root = resolveNode(definition.root, placeOf(definition.root, 'root', false), scope);
  return {
    now: context.now,
    timeZone: context.timeZone,
    state: root.state,
    root,
    dates: scope.dates,
    problems: scope.problems,
  };
}

/** What each segment means that `definition` leads to. */
function resolveReferenced(
  definition: SegmentDefinition,
  context: ResolveContext,
): ReadonlyMap<SegmentId, SegmentOutcome> {
  const { self, segments } = context;
  // While it is edited, a segment is what the draft says, for those that refer back to it as well.
  const definitionOf = (id: SegmentId) => (id === self ? definition : segments.get(id)?.definition);
  const starts = [...(self === undefined ? [] : [self]), ...allReferences(definition.root)];
  const { order, cycles } = orderReferences(starts, (id) => {
    const root = definitionOf(id)?.root;
    return root === undefined ? [] : activeReferences(root);
  });
  const outcomes = new Map<SegmentId, SegmentOutcome>();
  for (const id of order) {
    const found = definitionOf(id);
    const cycle = cycles.get(id);
    if (found === undefined) continue;
    if (cycle !== undefined) outcomes.set(id, { state: 'broken', cycle });
    else outcomes.set(id, outcomeOf(found.root, createScope({ ...context, self: id }, outcomes)));
  }
  return outcomes;
}

function outcomeOf(root: Group, scope: Scope): SegmentOutcome {
  const { state, meaning } = resolveNode(root, placeOf(root, 'root', false), scope);
  return state === 'complete' && meaning !== undefined
    ? { state, meaning }
    : { state: state as 'incomplete' | 'broken' };
}

function resolveNode(node: SegmentNode, place: Place, scope: Scope): ResolvedNode {
  const base = { id: node.id, muted: node.muted === true };
  if (node.kind !== 'group') return { ...base, ...negatedIf(node, resolveCondition(node, place, scope)) };
  const children = node.children.map((child, index) =>
    resolveNode(child, placeOf(child, `${place.path}.children[${index}]`, place.muted), scope),
  );
  return {
    ...base,
    ...negatedIf(node, groupMeaning(node, children, { place, scope })),
    group: { match: node.match, negated: node.negated === true, children },
  };
}

function groupMeaning(
  { match }: Group,
  children: readonly ResolvedNode[],
  { place, scope }: { readonly place: Place; readonly scope: Scope },
): Meaning<Resolved> {
  const active = children.filter((child) => !child.muted);
  if (active.length === 0) return report(scope, place, { kind: 'incomplete', what: 'empty-group' });
  const state = worstState(active);
  if (state !== 'complete') return { state };
  return {
    state,
    meaning: combine<ResolvedCondition>(
      match,
      active.flatMap((child) => child.meaning ?? []),
    ),
  };
}

function negatedIf(node: SegmentNode, own: Meaning<Resolved>): Meaning<Resolved> {
  if (own.state !== 'complete' || node.negated !== true) return own;
  return { state: 'complete', meaning: negate<ResolvedCondition>(own.meaning) };
}

function placeOf(node: SegmentNode, path: string, isParentMuted: boolean): Place {
  return { node: node.id, path, muted: isParentMuted || node.muted === true };
}
