import type {
  EventCondition,
  Group,
  Measure,
  NodeId,
  SegmentDefinition,
  SegmentId,
  SegmentNode,
  TimeTest,
  ValueTest,
} from '../../shared/segment/definition.ts';

/** The ten segments, as an editor would save them: plain JSON that has yet to be parsed. */
export interface BenchSegment {
  readonly id: SegmentId;
  readonly title: string;
  readonly definition: unknown;
}

let nextNode = 0;
const nodeId = (): NodeId => {
  nextNode += 1;
  return `n${nextNode}` as NodeId;
};
type Loose = Record<string, unknown>;
const node = (fields: Loose): SegmentNode => ({ id: nodeId(), ...fields }) as unknown as SegmentNode;

const attribute = (id: string, test: ValueTest): SegmentNode =>
  node({ kind: 'attribute', attribute: id, predicate: { test } });
const tag = (id: string): SegmentNode => node({ kind: 'tag', match: 'any', tags: [id] });
const mayMail = (topic: string): SegmentNode =>
  node({
    kind: 'consent',
    channel: 'email',
    match: 'any',
    topics: [topic],
    test: { kind: 'states', states: ['opted-in', 'confirmed'] },
  });
const not = (inner: SegmentNode): SegmentNode => ({ ...inner, negated: true });
const group = (match: 'all' | 'any', ...children: SegmentNode[]): Group => ({
  kind: 'group',
  id: nodeId(),
  match,
  children,
});
const inLast = (amount: number): TimeTest => ({ kind: 'in-last', amount, unit: 'day' });
const inSegment = (id: string): SegmentNode => node({ kind: 'segment', segment: id });
const atLeast = (value: number): Measure => ({ kind: 'count', compare: { kind: 'at-least', value } });

interface Did {
  readonly window?: TimeTest;
  readonly measure?: Measure;
  readonly category?: string;
}
function did(type: string, { window, measure, category }: Did = {}): SegmentNode {
  const where =
    category === undefined
      ? {}
      : {
          where: {
            kind: 'group',
            id: nodeId(),
            match: 'all',
            children: [
              {
                kind: 'property',
                id: nodeId(),
                property: 'category',
                predicate: { test: { kind: 'is', values: [category] } },
              },
            ],
          },
        };
  const event = {
    kind: 'event',
    eventTypes: [type],
    ...where,
    ...(window && { window }),
    ...(measure && { measure }),
  };
  return node(event) as EventCondition;
}

function segment(id: string, title: string, ...children: SegmentNode[]): BenchSegment {
  const definition: SegmentDefinition = { version: 1, root: group('all', ...children) };
  return { id: id as SegmentId, title, definition: JSON.parse(JSON.stringify(definition)) };
}

const spent = (more: number, window: TimeTest): SegmentNode =>
  did('order', {
    window,
    measure: { kind: 'sum', property: 'amount', compare: { kind: 'more-than', value: more } } as Measure,
  });

export const TEN_SEGMENTS: readonly BenchSegment[] = [
  segment('s1', 'Country is Poland', attribute('country', { kind: 'is', values: ['Poland'] })),
  segment(
    's2',
    'Lifetime value between 250 and 400',
    attribute('lifetime_value', { kind: 'between', from: 250, to: 400 }),
  ),
  segment('s3', 'VIP and may be sent the newsletter', tag('vip'), mayMail('newsletter')),
  segment('s4', 'Email contains "lind"', attribute('email', { kind: 'contains', values: ['lind'] })),
  segment(
    's5',
    'Opened at least 3 emails in 30 days',
    did('email_opened', { window: inLast(30), measure: atLeast(3) }),
  ),
  segment('s6', 'Never ordered', not(did('order'))),
  segment('s7', 'Orders of more than 500 in 365 days', spent(500, inLast(365))),
  segment(
    's8',
    'Nordic or Gold, opened in 90 days, no order in 180',
    group(
      'any',
      attribute('country', { kind: 'is', values: ['Norway', 'Denmark'] }),
      attribute('tier', { kind: 'is', values: ['Gold'] }),
    ),
    did('email_opened', { window: inLast(90) }),
    not(did('order', { window: inLast(180) })),
  ),
  segment(
    's9',
    'Tents viewed twice in 60 days, or a cart left in 14; aged 25 to 39',
    group(
      'any',
      did('product_view', { window: inLast(60), measure: atLeast(2), category: 'Tents' }),
      group('all', did('cart', { window: inLast(14) }), not(did('order', { window: inLast(14) }))),
    ),
    attribute('birth_date', { kind: 'age', compare: { kind: 'between', from: 25, to: 39 } }),
  ),
  segment(
    's10',
    'In S8, not in S7, "nord" in the email or wholesale or under 30, 5 emails sent ever',
    inSegment('s8'),
    not(inSegment('s7')),
    group(
      'any',
      attribute('email', { kind: 'contains', values: ['nord'] }),
      tag('wholesale'),
      attribute('birth_date', { kind: 'age', compare: { kind: 'less-than', value: 30 } }),
    ),
    did('email_sent', { measure: atLeast(5) }),
  ),
];
