import { unreachable } from '../kernel/assert.ts';
import { monthDay } from '../kernel/calendar.ts';
import { sumScaled } from '../kernel/decimal.ts';
import { fold } from '../kernel/fold.ts';
import { dayAt } from '../kernel/zone.ts';
import { isValidAddress } from '../profile/address.ts';
import { ADDRESS_ATTRIBUTE, type Channel, type PropertyId, type TopicId } from '../profile/data-model.ts';
import { inOrder } from '../profile/event-order.ts';
import { type ConsentState, type Profile, type ProfileEvent, RECEIVABLE_STATES } from '../profile/profile.ts';
import type { Value } from '../profile/value.ts';
import { isInRange, isSumInRange } from './number-range.ts';
import type {
  Resolved,
  ResolvedCondition,
  ResolvedMeasure,
  ResolvedTest,
  ResolvedWhere,
} from './resolved.ts';

/**
 * Whether a profile satisfies a resolved definition: the oracle that every other evaluator is held
 * against, so it is written to be read, not to be fast.
 */
export function interpret(resolved: Resolved, profile: Profile): boolean {
  return meets(resolved, profile, new Map());
}

/** `known` holds what was decided already: a segment that many others refer to is judged once. */
function meets(resolved: Resolved, profile: Profile, known: Map<Resolved, boolean>): boolean {
  const before = known.get(resolved);
  if (before !== undefined) return before;
  const answer = decide(resolved, profile, known);
  known.set(resolved, answer);
  return answer;
}

function decide(resolved: Resolved, profile: Profile, known: Map<Resolved, boolean>): boolean {
  switch (resolved.kind) {
    case 'all':
      return resolved.of.every((part) => meets(part, profile, known));
    case 'any':
      return resolved.of.some((part) => meets(part, profile, known));
    case 'not':
      return !meets(resolved.of, profile, known);
    default:
      return meetsCondition(resolved, profile);
  }
}

function meetsCondition(condition: ResolvedCondition, profile: Profile): boolean {
  switch (condition.kind) {
    case 'attribute':
      return meetsTest(condition.test, profile.attributes.get(condition.attribute));
    case 'tag':
      return anyOrAll(condition.match, condition.tags, (tag) => profile.tags.has(tag));
    case 'consent':
      return anyOrAll(condition.match, condition.topics, (topic) =>
        condition.states.includes(consentOf(profile, topic, condition.channel)),
      );
    case 'can-receive': {
      const { channel, match, topics } = condition;
      const permitted = (topic: TopicId) =>
        RECEIVABLE_STATES.some((state) => state === consentOf(profile, topic, channel));
      return (
        hasAddress(profile, channel) && !profile.suppressed.has(channel) && anyOrAll(match, topics, permitted)
      );
    }
    case 'event':
      return meetsMeasure(condition.measure, eventsMeant(condition, profile));
    case 'created':
      return isWithin(profile.createdAt, condition);
    case 'changed':
      return isWithin(profile.changedAt, condition);
    case 'source':
      return meetsTest(condition.test, profile.source === '' ? undefined : profile.source);
    case 'known':
      return profile.known;
    case 'has-address':
      return hasAddress(profile, condition.channel);
    default:
      return unreachable(condition);
  }
}

function consentOf(profile: Profile, topic: TopicId, channel: Channel): ConsentState | 'never-asked' {
  return profile.consents.get(topic)?.[channel] ?? 'never-asked';
}

function hasAddress(profile: Profile, channel: Channel): boolean {
  return isValidAddress(channel, profile.attributes.get(ADDRESS_ATTRIBUTE[channel]));
}

/** The events that meet type, window and `where`, in their order (SEG-12, SEG-31). */
function eventsMeant(
  condition: Extract<ResolvedCondition, { kind: 'event' }>,
  profile: Profile,
): readonly ProfileEvent[] {
  return inOrder(profile.events).filter(
    (event) =>
      condition.eventTypes.includes(event.type) &&
      isWithin(event.occurredAt, condition) &&
      meetsWhere(condition.where, event),
  );
}

/** What one and the same event must satisfy. */
function meetsWhere(where: ResolvedWhere | null, event: ProfileEvent): boolean {
  if (where === null) return true;
  switch (where.kind) {
    case 'all':
      return where.of.every((part) => meetsWhere(part, event));
    case 'any':
      return where.of.some((part) => meetsWhere(part, event));
    case 'not':
      return !meetsWhere(where.of, event);
    case 'property':
      return meetsTest(where.test, event.properties.get(where.property));
    case 'occurred-at':
      return meetsTest(where.test, event.occurredAt);
    default:
      return unreachable(where);
  }
}

function meetsMeasure(measure: ResolvedMeasure, events: readonly ProfileEvent[]): boolean {
  switch (measure.kind) {
    case 'count':
      return isInRange(events.length, measure.range);
    // The sum of nothing is 0; average, minimum and maximum of nothing match nothing (SEG-11).
    case 'sum':
      return isSumInRange(sumScaled(numbersOf(measure.property, events)), measure.range);
    case 'average': {
      const numbers = numbersOf(measure.property, events);
      return numbers.length > 0 && isSumInRange(sumScaled(numbers), measure.range, numbers.length);
    }
    case 'minimum':
    case 'maximum': {
      const numbers = numbersOf(measure.property, events);
      if (numbers.length === 0) return false;
      const pick = measure.kind === 'minimum' ? Math.min : Math.max;
      return isInRange(
        numbers.reduce((chosen, number) => pick(chosen, number)),
        measure.range,
      );
    }
    case 'distinct': {
      const values = events.flatMap((event) => event.properties.get(measure.property) ?? []);
      const different = new Set(values.map((value) => (typeof value === 'string' ? fold(value) : value)));
      return isInRange(different.size, measure.range);
    }
    case 'distinct-days':
      return isInRange(
        new Set(events.map((event) => dayAt(event.occurredAt, measure.zone))).size,
        measure.range,
      );
    case 'first':
    case 'last': {
      const chosen = measure.kind === 'first' ? events.at(0) : events.at(-1);
      return chosen !== undefined && meetsWhere(measure.where, chosen);
    }
    default:
      return unreachable(measure);
  }
}

function numbersOf(property: PropertyId, events: readonly ProfileEvent[]): readonly number[] {
  return events.map((event) => event.properties.get(property)).filter((value) => typeof value === 'number');
}

/** A missing value meets no test (SEG-3). */
function meetsTest(test: ResolvedTest, value: Value | undefined): boolean {
  if (value === undefined) return false;
  switch (test.kind) {
    case 'has-value':
      return true;
    case 'text': {
      if (typeof value !== 'string') return false;
      const text = test.exact ? value.normalize('NFC') : fold(value);
      return test.values.some((wanted) => meetsText(test.how, text, wanted));
    }
    case 'number-range':
      return typeof value === 'number' && isInRange(value, test);
    case 'boolean':
      return value === test.value;
    case 'day-range':
    case 'instant-range':
      return typeof value === 'number' && isWithin(value, test);
    case 'month-day': {
      if (typeof value !== 'number') return false;
      const day = test.zone === null ? value : dayAt(value, test.zone);
      return test.monthDays.includes(monthDay(day));
    }
    case 'list-has': {
      if (!isList(value)) return false;
      const items = value.map((item) => (test.exact ? item.normalize('NFC') : fold(item)));
      return anyOrAll(test.match, test.values, (wanted) => items.includes(wanted));
    }
    case 'list-length':
      return isList(value) && isInRange(value.length, test.range);
    default:
      return unreachable(test);
  }
}

/** Literal: no sign in `wanted` is a wildcard (SEG-8). */
function meetsText(
  how: Extract<ResolvedTest, { kind: 'text' }>['how'],
  text: string,
  wanted: string,
): boolean {
  switch (how) {
    case 'is':
      return text === wanted;
    case 'contains':
      return text.includes(wanted);
    case 'starts-with':
      return text.startsWith(wanted);
    case 'ends-with':
      return text.endsWith(wanted);
    default:
      return unreachable(how);
  }
}

function anyOrAll<Item>(
  match: 'any' | 'all',
  items: readonly Item[],
  holds: (item: Item) => boolean,
): boolean {
  return match === 'any' ? items.some(holds) : items.every(holds);
}

/** Both ends in. */
function isWithin(value: number, range: { readonly from: number; readonly to: number }): boolean {
  return value >= range.from && value <= range.to;
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}
