import type { Brand } from '../kernel/brand.ts';

export type AttributeId = Brand<string, 'AttributeId'>;
export type PropertyId = Brand<string, 'PropertyId'>;
export type EventTypeId = Brand<string, 'EventTypeId'>;
export type TagId = Brand<string, 'TagId'>;
export type TopicId = Brand<string, 'TopicId'>;

/** What a value is. The type is declared once and decides how values are written and compared (SEG-4). */
export type ValueType = 'text' | 'number' | 'yes-no' | 'date' | 'timestamp' | 'list';

export type Channel = 'email' | 'sms';
export const CHANNELS: readonly Channel[] = ['email', 'sms'];

/** `key` is the stable word that files and integrations use; `name` is what people read. */
interface Defined<Id> {
  readonly id: Id;
  readonly key: string;
  readonly name: string;
  /** Archived: no longer offered, still evaluated (SEG-24). */
  readonly archived: boolean;
}

/** A typed fact about a profile, defined once. */
export interface Attribute extends Defined<AttributeId> {
  readonly type: ValueType;
}

/** A typed fact about an event. One definition serves every event type that carries it. */
export interface Property extends Defined<PropertyId> {
  readonly type: ValueType;
}

export interface EventType extends Defined<EventTypeId> {
  readonly properties: readonly PropertyId[];
}

export type Tag = Defined<TagId>;

/** A subject one can consent to, on the channels it is offered on. */
export interface Topic extends Defined<TopicId> {
  readonly channels: readonly Channel[];
}

/** All definitions of a workspace. */
export interface DataModel {
  readonly attributes: readonly Attribute[];
  readonly properties: readonly Property[];
  readonly eventTypes: readonly EventType[];
  readonly tags: readonly Tag[];
  readonly topics: readonly Topic[];
}

/** Attributes that every workspace has, with these ids and keys: addresses and names are read from them. */
export const DEFAULT_ATTRIBUTES: readonly Attribute[] = [
  { id: 'email' as AttributeId, key: 'email', name: 'Email', type: 'text', archived: false },
  { id: 'phone' as AttributeId, key: 'phone', name: 'Phone', type: 'text', archived: false },
  { id: 'first_name' as AttributeId, key: 'first_name', name: 'First name', type: 'text', archived: false },
  { id: 'last_name' as AttributeId, key: 'last_name', name: 'Last name', type: 'text', archived: false },
  { id: 'birth_date' as AttributeId, key: 'birth_date', name: 'Birth date', type: 'date', archived: false },
];

/** The attribute that holds a profile's address on a channel. */
export const ADDRESS_ATTRIBUTE: Readonly<Record<Channel, AttributeId>> = {
  email: 'email' as AttributeId,
  sms: 'phone' as AttributeId,
};
