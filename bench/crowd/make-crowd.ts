import type { Instant } from '../../shared/kernel/time.ts';
import type { Attribute, EventTypeId, Property, TagId, TopicId } from '../../shared/profile/data-model.ts';
import { createRandom, type Random } from '../../worker/sample/random.ts';
import type { CodedTexts, Crowd, CrowdAttribute, CrowdConsent, CrowdEvents, CrowdValues } from './crowd.ts';
import { CROWD_MODEL, EVENT_SHARES, PROPERTIES, TAG_SHARES } from './crowd-model.ts';
import * as words from './crowd-words.ts';

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 730;
const EVENTS_PER_PROFILE = 10;
/** Coprime to every round number: spreads the busy ones over all ordinals. */
const SPREAD = 7_368_787;

/**
 * The same crowd for the same seed, size and instant: ten events a profile, shared out so that the
 * busiest of a million has about twenty thousand; two years of them, evenly spread.
 */
export function makeCrowd({
  seed,
  profileCount,
  now,
}: {
  seed: number;
  profileCount: number;
  now: Instant;
}): Crowd {
  const random = createRandom(seed);
  const createdAt = Float64Array.from(
    { length: profileCount },
    (_, ordinal) =>
      now - HISTORY_DAYS * DAY_MS + Math.floor((ordinal / profileCount) * HISTORY_DAYS) * DAY_MS,
  );
  return {
    now,
    profileCount,
    eventCount: EVENT_SHARES.reduce((sum, { share }) => sum + eventCountOf(profileCount, share), 0),
    createdAt,
    attributes: makeAttributes(random, profileCount, now),
    tags: Object.entries(TAG_SHARES).map(([tag, share]) => ({
      tag: tag as TagId,
      has: Uint8Array.from({ length: profileCount }, () => (random.chance(share) ? 1 : 0)),
    })),
    consents: [
      makeConsent(random, profileCount, {
        topic: 'newsletter',
        channel: 'email',
        weights: [40, 34, 8, 5, 13],
      }),
      makeConsent(random, profileCount, { topic: 'offers', channel: 'email', weights: [60, 22, 5, 2, 11] }),
      makeConsent(random, profileCount, { topic: 'offers', channel: 'sms', weights: [80, 14, 0, 0, 6] }),
    ],
    events: EVENT_SHARES.map(({ key, share, carries }) =>
      makeEvents(
        random,
        { type: key as EventTypeId, count: eventCountOf(profileCount, share), profileCount, now },
        carries,
      ),
    ),
  };
}

function eventCountOf(profileCount: number, share: number): number {
  return Math.round(profileCount * EVENTS_PER_PROFILE * share);
}

function makeAttributes(random: Random, count: number, now: Instant): readonly CrowdAttribute[] {
  const today = Math.floor(now / DAY_MS);
  const make: Readonly<Record<string, () => CrowdValues>> = {
    email: () => ({
      kind: 'texts',
      texts: Array.from({ length: count }, (_, ordinal) => emailOf(random, ordinal)),
    }),
    first_name: () => skewedCodes(random, count, { dictionary: words.GIVEN_NAMES, gaps: 0.08 }),
    last_name: () => skewedCodes(random, count, { dictionary: words.FAMILY_NAMES, gaps: 0.1 }),
    birth_date: () =>
      numbers(random, count, { gaps: 0.3, make: () => today - random.between(17 * 365, 80 * 365) }),
    country: () => skewedCodes(random, count, { dictionary: words.COUNTRIES, gaps: 0.02 }),
    city: () => skewedCodes(random, count, { dictionary: words.CITIES, gaps: 0.25 }),
    language: () => skewedCodes(random, count, { dictionary: words.LANGUAGES, gaps: 0.05 }),
    tier: () => skewedCodes(random, count, { dictionary: words.TIERS, gaps: 0.3 }),
    lifetime_value: () => numbers(random, count, { gaps: 0.2, make: () => cents(random, 500_000) / 100 }),
    club_member: () => ({
      kind: 'flags',
      flags: Uint8Array.from({ length: count }, () => random.weighted([20, 50, 30])),
    }),
  };
  return CROWD_MODEL.attributes.flatMap((attribute: Attribute) => {
    const values = make[attribute.key]?.();
    return values === undefined ? [] : [{ attribute, values }];
  });
}

function emailOf(random: Random, ordinal: number): string {
  const given = random.pick(words.GIVEN_NAMES);
  const family = random.pick(words.FAMILY_NAMES);
  return `${given}.${family}${ordinal}@${random.pick(words.DOMAINS)}`;
}

function makeConsent(
  random: Random,
  count: number,
  asked: {
    readonly topic: string;
    readonly channel: CrowdConsent['channel'];
    readonly weights: readonly number[];
  },
): CrowdConsent {
  const states = Uint8Array.from({ length: count }, () => random.weighted(asked.weights));
  return { topic: asked.topic as TopicId, channel: asked.channel, states };
}

function makeEvents(
  random: Random,
  of: {
    readonly type: EventTypeId;
    readonly count: number;
    readonly profileCount: number;
    readonly now: Instant;
  },
  carries: readonly (keyof typeof PROPERTIES)[],
): CrowdEvents {
  const { type, count, profileCount, now } = of;
  const ordinals = new Uint32Array(count);
  const occurredAt = new Float64Array(count);
  const start = now - HISTORY_DAYS * DAY_MS;
  const step = (HISTORY_DAYS * DAY_MS) / count;
  for (let row = 0; row < count; row += 1) {
    const share = random.next();
    // share^2.25: only operations that every engine rounds alike.
    const rank = Math.floor(profileCount * share * share * Math.sqrt(Math.sqrt(share)));
    ordinals[row] = (rank * SPREAD) % profileCount;
    occurredAt[row] = Math.floor(start + (row + random.next()) * step);
  }
  const properties = carries.map((name) => ({
    property: PROPERTIES[name] as Property,
    values: propertyValues(random, count, name),
  }));
  return { type, ordinals, occurredAt, properties };
}

function propertyValues(random: Random, count: number, name: keyof typeof PROPERTIES): CrowdValues {
  switch (name) {
    case 'activity':
      return skewedCodes(random, count, { dictionary: words.ACTIVITIES, gaps: 0 });
    case 'path':
      return skewedCodes(random, count, { dictionary: words.PATHS, gaps: 0 });
    case 'category':
      return skewedCodes(random, count, { dictionary: words.CATEGORIES, gaps: 0 });
    case 'amount':
      return numbers(random, count, { gaps: 0, make: () => cents(random, 60_000) / 100 });
    case 'items':
      return numbers(random, count, { gaps: 0, make: () => 1 + random.below(4) });
  }
}

/** The first of the dictionary is the most frequent. */
function skewedCodes(
  random: Random,
  count: number,
  { dictionary, gaps }: { readonly dictionary: readonly string[]; readonly gaps: number },
): CodedTexts {
  const codes = dictionary.length < 256 ? new Uint8Array(count) : new Uint16Array(count);
  for (let row = 0; row < count; row += 1) {
    if (gaps > 0 && random.chance(gaps)) continue;
    const share = random.next();
    codes[row] = 1 + Math.floor(dictionary.length * share * share);
  }
  return { kind: 'codes', codes, dictionary };
}

function numbers(
  random: Random,
  count: number,
  { gaps, make }: { readonly gaps: number; readonly make: () => number },
): CrowdValues {
  return {
    kind: 'numbers',
    numbers: Float64Array.from({ length: count }, () => (random.chance(gaps) ? Number.NaN : make())),
  };
}

/** Whole cents up to `largest`, small ones more often. */
function cents(random: Random, largest: number): number {
  const share = random.next();
  return 500 + Math.floor(share * share * largest);
}
