import { unreachable } from '../kernel/assert.ts';
import { sortedSet } from '../kernel/order.ts';
import { MIN_INSTANT, zoneOffsets } from '../kernel/zone.ts';
import type { PropertyId, ValueType } from '../profile/data-model.ts';
import type {
  EventCondition,
  Measure,
  PropertyCondition,
  PropertyGroup,
  PropertyNode,
} from './definition.ts';
import { combine, negate } from './logic.ts';
import { rangeOf, wholeRange } from './number-range.ts';
import { type Meaning, type Place, report, type Scope, worstState } from './resolve-context.ts';
import { type Bounds, instantBounds, relativeDates } from './resolve-time.ts';
import { nameOf, resolvePredicate, whatIsMissing } from './resolve-value-test.ts';
import type { NumberRange, Resolved, ResolvedMeasure, ResolvedTest, ResolvedWhere } from './resolved.ts';

type WhereLeaf = Extract<ResolvedWhere, { kind: 'property' | 'occurred-at' }>;

/** One condition ties type, properties, window and measure together (SEG-12). */
export function resolveEvent(condition: EventCondition, place: Place, scope: Scope): Meaning<Resolved> {
  const types = resolveTypes(condition, place, scope);
  const where = resolveWhere(condition.where, { ...place, path: `${place.path}.where` }, scope);
  const window = resolveWindow(condition, place, scope);
  const measure = resolveMeasure(condition.measure, { ...place, path: `${place.path}.measure` }, scope);
  if (
    types.state !== 'complete' ||
    where.state !== 'complete' ||
    window.state !== 'complete' ||
    measure.state !== 'complete'
  ) {
    return { state: worstState([types, where, window, measure]) === 'broken' ? 'broken' : 'incomplete' };
  }
  return {
    state: 'complete',
    meaning: {
      kind: 'event',
      eventTypes: types.meaning,
      where: where.meaning,
      ...window.meaning,
      measure: measure.meaning,
    },
  };
}

function resolveTypes(
  { eventTypes }: EventCondition,
  place: Place,
  scope: Scope,
): Meaning<EventCondition['eventTypes']> {
  if (eventTypes.length === 0) return report(scope, place, { kind: 'incomplete', what: 'subject' });
  const missing = eventTypes.filter((type) => !scope.eventTypes.has(type));
  for (const id of missing) report(scope, place, { kind: 'missing', what: 'event-type', id });
  return missing.length > 0 ? { state: 'broken' } : { state: 'complete', meaning: sortedSet(eventTypes) };
}

/** Ever, or as the window says, but never later than now (SEG-13). */
function resolveWindow({ window }: EventCondition, place: Place, scope: Scope): Meaning<Bounds> {
  const { now } = scope.clock;
  if (window === undefined) return { state: 'complete', meaning: { from: MIN_INSTANT, to: now } };
  const bounds = instantBounds(window, scope.clock);
  if (bounds === undefined) return report(scope, place, { kind: 'incomplete', what: whatIsMissing(window) });
  const meaning = { from: bounds.from, to: Math.min(bounds.to, now) };
  const dates = relativeDates(window, meaning, 'instants');
  if (dates !== undefined) scope.dates[place.node] = dates;
  return { state: 'complete', meaning };
}

function resolveMeasure(measure: Measure | undefined, place: Place, scope: Scope): Meaning<ResolvedMeasure> {
  if (measure === undefined) return complete({ kind: 'count', range: AT_LEAST_ONE });
  if ('where' in measure) {
    const where = resolveWhere(measure.where, { ...place, path: `${place.path}.where` }, scope);
    return where.state === 'complete' ? complete({ kind: measure.kind, where: where.meaning }) : where;
  }
  const range = rangeOf(measure.compare);
  if (range === undefined) return report(scope, place, { kind: 'incomplete', what: 'number' });
  switch (measure.kind) {
    case 'count':
      return complete({ kind: 'count', range: wholeRange(range) });
    case 'sum':
    case 'average':
    case 'minimum':
    case 'maximum': {
      const property = resolveProperty(measure.property, place, scope);
      if (property.state !== 'complete') return property;
      const { id, type } = property.meaning;
      if (type !== 'number')
        return report(scope, place, { kind: 'wrong-type', operator: measure.kind, type });
      return complete({ kind: measure.kind, property: id, range });
    }
    case 'distinct': {
      if (measure.property === 'occurred-on') {
        return complete({
          kind: 'distinct-days',
          zone: zoneOffsets(scope.clock.timeZone),
          range: wholeRange(range),
        });
      }
      const property = resolveProperty(measure.property, place, scope);
      if (property.state !== 'complete') return property;
      const { id, type } = property.meaning;
      return complete({ kind: 'distinct', property: id, type, range: wholeRange(range) });
    }
    default:
      return unreachable(measure);
  }
}

const AT_LEAST_ONE: NumberRange = { kind: 'number-range', from: 1, to: null, fromOpen: false, toOpen: false };

function complete(meaning: ResolvedMeasure): Meaning<ResolvedMeasure> {
  return { state: 'complete', meaning };
}

function resolveProperty(
  id: PropertyId | null,
  place: Place,
  scope: Scope,
): Meaning<{ readonly id: PropertyId; readonly type: ValueType }> {
  if (id === null) return report(scope, place, { kind: 'incomplete', what: 'property' });
  const property = scope.properties.get(id);
  if (property === undefined) return report(scope, place, { kind: 'missing', what: 'property', id });
  return { state: 'complete', meaning: property };
}

function resolveWhere(
  group: PropertyGroup | undefined,
  place: Place,
  scope: Scope,
): Meaning<ResolvedWhere | null> {
  if (group === undefined) return { state: 'complete', meaning: null };
  return resolvePropertyNode(
    group,
    { ...place, node: group.id, muted: place.muted || group.muted === true },
    scope,
  );
}

function resolvePropertyNode(node: PropertyNode, place: Place, scope: Scope): Meaning<ResolvedWhere> {
  const own = resolveOwnMeaning(node, place, scope);
  if (own.state !== 'complete' || node.negated !== true) return own;
  return { state: 'complete', meaning: negate<WhereLeaf>(own.meaning) };
}

function resolveOwnMeaning(node: PropertyNode, place: Place, scope: Scope): Meaning<ResolvedWhere> {
  switch (node.kind) {
    case 'group':
      return resolvePropertyGroup(node, place, scope);
    case 'property':
      return resolvePropertyCondition(node, place, scope);
    case 'unknown':
      return report(scope, place, { kind: 'unknown-kind', name: nameOf(node.original) });
    default:
      return unreachable(node);
  }
}

function resolvePropertyGroup(group: PropertyGroup, place: Place, scope: Scope): Meaning<ResolvedWhere> {
  const parts: Meaning<ResolvedWhere>[] = [];
  for (const [index, child] of group.children.entries()) {
    const path = `${place.path}.children[${index}]`;
    const muted = place.muted || child.muted === true;
    const part = resolvePropertyNode(child, { node: child.id, path, muted }, scope);
    if (child.muted !== true) parts.push(part);
  }
  if (parts.length === 0) return report(scope, place, { kind: 'incomplete', what: 'empty-group' });
  const state = worstState(parts);
  if (state !== 'complete') return { state };
  const meanings = parts.flatMap((part) => (part.state === 'complete' ? [part.meaning] : []));
  return { state, meaning: combine<WhereLeaf>(group.match, meanings) };
}

function resolvePropertyCondition(
  condition: PropertyCondition,
  place: Place,
  scope: Scope,
): Meaning<ResolvedWhere> {
  const { property: id, predicate } = condition;
  let type: ValueType = 'timestamp';
  let leafOf = (test: ResolvedTest): WhereLeaf => ({ kind: 'occurred-at', test });
  if (id !== 'occurred-at') {
    const property = resolveProperty(id, place, scope);
    if (property.state !== 'complete') return property;
    const found = property.meaning;
    type = found.type;
    leafOf = (test) => ({ kind: 'property', property: found.id, type: found.type, test });
  }
  const resolved = resolvePredicate(predicate, type, { clock: scope.clock, leafOf });
  if (!resolved.ok) return report(scope, place, resolved.error);
  const { meaning, dates } = resolved.value;
  if (dates !== undefined) scope.dates[place.node] = dates;
  return { state: 'complete', meaning };
}
