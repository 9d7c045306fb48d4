import { unreachable } from '../kernel/assert.ts';
import type { DataModel } from '../profile/data-model.ts';
import type {
  ConsentCondition,
  EventCondition,
  Fact,
  Group,
  Measure,
  PropertyGroup,
  PropertyNode,
  SegmentDefinition,
  SegmentId,
  SegmentNode,
  TagCondition,
} from './definition.ts';
import { listed, missing, plain, type SentencePart, subject, value } from './sentence-part.ts';
import { amountParts, predicateParts, type SentenceFormat, timeParts } from './sentence-predicate.ts';
import { type Pair, SENTENCE_WORDS as words } from './sentence-words.ts';

export interface SentenceContext extends SentenceFormat {
  readonly dataModel: DataModel;
  readonly segmentTitle: (id: SegmentId) => string | undefined;
}

/** A definition in plain words: "Profiles whose City is Malmö or Lund, and who did Order at least 3 times". */
export function sentence(definition: SegmentDefinition, context: SentenceContext): readonly SentencePart[] {
  const { root } = definition;
  if (unmuted(root.children).length === 0) return [missing(words.nothingYet)];
  return [plain(root.negated ? words.everyoneBut : words.profiles), ...groupParts(root, context)];
}

/** One node in words, its negation included, without brackets around it. */
export function nodeParts(node: SegmentNode, context: SentenceContext): readonly SentencePart[] {
  const negated = node.negated === true;
  const pick = (pair: Pair) => plain(pair[negated ? 1 : 0]);
  const who = plain(words.who);
  switch (node.kind) {
    case 'group':
      return [...(negated ? [plain(words.not)] : []), plain('('), ...groupParts(node, context), plain(')')];
    case 'attribute':
      return [
        plain(words.whose),
        nameOf(context.dataModel.attributes, node.attribute),
        ...predicateParts(node.predicate, negated, context),
      ];
    case 'tag':
      return [who, ...tagParts(node, context)];
    case 'consent':
      return [who, ...consentParts(node, context)];
    case 'event':
      return eventParts(node, context);
    case 'segment': {
      if (node.segment === null) return [who, pick(words.inSegment), missing(words.choose)];
      const title = context.segmentTitle(node.segment);
      return [who, pick(words.inSegment), title === undefined ? missing(words.gone) : subject(title)];
    }
    case 'fact':
      return factParts(node.fact, negated, context);
    case 'unknown':
      return [who, missing(words.unknown)];
    default:
      return unreachable(node);
  }
}

function groupParts(group: Group, context: SentenceContext): readonly SentencePart[] {
  const children = unmuted(group.children);
  if (children.length === 0) return [missing(words.choose)];
  return joined(
    children.map((child) => nodeParts(child, context)),
    group.match,
  );
}

function joined(
  phrases: readonly (readonly SentencePart[])[],
  match: 'all' | 'any',
): readonly SentencePart[] {
  const word = plain(match === 'all' ? words.and : words.or);
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [plain(','), word, ...phrase]));
}

function tagParts(node: TagCondition, context: SentenceContext): readonly SentencePart[] {
  const index = node.negated ? 1 : 0;
  const names = node.tags.map((tag) => nameOf(context.dataModel.tags, tag));
  if (names.length === 0) names.push(missing(words.choose));
  if (node.match === 'none') return [plain(words.noneOfTags[index]), ...listed(names, words.or)];
  return [plain(words.tagged[index]), ...listed(names, node.match === 'all' ? words.and : words.or)];
}

function consentParts(node: ConsentCondition, context: SentenceContext): readonly SentencePart[] {
  const index = node.negated ? 1 : 0;
  const names = node.topics.map((topic) => nameOf(context.dataModel.topics, topic));
  const topics = listed(names, node.match === 'all' ? words.and : words.or);
  if (node.test.kind === 'can-receive') {
    const lead = plain(words.canReceive[node.channel][index]);
    return names.length === 0 ? [lead] : [lead, plain(words.for), ...topics];
  }
  const states = node.test.states.map((state) => value(words.states[state]));
  return [
    plain(words.consent[index]),
    ...(states.length === 0 ? [missing(words.choose)] : listed(states, words.or)),
    plain(words.for),
    ...(names.length === 0 ? [missing(words.choose)] : topics),
    plain(words.by[node.channel]),
  ];
}

function eventParts(node: EventCondition, context: SentenceContext): readonly SentencePart[] {
  const negated = node.negated === true;
  const names = node.eventTypes.map((type) => nameOf(context.dataModel.eventTypes, type));
  const types = names.length === 0 ? [missing(words.choose)] : listed(names, words.or);
  const window = node.window === undefined ? [] : timeParts(node.window, context);
  const where = node.where === undefined ? [] : whereParts(node.where, context, words.where);
  const { measure } = node;
  if (measure !== undefined && 'where' in measure) {
    const lead = plain(measure.kind === 'first' ? words.whoseFirst : words.whoseLast);
    const not = negated ? [plain(words.not), plain('(')] : [];
    const end = negated ? [plain(')')] : [];
    const judged = whereParts(measure.where, context, words.isOneWhere);
    const happened = judged.length === 0 ? [plain(words.happened)] : judged;
    return [...not, lead, ...types, ...window, ...where, ...happened, ...end];
  }
  const never = negated && measure === undefined && node.window === undefined;
  const verb = never ? words.never : words.did[negated ? 1 : 0];
  return [plain(words.who), plain(verb), ...types, ...measureParts(measure, context), ...window, ...where];
}

function measureParts(
  measure: Exclude<Measure, { kind: 'first' | 'last' }> | undefined,
  context: SentenceContext,
): readonly SentencePart[] {
  if (measure === undefined) return [];
  switch (measure.kind) {
    case 'count':
      return amountParts(measure.compare, context, (count) =>
        count === '1' ? words.once : words.times(count),
      );
    case 'distinct': {
      const what =
        measure.property === 'occurred-on'
          ? plain(words.differentDays)
          : nameOf(context.dataModel.properties, measure.property);
      const lead = measure.property === 'occurred-on' ? words.on.on : words.with;
      const different = measure.property === 'occurred-on' ? [] : [plain(words.different)];
      return [plain(lead), ...amountParts(measure.compare, context), ...different, what];
    }
    default:
      return [
        plain(words.measure[measure.kind]),
        nameOf(context.dataModel.properties, measure.property),
        plain(words.of),
        ...amountParts(measure.compare, context),
      ];
  }
}

/** The conditions on one event, led by `lead`; nothing when there are none. */
function whereParts(group: PropertyGroup, context: SentenceContext, lead: string): readonly SentencePart[] {
  const children = unmuted(group.children);
  if (children.length === 0) return [];
  const phrases = joined(
    children.map((child) => propertyParts(child, context)),
    group.match,
  );
  return group.negated
    ? [plain(lead), plain(words.not), plain('('), ...phrases, plain(')')]
    : [plain(lead), ...phrases];
}

function propertyParts(node: PropertyNode, context: SentenceContext): readonly SentencePart[] {
  if (node.kind === 'unknown') return [missing(words.unknown)];
  if (node.kind === 'group') {
    const inside = unmuted(node.children).map((child) => propertyParts(child, context));
    return [
      ...(node.negated ? [plain(words.not)] : []),
      plain('('),
      ...joined(inside, node.match),
      plain(')'),
    ];
  }
  const name =
    node.property === 'occurred-at'
      ? plain(words.eventTime)
      : nameOf(context.dataModel.properties, node.property);
  return [name, ...predicateParts(node.predicate, node.negated === true, context)];
}

function factParts(fact: Fact, negated: boolean, context: SentenceContext): readonly SentencePart[] {
  const index = negated ? 1 : 0;
  const who = plain(words.who);
  switch (fact.kind) {
    case 'created':
    case 'changed': {
      const when = fact.test === null ? [missing(words.choose)] : timeParts(fact.test, context);
      return [who, plain(words[fact.kind][index]), ...when];
    }
    case 'source':
      return [plain(words.whose), subject(words.source), ...predicateParts(fact.predicate, negated, context)];
    case 'known':
      return [who, plain(words.known[index])];
    case 'has-address':
      return [who, plain(words.hasAddress[fact.channel][index])];
    default:
      return unreachable(fact);
  }
}

function nameOf(
  defined: readonly { readonly id: string; readonly name: string }[],
  id: string | null,
): SentencePart {
  if (id === null) return missing(words.choose);
  const found = defined.find((one) => one.id === id);
  return found === undefined ? missing(words.gone) : subject(found.name);
}

function unmuted<N extends { readonly muted?: true }>(nodes: readonly N[]): readonly N[] {
  return nodes.filter((node) => node.muted !== true);
}
