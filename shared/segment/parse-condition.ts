import { fieldOf, isJsonObject } from '../kernel/json.ts';
import type { AttributeId, Channel, EventTypeId, PropertyId, TagId, TopicId } from '../profile/data-model.ts';
import {
  type ConsentCondition,
  type EventCondition,
  type Fact,
  type Group,
  MAX_DEPTH,
  type Measure,
  type NodeId,
  type PropertyGroup,
  type PropertyNode,
  type SegmentId,
  type SegmentNode,
  type UnknownNode,
} from './definition.ts';
import {
  asNode,
  at,
  failWith,
  isObject,
  kindOf,
  listOf,
  markOf,
  nodeIdOf,
  objectAt,
  optional,
  orNull,
  referenceOf,
  type Spot,
  wordOf,
} from './definition-reader.ts';
import { parseNumberTest, parsePredicate, parseTimeTest } from './parse-test.ts';

const NODE_KINDS = ['group', 'attribute', 'tag', 'consent', 'event', 'segment', 'fact'] as const;
const PROPERTY_KINDS = ['group', 'property'] as const;
const BASE_FIELDS = ['kind', 'id', 'muted', 'negated'] as const;
const CHANNEL_WORDS = ['email', 'sms'] as const satisfies readonly Channel[];
const STATE_WORDS = ['opted-in', 'confirmed', 'pending', 'opted-out', 'never-asked'] as const;

export function parseNode(spot: Spot, depth: number): SegmentNode {
  return parseKeepingUnknown(spot, (node) => parseKnownNode(node, depth));
}

function parsePropertyNode(spot: Spot, depth: number): PropertyNode {
  return parseKeepingUnknown(spot, (node) => parseKnownPropertyNode(node, depth));
}

/** Reads a node, or keeps it verbatim where it says something that this version does not know (SEG-33). */
function parseKeepingUnknown<Node>(outer: Spot, read: (spot: Spot) => Node): Node | UnknownNode {
  const spot = asNode(unwrapped(outer));
  const { errors } = spot.reading;
  const errorCount = errors.length;
  const node = read(spot);
  const { unknown } = spot.node;
  if (unknown === undefined) return node;
  // Errors in what is not understood may be none.
  errors.length = errorCount;
  const isKindUnknown = objectAt(spot)['kind'] === unknown;
  const id = objectAt(spot)['id'];
  return {
    kind: 'unknown',
    // An id that was read already is registered, and so are those of the nodes inside.
    id:
      typeof id === 'string' && spot.reading.ids.get(id) === `${spot.path}.id`
        ? (id as NodeId)
        : nodeIdOf(spot),
    ...markOf(spot, 'muted'),
    ...markOf(spot, 'negated'),
    original: spot.value,
    ...(isKindUnknown ? {} : { operator: unknown }),
  };
}

/** What was kept verbatim is read anew, with the marks and id that it has now: this version may know it. */
function unwrapped(spot: Spot): Spot {
  const { value } = spot;
  if (spot.reading.isFile || !isJsonObject(value) || value['kind'] !== 'unknown') return spot;
  const original = fieldOf(value, 'original');
  if (!isJsonObject(original)) return spot;
  const { muted: _muted, negated: _negated, ...rest } = original;
  const marks = Object.fromEntries(
    Object.entries(value).filter(([key]) => key !== 'original' && key !== 'kind' && key !== 'operator'),
  );
  return unwrapped({ ...spot, value: { ...rest, ...marks } });
}

function base(spot: Spot, fields: readonly string[]) {
  isObject(spot, [...BASE_FIELDS, ...fields]);
  return { id: nodeIdOf(spot), ...markOf(spot, 'muted'), ...markOf(spot, 'negated') };
}

function parseKnownNode(spot: Spot, depth: number): SegmentNode {
  const kind = kindOf(spot, NODE_KINDS);
  if (kind === undefined) return { kind: 'unknown', id: '' as NodeId, original: spot.value };
  if (kind === 'group') return parseGroup(spot, depth);
  spot.reading.conditionCount += 1;
  switch (kind) {
    case 'attribute':
      return {
        kind,
        ...base(spot, ['attribute', 'predicate']),
        attribute: orNull(at(spot, 'attribute'), referenceOf<AttributeId>),
        ...optional(spot, 'predicate', parsePredicate),
      };
    case 'tag':
      return {
        kind,
        ...base(spot, ['match', 'tags']),
        match: wordOf(at(spot, 'match'), ['any', 'all', 'none']),
        tags: listOf(at(spot, 'tags'), referenceOf<TagId>),
      };
    case 'consent':
      return {
        kind,
        ...base(spot, ['channel', 'match', 'topics', 'test']),
        channel: wordOf(at(spot, 'channel'), CHANNEL_WORDS),
        match: wordOf(at(spot, 'match'), ['any', 'all']),
        topics: listOf(at(spot, 'topics'), referenceOf<TopicId>),
        test: parseConsentTest(at(spot, 'test')),
      };
    case 'event':
      return parseEvent(spot, depth);
    case 'segment':
      return {
        kind,
        ...base(spot, ['segment']),
        segment: orNull(at(spot, 'segment'), referenceOf<SegmentId>),
      };
    case 'fact':
      return { kind, ...base(spot, ['fact']), fact: parseFact(at(spot, 'fact')) };
  }
}

/** Requires that its `kind` is group. */
function parseGroup(spot: Spot, depth: number): Group {
  const { id, ...marks } = base(spot, ['match', 'children']);
  const match = wordOf(at(spot, 'match'), ['all', 'any']);
  return { kind: 'group', id, ...marks, match, children: childrenOf(spot, depth, parseNode) };
}

function childrenOf<Node>(
  spot: Spot,
  depth: number,
  read: (spot: Spot, depth: number) => Node,
): readonly Node[] {
  if (depth > MAX_DEPTH) {
    return failWith(
      spot,
      'SEG-32',
      `expected at most ${MAX_DEPTH} groups within each other, the root included`,
      [],
    );
  }
  return listOf(at(spot, 'children'), (child) => read(child, depth + 1));
}

function parseConsentTest(spot: Spot): ConsentCondition['test'] {
  const kind = kindOf(spot, ['states', 'can-receive']);
  if (kind !== 'states') {
    if (kind !== undefined) isObject(spot, ['kind']);
    return { kind: 'can-receive' };
  }
  isObject(spot, ['kind', 'states']);
  return { kind, states: listOf(at(spot, 'states'), (state) => wordOf(state, STATE_WORDS)) };
}

function parseFact(spot: Spot): Fact {
  const kind = kindOf(spot, ['created', 'changed', 'source', 'known', 'has-address']);
  switch (kind) {
    case 'created':
    case 'changed':
      isObject(spot, ['kind', 'test']);
      return { kind, test: orNull(at(spot, 'test'), parseTimeTest) };
    case 'source':
      isObject(spot, ['kind', 'predicate']);
      return { kind, ...optional(spot, 'predicate', parsePredicate) };
    case 'has-address':
      isObject(spot, ['kind', 'channel']);
      return { kind, channel: wordOf(at(spot, 'channel'), CHANNEL_WORDS) };
    case 'known':
      isObject(spot, ['kind']);
      return { kind };
    case undefined:
      return { kind: 'known' };
  }
}

function parseEvent(spot: Spot, depth: number): EventCondition {
  return {
    kind: 'event',
    ...base(spot, ['eventTypes', 'where', 'window', 'measure']),
    eventTypes: listOf(at(spot, 'eventTypes'), referenceOf<EventTypeId>),
    ...optional(spot, 'where', (where) => parseWhere(where, depth)),
    ...optional(spot, 'window', parseTimeTest),
    ...optional(spot, 'measure', (measure) => parseMeasure(measure, depth)),
  };
}

/** Unlike the groups inside it, it cannot be kept apart when it is not understood: that reaches its event. */
function parseWhere(spot: Spot, depth: number): PropertyGroup {
  kindOf(spot, ['group']);
  return parsePropertyGroup(spot, depth);
}

function parsePropertyGroup(spot: Spot, depth: number): PropertyGroup {
  const { id, ...marks } = base(spot, ['match', 'children']);
  const match = wordOf(at(spot, 'match'), ['all', 'any']);
  return { kind: 'group', id, ...marks, match, children: childrenOf(spot, depth, parsePropertyNode) };
}

function parseKnownPropertyNode(spot: Spot, depth: number): PropertyNode {
  const kind = kindOf(spot, PROPERTY_KINDS);
  if (kind === undefined) return { kind: 'unknown', id: '' as NodeId, original: spot.value };
  if (kind === 'group') return parsePropertyGroup(spot, depth);
  spot.reading.conditionCount += 1;
  return {
    kind,
    ...base(spot, ['property', 'predicate']),
    property: orNull(at(spot, 'property'), referenceOf<PropertyId>),
    ...optional(spot, 'predicate', parsePredicate),
  };
}

function parseMeasure(spot: Spot, depth: number): Measure {
  const kind = kindOf(spot, ['count', 'sum', 'average', 'minimum', 'maximum', 'distinct', 'first', 'last']);
  switch (kind) {
    case 'first':
    case 'last':
      isObject(spot, ['kind', 'where']);
      return { kind, where: parseWhere(at(spot, 'where'), depth) };
    case undefined:
      return { kind: 'count', compare: { kind: 'equals', value: null } };
    case 'count':
      isObject(spot, ['kind', 'compare']);
      return { kind, compare: parseNumberTest(at(spot, 'compare')) };
    default:
      isObject(spot, ['kind', 'property', 'compare']);
      return {
        kind,
        property: orNull(at(spot, 'property'), referenceOf<PropertyId>),
        compare: parseNumberTest(at(spot, 'compare')),
      };
  }
}
