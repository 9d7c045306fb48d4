import fc from 'fast-check';
import type { Instant } from '../kernel/time.ts';
import { CHANNELS, type DataModel } from '../profile/data-model.ts';
import type {
  Condition,
  ConsentCondition,
  EventCondition,
  FactCondition,
  Group,
  Measure,
  NodeId,
  PropertyCondition,
  PropertyGroup,
  PropertyNode,
  SegmentDefinition,
  SegmentId,
  SegmentNode,
} from '../segment/definition.ts';
import { numberTests, predicates, timeTests } from './arbitrary-tests.ts';
import { decimals } from './arbitrary-values.ts';
import { numbered } from './definition-builders.ts';

export interface DefinitionOptions {
  readonly dataModel: DataModel;
  readonly now: Instant;
  /** Segments that may be referred to. */
  readonly segments?: readonly SegmentId[];
  /** Groups below the root; 2 unless told otherwise. */
  readonly depth?: number;
  readonly withMuted?: boolean;
}

/** Complete definitions with conditions of every kind; ids n1, n2, … in reading order. */
export function definitions(options: DefinitionOptions): fc.Arbitrary<SegmentDefinition> {
  return groups(options, options.depth ?? 2).map((root) => ({ version: 1, root: numbered(root) }));
}

const NO_ID = '' as NodeId;
const negation = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ negated: true } as const) },
);
const matches = fc.constantFrom('all', 'any');

function groups(options: DefinitionOptions, depth: number): fc.Arbitrary<Group> {
  const nodes: fc.Arbitrary<SegmentNode> =
    depth === 0
      ? conditions(options)
      : fc.oneof(
          { weight: 3, arbitrary: conditions(options) },
          { weight: 1, arbitrary: groups(options, depth - 1) },
        );
  const mutable = fc
    .tuple(nodes, fc.nat(4))
    .map(
      ([node, mark]): SegmentNode =>
        mark === 0 && options.withMuted === true ? { ...node, muted: true } : node,
    );
  // The first child is never muted, so that no group is left empty.
  return fc
    .tuple(matches, negation, nodes, fc.array(mutable, { maxLength: 3 }))
    .map(([match, negated, first, rest]) => ({
      kind: 'group',
      id: NO_ID,
      match,
      ...negated,
      children: [first, ...rest],
    }));
}

export function conditions(options: DefinitionOptions): fc.Arbitrary<Condition> {
  const { segments = [] } = options;
  const kinds: fc.Arbitrary<Condition>[] = [
    attributes(options),
    tags(options),
    consents(options),
    events(options),
    events(options),
    facts(options),
  ];
  if (segments.length > 0) {
    kinds.push(fc.constantFrom(...segments).map((segment) => ({ kind: 'segment', id: NO_ID, segment })));
  }
  return fc.tuple(fc.oneof(...kinds), negation).map(([condition, negated]) => ({ ...condition, ...negated }));
}

function attributes({ dataModel, now }: DefinitionOptions): fc.Arbitrary<Condition> {
  return fc.constantFrom(...dataModel.attributes).chain(({ id, type }) =>
    optionally(predicates(type, now)).map((predicate) => ({
      kind: 'attribute',
      id: NO_ID,
      attribute: id,
      ...(predicate && { predicate }),
    })),
  );
}

function tags({ dataModel }: DefinitionOptions): fc.Arbitrary<Condition> {
  const chosen = fc.subarray(
    dataModel.tags.map((tag) => tag.id),
    { minLength: 1 },
  );
  return fc
    .tuple(fc.constantFrom('any', 'all', 'none'), chosen)
    .map(([match, of]) => ({ kind: 'tag', id: NO_ID, match, tags: of }));
}

function consents({ dataModel }: DefinitionOptions): fc.Arbitrary<ConsentCondition> {
  const topics = dataModel.topics.map((topic) => topic.id);
  const states = fc.subarray(['opted-in', 'confirmed', 'pending', 'opted-out', 'never-asked'] as const, {
    minLength: 1,
  });
  const parts = fc.tuple(fc.constantFrom(...CHANNELS), matches);
  return fc.oneof(
    fc.tuple(parts, fc.subarray(topics, { minLength: 1 }), states).map(
      ([[channel, match], of, wanted]): ConsentCondition => ({
        kind: 'consent',
        id: NO_ID,
        channel,
        match,
        topics: of,
        test: { kind: 'states', states: wanted },
      }),
    ),
    fc.tuple(parts, fc.subarray(topics)).map(
      ([[channel, match], of]): ConsentCondition => ({
        kind: 'consent',
        id: NO_ID,
        channel,
        match,
        topics: of,
        test: { kind: 'can-receive' },
      }),
    ),
  );
}

function facts({ now }: DefinitionOptions): fc.Arbitrary<FactCondition> {
  const fact: fc.Arbitrary<FactCondition['fact']> = fc.oneof(
    fc
      .tuple(fc.constantFrom('created', 'changed'), timeTests('timestamp', now))
      .map(([kind, test]) => ({ kind, test })),
    optionally(predicates('text', now)).map(
      (predicate) => ({ kind: 'source', ...(predicate && { predicate }) }) as const,
    ),
    fc.constant({ kind: 'known' } as const),
    fc.constantFrom(...CHANNELS).map((channel) => ({ kind: 'has-address', channel }) as const),
  );
  return fact.map((of) => ({ kind: 'fact', id: NO_ID, fact: of }));
}

function events(options: DefinitionOptions): fc.Arbitrary<EventCondition> {
  const { dataModel, now } = options;
  return fc
    .tuple(
      fc.subarray(
        dataModel.eventTypes.map((type) => type.id),
        { minLength: 1 },
      ),
      optionally(propertyGroups(options, 1)),
      optionally(timeTests('timestamp', now)),
      optionally(measures(options)),
    )
    .map(([eventTypes, where, window, measure]) => ({
      kind: 'event',
      id: NO_ID,
      eventTypes,
      ...(where && { where }),
      ...(window && { window }),
      ...(measure && { measure }),
    }));
}

function measures(options: DefinitionOptions): fc.Arbitrary<Measure> {
  const { properties } = options.dataModel;
  const numeric = properties.filter((property) => property.type === 'number').map((property) => property.id);
  const counts = numberTests(fc.integer({ min: 0, max: 4 }));
  return fc.oneof(
    counts.map((compare): Measure => ({ kind: 'count', compare })),
    fc
      .tuple(
        fc.constantFrom('sum', 'average', 'minimum', 'maximum'),
        fc.constantFrom(...numeric),
        numberTests(decimals),
      )
      .map(([kind, property, compare]): Measure => ({ kind, property, compare })),
    fc
      .tuple(fc.constantFrom('occurred-on' as const, ...properties.map((property) => property.id)), counts)
      .map(([property, compare]): Measure => ({ kind: 'distinct', property, compare })),
    fc
      .tuple(fc.constantFrom('first', 'last'), propertyGroups(options, 1))
      .map(([kind, where]): Measure => ({ kind, where })),
  );
}

function propertyGroups(options: DefinitionOptions, depth: number): fc.Arbitrary<PropertyGroup> {
  const nodes: fc.Arbitrary<PropertyNode> =
    depth === 0
      ? propertyConditions(options)
      : fc.oneof(
          { weight: 4, arbitrary: propertyConditions(options) },
          { weight: 1, arbitrary: propertyGroups(options, depth - 1) },
        );
  return fc
    .tuple(matches, negation, fc.array(nodes, { minLength: 1, maxLength: 2 }))
    .map(([match, negated, children]) => ({ kind: 'group', id: NO_ID, match, ...negated, children }));
}

function propertyConditions({ dataModel, now }: DefinitionOptions): fc.Arbitrary<PropertyCondition> {
  const subjects = [...dataModel.properties, { id: 'occurred-at', type: 'timestamp' } as const];
  return fc.constantFrom(...subjects).chain(({ id, type }) =>
    fc.tuple(optionally(predicates(type, now)), negation).map(([predicate, negated]) => ({
      kind: 'property',
      id: NO_ID,
      property: id,
      ...negated,
      ...(predicate && { predicate }),
    })),
  );
}

function optionally<Of>(arbitrary: fc.Arbitrary<Of>): fc.Arbitrary<Of | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 3 });
}
