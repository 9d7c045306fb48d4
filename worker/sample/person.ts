import type { Instant } from '../../shared/kernel/time.ts';
import { INTERESTS } from './catalogue.ts';
import type { Country } from './countries.ts';
import { COUNTRIES } from './countries.ts';
import { FAMILY_NAMES } from './family-names.ts';
import { GIVEN_NAMES, type NameCulture } from './given-names.ts';
import { PERSONAS, type Persona } from './personas.ts';
import type { Random } from './random.ts';
import { DAY_MS, SHOP_DAYS, type ShopRhythm } from './shop-rhythm.ts';

/** Somebody as they are, before it is decided what the shop knows and what they do. */
export interface Person {
  readonly persona: Persona;
  readonly country: Country;
  readonly givenName: string;
  readonly familyName: string;
  /** What they like, whether or not they ever said so. */
  readonly interests: readonly string[];
  /** First seen by the shop, or brought over from its old system. */
  readonly joinedAt: Instant;
  readonly broughtOver: boolean;
  /** Does nothing after this; the base instant for those who still come. */
  readonly leavesAt: Instant;
  /** The same human being under another customer number. */
  readonly duplicateOf?: Person;
}

const PERSONA_WEIGHTS = PERSONAS.map((persona) => persona.weight);
const COUNTRY_WEIGHTS = COUNTRIES.map((country) => country.weight);
/** Families that moved: half of them from further away. */
const MOVED_SHARE = 0.13;
const CULTURES = Object.keys(GIVEN_NAMES) as NameCulture[];

/** `count` people in the order in which the shop met them. */
export function meetPeople(random: Random, rhythm: ShopRhythm, count: number): readonly Person[] {
  const people: Person[] = [];
  while (people.length < count) {
    const person = meetPerson(random, rhythm);
    people.push(person);
    if (person.persona.customer && random.chance(0.012) && people.length < count) {
      people.push(meetAgain(random, rhythm, person));
    }
  }
  return people.sort((one, other) => one.joinedAt - other.joinedAt);
}

function meetPerson(random: Random, rhythm: ShopRhythm): Person {
  const persona = itemAt(PERSONAS, random.weighted(PERSONA_WEIGHTS));
  const country = itemAt(COUNTRIES, random.weighted(COUNTRY_WEIGHTS));
  const culture = random.chance(MOVED_SHARE) ? movedCulture(random) : country.culture;
  const [earliest, latest] = persona.joined;
  const broughtOver = persona.customer && earliest > 700 && random.chance(0.22);
  const joinedAt = broughtOver
    ? rhythm.now - (SHOP_DAYS - 1) * DAY_MS
    : rhythm.instantBetween(random, rhythm.now - earliest * DAY_MS, rhythm.now - latest * DAY_MS);
  return {
    persona,
    country,
    givenName: random.pick(GIVEN_NAMES[culture]),
    familyName: random.pick(FAMILY_NAMES[culture]),
    interests: someInterests(random),
    joinedAt,
    broughtOver,
    leavesAt: leavingAt(random, persona, { joinedAt, now: rhythm.now }),
  };
}

/** Ordered as a guest, or forgot the password: a second customer number for one address. */
function meetAgain(random: Random, rhythm: ShopRhythm, person: Person): Person {
  const joinedAt = rhythm.instantBetween(random, person.joinedAt, rhythm.now);
  return { ...person, joinedAt, broughtOver: false, leavesAt: rhythm.now, duplicateOf: person };
}

function movedCulture(random: Random): NameCulture {
  return random.chance(0.5) ? 'international' : random.pick(CULTURES);
}

function leavingAt(random: Random, persona: Persona, time: { joinedAt: Instant; now: Instant }): Instant {
  if (persona.stays === undefined) return time.now;
  const [shortest, longest] = persona.stays;
  return Math.min(time.now, time.joinedAt + random.between(shortest * 24, longest * 24) * (DAY_MS / 24));
}

function someInterests(random: Random): readonly string[] {
  const count = 1 + random.weighted([5, 3, 2]);
  const interests = new Set<string>();
  while (interests.size < count) interests.add(random.pick(INTERESTS));
  return [...interests];
}

function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('Broken invariant: no such item');
  return item;
}
