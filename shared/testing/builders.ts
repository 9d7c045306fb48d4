import { assert } from '../kernel/assert.ts';
import { parseDay } from '../kernel/calendar.ts';
import { parseInstant } from '../kernel/iso-time.ts';
import type { Day, Instant } from '../kernel/time.ts';
import {
  type Attribute,
  type AttributeId,
  CHANNELS,
  type Channel,
  type DataModel,
  DEFAULT_ATTRIBUTES,
  type EventType,
  type EventTypeId,
  type Property,
  type PropertyId,
  type Tag,
  type TagId,
  type Topic,
  type TopicId,
  type ValueType,
} from '../profile/data-model.ts';
import { distinctEvents } from '../profile/event-order.ts';
import type { ConsentState, Profile, ProfileEvent, ProfileId } from '../profile/profile.ts';
import type { Value } from '../profile/value.ts';
import type { ResolveContext } from '../segment/resolve-context.ts';

/** The instant of an ISO text with an offset. */
export function at(text: string): Instant {
  const instant = parseInstant(text, 'UTC');
  assert(instant !== undefined, `${text} is an instant`);
  return instant;
}

export function onDay(text: string): Day {
  const day = parseDay(text);
  assert(day !== undefined, `${text} is a date`);
  return day;
}

/** In all builders the key is the id, so that tests can speak of things by name. */
export function anAttribute(id: string, type: ValueType): Attribute {
  return { id: id as AttributeId, key: id, name: nameOf(id), type, archived: false };
}

export function aProperty(id: string, type: ValueType): Property {
  return { id: id as PropertyId, key: id, name: nameOf(id), type, archived: false };
}

export function anEventType(id: string, properties: readonly string[] = []): EventType {
  return {
    id: id as EventTypeId,
    key: id,
    name: nameOf(id),
    properties: properties as PropertyId[],
    archived: false,
  };
}

export function aTag(id: string): Tag {
  return { id: id as TagId, key: id, name: nameOf(id), archived: false };
}

export function aTopic(id: string, channels: readonly Channel[] = CHANNELS): Topic {
  return { id: id as TopicId, key: id, name: nameOf(id), channels, archived: false };
}

function nameOf(id: string): string {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Something of every type; see the ids. */
export function aDataModel(changes: Partial<DataModel> = {}): DataModel {
  return {
    attributes: [
      ...DEFAULT_ATTRIBUTES,
      anAttribute('city', 'text'),
      anAttribute('points', 'number'),
      anAttribute('vip', 'yes-no'),
      anAttribute('renews_on', 'date'),
      anAttribute('last_seen', 'timestamp'),
      anAttribute('interests', 'list'),
    ],
    properties: [
      aProperty('amount', 'number'),
      aProperty('sku', 'text'),
      aProperty('gift', 'yes-no'),
      aProperty('deliver_on', 'date'),
      aProperty('paid_at', 'timestamp'),
      aProperty('categories', 'list'),
    ],
    eventTypes: [
      anEventType('purchase', ['amount', 'sku', 'gift', 'deliver_on', 'paid_at', 'categories']),
      anEventType('visit', ['sku']),
      anEventType('opened'),
    ],
    tags: [aTag('gold'), aTag('silver'), aTag('staff')],
    topics: [aTopic('news'), aTopic('offers', ['email']), aTopic('alerts', ['sms'])],
    ...changes,
  };
}

export interface ProfileSketch {
  readonly id?: string;
  readonly createdAt?: Instant;
  readonly changedAt?: Instant;
  readonly source?: string;
  readonly known?: boolean;
  readonly attributes?: Readonly<Record<string, Value | undefined>>;
  readonly tags?: readonly string[];
  readonly consents?: Readonly<Record<string, Partial<Record<Channel, ConsentState>>>>;
  readonly suppressed?: readonly Channel[];
  readonly events?: readonly ProfileEvent[];
}

/** A profile without anything, unless told otherwise. */
export function aProfile(sketch: ProfileSketch = {}): Profile {
  return {
    id: (sketch.id ?? 'p') as ProfileId,
    createdAt: sketch.createdAt ?? at('2024-01-01T00:00Z'),
    changedAt: sketch.changedAt ?? sketch.createdAt ?? at('2024-01-01T00:00Z'),
    source: sketch.source ?? 'import',
    known: sketch.known ?? false,
    attributes: valuesOf<AttributeId>(sketch.attributes ?? {}),
    tags: new Set((sketch.tags ?? []) as TagId[]),
    consents: new Map(
      Object.entries(sketch.consents ?? {}) as [TopicId, Partial<Record<Channel, ConsentState>>][],
    ),
    suppressed: new Set(sketch.suppressed ?? []),
    events: distinctEvents(sketch.events ?? []),
  };
}

export interface EventSketch {
  readonly id?: string;
  readonly type?: string;
  /** An instant, or its ISO text. */
  readonly at?: Instant | string;
  readonly properties?: Readonly<Record<string, Value | undefined>>;
}

/** A purchase; its id follows from its content, so that two different events are two. */
export function anEvent(sketch: EventSketch = {}): ProfileEvent {
  const { type = 'purchase', properties = {} } = sketch;
  const when = sketch.at ?? '2024-05-01T12:00Z';
  const occurredAt = typeof when === 'string' ? at(when) : when;
  return {
    id: sketch.id ?? `${type} ${occurredAt} ${JSON.stringify(properties)}`,
    type: type as EventTypeId,
    occurredAt,
    properties: valuesOf<PropertyId>(properties),
  };
}

function valuesOf<Id extends string>(
  values: Readonly<Record<string, Value | undefined>>,
): ReadonlyMap<Id, Value> {
  const pairs = Object.entries(values).flatMap(([id, value]): [Id, Value][] =>
    value === undefined ? [] : [[id as Id, value]],
  );
  return new Map(pairs);
}

/** Friday 10 May 2024, noon in Stockholm. */
export function aContext(changes: Partial<ResolveContext> = {}): ResolveContext {
  return {
    now: at('2024-05-10T12:00+02:00'),
    timeZone: 'Europe/Stockholm',
    weekStart: 'monday',
    leapDay: 'february-28',
    dataModel: aDataModel(),
    segments: new Map(),
    ...changes,
  };
}
