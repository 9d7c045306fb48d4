import {
  type AttributeId,
  type Channel,
  type DataModel,
  DEFAULT_ATTRIBUTES,
  type EventTypeId,
  type Property,
} from '../profile/data-model.ts';
import type {
  EventCondition,
  Group,
  Measure,
  NodeId,
  SegmentDefinition,
  SegmentNode,
  TimeTest,
} from './definition.ts';

/** A ready-made segment: an ordinary definition that can be opened, copied and tuned. */
export interface SmartSegment {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly definition: SegmentDefinition;
}

/** What stands behind a data model: nobody is offered a segment over data that is not there. */
export interface DataAtHand {
  readonly dataModel: DataModel;
  readonly attributeHasValues: (attribute: AttributeId) => boolean;
  readonly eventTypeHasEvents: (eventType: EventTypeId) => boolean;
  readonly topicHasConsents: (channel: Channel) => boolean;
}

/** Keys under which shops and mail tools commonly name the same event, most usual first. */
const EVENT_KEYS = {
  order: ['order', 'purchase', 'order_placed', 'placed_order'],
  cart: ['cart', 'cart_abandoned', 'added_to_cart', 'add_to_cart'],
  sent: ['email_sent', 'email_delivered'],
  opened: ['email_opened', 'email_open'],
  clicked: ['email_clicked', 'email_click'],
  bounced: ['email_bounced', 'email_bounce'],
} as const;
type EventWord = keyof typeof EVENT_KEYS;

const AMOUNT_KEYS = ['amount', 'total', 'value', 'revenue'];

/** The smart segments whose data exists, in the order they are shown. */
export function smartSegments(data: DataAtHand): readonly SmartSegment[] {
  const { dataModel } = data;
  const events = (word: EventWord): EventTypeId | undefined =>
    EVENT_KEYS[word]
      .map((key) => dataModel.eventTypes.find((type) => type.key === key))
      .find((type) => type !== undefined && data.eventTypeHasEvents(type.id))?.id;
  const order = events('order');
  const cart = events('cart');
  const sent = events('sent');
  const opened = events('opened');
  const clicked = events('clicked');
  const bounced = events('bounced');
  const amount = order === undefined ? undefined : amountOf(dataModel, order);
  const engaged = [opened, clicked].filter((type) => type !== undefined);
  const found: (SmartSegment | false | undefined)[] = [
    data.topicHasConsents('email') &&
      smart(
        'can-receive-email',
        'Can receive email',
        'Permission on at least one topic, a valid address, not suppressed.',
        [canReceive('email')],
      ),
    data.topicHasConsents('sms') &&
      smart(
        'can-receive-sms',
        'Can receive SMS',
        'Permission on at least one topic, a valid number, not suppressed.',
        [canReceive('sms')],
      ),
    dataModel.topics.length > 0 &&
      data.topicHasConsents('email') &&
      smart('unsubscribed', 'Unsubscribed', 'Opted out of at least one topic by email.', [
        unsubscribed(dataModel),
      ]),
    engaged.length > 0 &&
      smart('engaged', 'Engaged readers', 'Opened or clicked an email in the last 30 days.', [
        did(engaged, inLast(30)),
      ]),
    sent !== undefined &&
      engaged.length > 0 &&
      smart(
        'inactive',
        'Inactive subscribers',
        'Got at least 5 emails in 180 days and neither opened nor clicked.',
        [did([sent], inLast(180), atLeast(5)), not(did(engaged, inLast(180)))],
      ),
    order !== undefined &&
      smart('recent-buyers', 'Bought recently', 'Ordered in the last 30 days.', [did([order], inLast(30))]),
    order !== undefined &&
      smart('repeat-customers', 'Repeat customers', 'Ordered at least twice.', [
        did([order], undefined, atLeast(2)),
      ]),
    order !== undefined &&
      amount !== undefined &&
      smart('big-spenders', 'Big spenders', 'Orders worth more than 500 in the last 365 days.', [
        did([order], inLast(365), {
          kind: 'sum',
          property: amount.id,
          compare: { kind: 'more-than', value: 500 },
        }),
      ]),
    order !== undefined &&
      smart('win-back', 'Win back', 'Ordered once, but not in the last 180 days.', [
        did([order]),
        not(did([order], inLast(180))),
      ]),
    order !== undefined && smart('never-bought', 'Never bought', 'No order, ever.', [not(did([order]))]),
    cart !== undefined &&
      order !== undefined &&
      smart(
        'cart-abandoners',
        'Left a cart',
        'Filled a cart in the last 7 days and ordered nothing since then.',
        [did([cart], inLast(7)), not(did([order], inLast(7)))],
      ),
    data.attributeHasValues('birth_date' as AttributeId) &&
      smart('birthday', 'Birthday soon', 'Birthday today or in the next 7 days.', [birthday()]),
    bounced !== undefined &&
      smart('bounced', 'Bounced addresses', 'At least one email came back.', [did([bounced])]),
    data.attributeHasValues('email' as AttributeId) &&
      smart('no-email', 'No email address', 'Nothing to write to.', [
        { kind: 'attribute', id: NO_ID, attribute: 'email' as AttributeId, negated: true },
      ]),
  ];
  return found.filter((segment) => segment !== false && segment !== undefined);
}

const NO_ID = '' as NodeId;

function smart(
  key: string,
  title: string,
  description: string,
  children: readonly SegmentNode[],
): SmartSegment {
  const root: Group = { kind: 'group', id: 'n0' as NodeId, match: 'all', children };
  return { key, title, description, definition: { version: 1, root: numbered(root) } };
}

/** Node ids need only be stable within a definition: the place is enough here. */
function numbered(root: Group): Group {
  const children = root.children.map((child, index) => ({ ...child, id: `n${index + 1}` as NodeId }));
  return { ...root, children };
}

function did(eventTypes: readonly EventTypeId[], window?: TimeTest, measure?: Measure): EventCondition {
  return { kind: 'event', id: NO_ID, eventTypes, ...(window && { window }), ...(measure && { measure }) };
}

function not<N extends SegmentNode>(node: N): N {
  return { ...node, negated: true };
}

function inLast(days: number): TimeTest {
  return { kind: 'in-last', amount: days, unit: 'day' };
}

function atLeast(count: number): Measure {
  return { kind: 'count', compare: { kind: 'at-least', value: count } };
}

function canReceive(channel: Channel): SegmentNode {
  return { kind: 'consent', id: NO_ID, channel, match: 'any', topics: [], test: { kind: 'can-receive' } };
}

function unsubscribed(dataModel: DataModel): SegmentNode {
  const topics = dataModel.topics
    .filter((topic) => topic.channels.includes('email'))
    .map((topic) => topic.id);
  return {
    kind: 'consent',
    id: NO_ID,
    channel: 'email',
    match: 'any',
    topics,
    test: { kind: 'states', states: ['opted-out'] },
  };
}

function birthday(): SegmentNode {
  const birthDate = DEFAULT_ATTRIBUTES.find((attribute) => attribute.key === 'birth_date');
  return {
    kind: 'attribute',
    id: NO_ID,
    attribute: birthDate?.id ?? null,
    predicate: { test: { kind: 'anniversary', when: { kind: 'in-next', days: 7 } } },
  };
}

function amountOf(dataModel: DataModel, eventType: EventTypeId): Property | undefined {
  const carried = dataModel.eventTypes.find((type) => type.id === eventType)?.properties ?? [];
  return AMOUNT_KEYS.map((key) =>
    dataModel.properties.find(
      (property) => property.key === key && property.type === 'number' && carried.includes(property.id),
    ),
  ).find((property) => property !== undefined);
}
