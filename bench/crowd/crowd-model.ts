import {
  type Attribute,
  type AttributeId,
  type DataModel,
  DEFAULT_ATTRIBUTES,
  type EventType,
  type EventTypeId,
  type Property,
  type PropertyId,
  type TagId,
  type TopicId,
  type ValueType,
} from '../../shared/profile/data-model.ts';

const defined = <Id>(key: string) => ({ id: key as Id, key, name: key, archived: false });
const attribute = (key: string, type: ValueType): Attribute => ({ ...defined<AttributeId>(key), type });
const property = (key: string, type: ValueType): Property => ({ ...defined<PropertyId>(key), type });

export const PROPERTIES = {
  activity: property('activity', 'text'),
  path: property('path', 'text'),
  category: property('category', 'text'),
  amount: property('amount', 'number'),
  items: property('items', 'number'),
} as const;

/** Share of all events, and what they carry. */
export const EVENT_SHARES: readonly {
  readonly key: string;
  readonly share: number;
  readonly carries: readonly (keyof typeof PROPERTIES)[];
}[] = [
  { key: 'email_sent', share: 0.25, carries: ['activity'] },
  { key: 'email_opened', share: 0.2, carries: ['activity'] },
  { key: 'page_view', share: 0.2, carries: ['path'] },
  { key: 'product_view', share: 0.14, carries: ['category'] },
  { key: 'email_clicked', share: 0.06, carries: ['activity'] },
  { key: 'cart', share: 0.04, carries: ['category', 'amount'] },
  { key: 'order', share: 0.03, carries: ['category', 'amount', 'items'] },
  { key: 'sms_sent', share: 0.03, carries: ['activity'] },
  { key: 'form_submit', share: 0.03, carries: [] },
  { key: 'order_returned', share: 0.02, carries: ['amount'] },
];

export const TAG_SHARES: Readonly<Record<string, number>> = {
  vip: 0.05,
  wholesale: 0.02,
  complained: 0.01,
  ambassador: 0.005,
  trade_fair: 0.08,
  staff: 0.001,
};

export const CROWD_MODEL: DataModel = {
  attributes: [
    ...DEFAULT_ATTRIBUTES,
    attribute('country', 'text'),
    attribute('city', 'text'),
    attribute('language', 'text'),
    attribute('tier', 'text'),
    attribute('lifetime_value', 'number'),
    attribute('club_member', 'yes-no'),
  ],
  properties: Object.values(PROPERTIES),
  eventTypes: EVENT_SHARES.map(
    ({ key, carries }): EventType => ({
      ...defined<EventTypeId>(key),
      properties: carries.map((name) => PROPERTIES[name].id),
    }),
  ),
  tags: Object.keys(TAG_SHARES).map((key) => defined<TagId>(key)),
  topics: [
    { ...defined<TopicId>('newsletter'), channels: ['email'] },
    { ...defined<TopicId>('offers'), channels: ['email', 'sms'] },
  ],
};
