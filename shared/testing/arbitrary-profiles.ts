import fc from 'fast-check';
import type { Instant } from '../kernel/time.ts';
import { CHANNELS, type DataModel } from '../profile/data-model.ts';
import { distinctEvents } from '../profile/event-order.ts';
import type { ConsentState, Profile, ProfileEvent, ProfileId } from '../profile/profile.ts';
import { instantsAround, storedTexts, storedValues } from './arbitrary-values.ts';

const ADDRESSES = {
  email: ['ada@example.com', 'ADA@Example.com', 'åsa@exämple.se', 'no address', 'a@b', 'x@y.z '],
  phone: ['+46 70 123 45 67', '0701234567', 'call me', '+1', '(555) 123-4567'],
} as const;

/** Profiles with gaps, mixed case, edges of time, duplicate and simultaneous events; ids p0, p1, … */
export function populations(
  dataModel: DataModel,
  now: Instant,
  size: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<readonly Profile[]> {
  const { minLength = 1, maxLength = 12 } = size;
  return fc
    .array(profiles(dataModel, now), { minLength, maxLength })
    .map((people) => people.map((person, index) => ({ ...person, id: `p${index}` as ProfileId })));
}

export function profiles(dataModel: DataModel, now: Instant): fc.Arbitrary<Profile> {
  return fc.record({
    id: fc.constant('p0' as ProfileId),
    createdAt: instantsAround(now),
    changedAt: instantsAround(now),
    source: fc.oneof(
      fc.constantFrom('', 'import', 'Shop', 'SHOP'),
      storedTexts.map((text) => text ?? ''),
    ),
    known: fc.boolean(),
    attributes: attributesOf(dataModel, now),
    tags: fc.subarray(dataModel.tags.map((tag) => tag.id)).map((tags) => new Set(tags)),
    consents: consentsOf(dataModel),
    suppressed: fc.subarray([...CHANNELS], { maxLength: 1 }).map((channels) => new Set(channels)),
    events: eventsOf(dataModel, now),
  });
}

function attributesOf(dataModel: DataModel, now: Instant): fc.Arbitrary<Profile['attributes']> {
  const pairs = dataModel.attributes.map(({ id, type }) => {
    const addresses = id === 'email' ? ADDRESSES.email : id === 'phone' ? ADDRESSES.phone : undefined;
    const values =
      addresses === undefined
        ? storedValues(type, now)
        : fc.option(fc.constantFrom(...addresses.map((address) => address.trim())), {
            nil: undefined,
            freq: 3,
          });
    return values.map((value) => [id, value] as const);
  });
  return fc
    .tuple(...pairs)
    .map((all) => new Map(all.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]))));
}

const STATES: readonly ConsentState[] = ['opted-in', 'confirmed', 'pending', 'opted-out'];

function consentsOf(dataModel: DataModel): fc.Arbitrary<Profile['consents']> {
  const state = fc.option(fc.constantFrom(...STATES), { nil: undefined, freq: 3 });
  const states = dataModel.topics.map((topic) =>
    fc.tuple(state, state).map(([email, sms]) => {
      const byChannel = { ...(email && { email }), ...(sms && { sms }) };
      return [topic.id, byChannel] as const;
    }),
  );
  return fc
    .tuple(...states)
    .map((all) => new Map(all.filter(([, byChannel]) => Object.keys(byChannel).length > 0)));
}

function eventsOf(dataModel: DataModel, now: Instant): fc.Arbitrary<readonly ProfileEvent[]> {
  const kinds = dataModel.eventTypes.map((eventType) => {
    const carried = dataModel.properties.filter((property) => eventType.properties.includes(property.id));
    const values = carried.map(({ id, type }) =>
      storedValues(type, now).map((value) => [id, value] as const),
    );
    return fc.record({
      // Ids that sort differently by code points and by UTF-16, some of them twice.
      id: fc.oneof(fc.constantFrom('a', 'b', '\uffee', '😀'), fc.uuid()),
      type: fc.constant(eventType.id),
      occurredAt: instantsAround(now),
      properties: fc
        .tuple(...values)
        .map(
          (all) => new Map(all.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]))),
        ),
    });
  });
  // The first event type, the one with properties, more often than the others.
  const weighted = kinds.map((arbitrary, index) => ({ arbitrary, weight: index === 0 ? 3 : 1 }));
  return fc.array(fc.oneof(...weighted), { maxLength: 8 }).map(distinctEvents);
}
