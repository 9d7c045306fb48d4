import { unreachable } from '../kernel/assert.ts';
import { sortedSet } from '../kernel/order.ts';
import type { Result } from '../kernel/result.ts';
import type {
  AttributeCondition,
  Condition,
  ConsentCondition,
  FactCondition,
  TagCondition,
  UnknownNode,
} from './definition.ts';
import { negate } from './logic.ts';
import { type Meaning, type Place, type Reason, report, type Scope } from './resolve-context.ts';
import { resolveEvent } from './resolve-event.ts';
import { resolveReference } from './resolve-reference.ts';
import { instantBounds, relativeDates } from './resolve-time.ts';
import { nameOf, type PredicateMeaning, resolvePredicate, whatIsMissing } from './resolve-value-test.ts';
import type { Resolved, ResolvedCondition, ResolvedTest } from './resolved.ts';

/** What a condition means, before its own `negated`. */
export function resolveCondition(
  condition: Condition | UnknownNode,
  place: Place,
  scope: Scope,
): Meaning<Resolved> {
  switch (condition.kind) {
    case 'attribute':
      return resolveAttribute(condition, place, scope);
    case 'tag':
      return resolveTag(condition, place, scope);
    case 'consent':
      return resolveConsent(condition, place, scope);
    case 'event':
      return resolveEvent(condition, place, scope);
    case 'segment':
      return resolveReference(condition, place, scope);
    case 'fact':
      return resolveFact(condition, place, scope);
    case 'unknown':
      return report(
        scope,
        place,
        condition.operator === undefined
          ? { kind: 'unknown-kind', name: nameOf(condition.original) }
          : { kind: 'unknown-operator', name: condition.operator },
      );
    default:
      return unreachable(condition);
  }
}

function resolveAttribute(condition: AttributeCondition, place: Place, scope: Scope): Meaning<Resolved> {
  const { attribute: id, predicate } = condition;
  if (id === null) return report(scope, place, { kind: 'incomplete', what: 'subject' });
  const attribute = scope.attributes.get(id);
  if (attribute === undefined) return report(scope, place, { kind: 'missing', what: 'attribute', id });
  const { type } = attribute;
  const leafOf = (test: ResolvedTest): ResolvedCondition => ({
    kind: 'attribute',
    attribute: id,
    type,
    test,
  });
  return accept(resolvePredicate(predicate, type, { clock: scope.clock, leafOf }), place, scope);
}

function resolveTag({ match, tags }: TagCondition, place: Place, scope: Scope): Meaning<Resolved> {
  if (tags.length === 0) return report(scope, place, { kind: 'incomplete', what: 'values' });
  const missing = tags.filter((tag) => !scope.tags.has(tag));
  for (const id of missing) report(scope, place, { kind: 'missing', what: 'tag', id });
  if (missing.length > 0) return { state: 'broken' };
  const chosen = sortedSet(tags);
  const has: Resolved = {
    kind: 'tag',
    match: match === 'all' && chosen.length > 1 ? 'all' : 'any',
    tags: chosen,
  };
  return complete(match === 'none' ? negate(has) : has);
}

function resolveConsent(condition: ConsentCondition, place: Place, scope: Scope): Meaning<Resolved> {
  const { channel, test, topics } = condition;
  const missing = topics.filter((topic) => !scope.topicIds.has(topic));
  for (const id of missing) report(scope, place, { kind: 'missing', what: 'topic', id });
  if (missing.length > 0) return { state: 'broken' };
  const chosen = sortedSet(topics);
  const match = condition.match === 'all' && chosen.length > 1 ? 'all' : 'any';
  if (test.kind === 'can-receive') {
    if (chosen.length > 0) return complete({ kind: 'can-receive', channel, match, topics: chosen });
    const offered = scope.topics.filter((topic) => topic.channels.includes(channel)).map((topic) => topic.id);
    return complete({ kind: 'can-receive', channel, match: 'any', topics: sortedSet(offered) });
  }
  if (chosen.length === 0) return report(scope, place, { kind: 'incomplete', what: 'subject' });
  if (test.states.length === 0) return report(scope, place, { kind: 'incomplete', what: 'states' });
  return complete({ kind: 'consent', channel, match, topics: chosen, states: sortedSet(test.states) });
}

function resolveFact({ fact }: FactCondition, place: Place, scope: Scope): Meaning<Resolved> {
  switch (fact.kind) {
    case 'created':
    case 'changed': {
      if (fact.test === null) return report(scope, place, { kind: 'incomplete', what: 'date' });
      const bounds = instantBounds(fact.test, scope.clock);
      if (bounds === undefined) {
        return report(scope, place, { kind: 'incomplete', what: whatIsMissing(fact.test) });
      }
      const dates = relativeDates(fact.test, bounds, 'instants');
      if (dates !== undefined) scope.dates[place.node] = dates;
      return complete({ kind: fact.kind, ...bounds });
    }
    case 'source': {
      const leafOf = (test: ResolvedTest): ResolvedCondition => ({ kind: 'source', test });
      return accept(resolvePredicate(fact.predicate, 'text', { clock: scope.clock, leafOf }), place, scope);
    }
    case 'known':
      return complete({ kind: 'known' });
    case 'has-address':
      return complete({ kind: 'has-address', channel: fact.channel });
    default:
      return unreachable(fact);
  }
}

function accept(
  resolved: Result<PredicateMeaning<ResolvedCondition>, Reason>,
  place: Place,
  scope: Scope,
): Meaning<Resolved> {
  if (!resolved.ok) return report(scope, place, resolved.error);
  const { meaning, dates } = resolved.value;
  if (dates !== undefined) scope.dates[place.node] = dates;
  return complete(meaning);
}

function complete(meaning: Resolved): Meaning<Resolved> {
  return { state: 'complete', meaning };
}
