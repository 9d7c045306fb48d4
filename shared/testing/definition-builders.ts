import type { AttributeId, Channel, EventTypeId, PropertyId, TagId, TopicId } from '../profile/data-model.ts';
import type {
  AttributeCondition,
  ConsentCondition,
  EventCondition,
  Fact,
  FactCondition,
  Group,
  NodeId,
  Predicate,
  PropertyCondition,
  PropertyGroup,
  PropertyNode,
  SegmentDefinition,
  SegmentId,
  SegmentNode,
  SegmentReference,
  TagCondition,
  ValueTest,
} from '../segment/definition.ts';

/** Muted, negated, or an id of one's own; see `numbered` for the others. */
export interface Marks {
  readonly id?: string;
  readonly muted?: true;
  readonly negated?: true;
}

const UNNUMBERED = '' as NodeId;

function base({ id, ...marks }: Marks): Marks & { readonly id: NodeId } {
  return { ...marks, id: id === undefined ? UNNUMBERED : (id as NodeId) };
}

/** A definition whose root asks for all of `children`; ids are given in reading order where there are none. */
export function aDefinition(...children: SegmentNode[]): SegmentDefinition {
  return { version: 1, root: numbered(all(children)) };
}

export function all(children: readonly SegmentNode[], marks: Marks = {}): Group {
  return { kind: 'group', ...base(marks), match: 'all', children };
}

export function any(children: readonly SegmentNode[], marks: Marks = {}): Group {
  return { kind: 'group', ...base(marks), match: 'any', children };
}

/** Without a test: has any value. */
export function attribute(
  id: string | null,
  test?: ValueTest | Predicate,
  marks: Marks = {},
): AttributeCondition {
  return { kind: 'attribute', ...base(marks), attribute: id as AttributeId | null, ...predicateOf(test) };
}

export function tag(match: 'any' | 'all' | 'none', tags: readonly string[], marks: Marks = {}): TagCondition {
  return { kind: 'tag', ...base(marks), match, tags: tags as TagId[] };
}

export function consent(
  parts: {
    readonly channel?: Channel;
    readonly match?: 'any' | 'all';
    readonly topics?: readonly string[];
    readonly test: ConsentCondition['test'];
  },
  marks: Marks = {},
): ConsentCondition {
  const { channel = 'email', match = 'any', topics = ['news'], test } = parts;
  return { kind: 'consent', ...base(marks), channel, match, topics: topics as TopicId[], test };
}

export function event(
  types: string | readonly string[],
  parts: Pick<EventCondition, 'where' | 'window' | 'measure'> = {},
  marks: Marks = {},
): EventCondition {
  const eventTypes = (typeof types === 'string' ? [types] : types) as EventTypeId[];
  return { kind: 'event', ...base(marks), eventTypes, ...parts };
}

export function segment(id: string | null, marks: Marks = {}): SegmentReference {
  return { kind: 'segment', ...base(marks), segment: id as SegmentId | null };
}

export function fact(of: Fact, marks: Marks = {}): FactCondition {
  return { kind: 'fact', ...base(marks), fact: of };
}

export function where(
  children: readonly PropertyNode[],
  match: 'all' | 'any' = 'all',
  marks: Marks = {},
): PropertyGroup {
  return { kind: 'group', ...base(marks), match, children };
}

export function property(
  id: string | null,
  test?: ValueTest | Predicate,
  marks: Marks = {},
): PropertyCondition {
  return {
    kind: 'property',
    ...base(marks),
    property: id as PropertyCondition['property'],
    ...predicateOf(test),
  };
}

export const amount = 'amount' as PropertyId;

function predicateOf(test: ValueTest | Predicate | undefined): { readonly predicate?: Predicate } {
  if (test === undefined) return {};
  return { predicate: 'test' in test ? test : { test } };
}

/** Gives every node without an id the next of n1, n2, … in reading order. */
export function numbered(root: Group): Group {
  let last = 0;
  const give = <Node extends SegmentNode | PropertyNode>(node: Node): Node => {
    let id = node.id;
    if (id === UNNUMBERED) {
      last += 1;
      id = `n${last}` as NodeId;
    }
    const copy: SegmentNode | PropertyNode = { ...node, id };
    if (copy.kind === 'group') {
      const children = copy.children.map((child: SegmentNode | PropertyNode) => give(child));
      return { ...copy, children } as SegmentNode as Node;
    }
    if (copy.kind !== 'event') return copy as Node;
    return {
      ...copy,
      ...(copy.where && { where: give(copy.where) }),
      ...(copy.measure &&
        'where' in copy.measure && { measure: { ...copy.measure, where: give(copy.measure.where) } }),
    } as Node;
  };
  return give(root);
}
