import { addDays, civilFromDay, dayFromCivil, isLeapYear } from '../../shared/kernel/calendar.ts';
import type { Day, Instant } from '../../shared/kernel/time.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { ContactBook } from './contact-details.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { DAY_MS } from './shop-rhythm.ts';

/** Values by attribute key; absent is no value. */
export type Facts = Record<string, Value | undefined>;

const COMPANIES = [
  'Sport AB',
  'Fritid AS',
  'Outdoor ApS',
  'Retki Oy',
  'Bergsport GmbH',
  'Trail Supplies Ltd',
];

/** What the shop knows about somebody: with the gaps, typing habits and old data that shops have. */
export function learnFacts(
  deps: { readonly random: Random; readonly contacts: ContactBook; readonly now: Instant },
  person: Person,
): Facts {
  const { random, contacts } = deps;
  const { persona, country } = person;
  if (persona.name === 'visitor') {
    return {
      country: random.chance(0.7) ? country.name : undefined,
      language: random.chance(0.8) ? country.language : undefined,
    };
  }
  const { customer } = persona;
  const some = <Fact>(share: number, fact: Fact): Fact | undefined =>
    random.chance(share) ? fact : undefined;
  return {
    email: customer && random.chance(0.03) ? undefined : contacts.emailOf(random, person),
    phone: random.chance(customer ? 0.85 : 0.12)
      ? writtenPhone(random, contacts.phoneOf(random, person))
      : undefined,
    first_name: some(customer ? 0.98 : 0.6, asTyped(random, person.givenName)),
    last_name: some(customer ? 0.97 : 0.34, asTyped(random, person.familyName)),
    birth_date: some(customer ? 0.61 : 0.14, birthDate(random, deps.now)),
    city: some(customer ? 0.9 : 0.22, asTyped(random, random.pick(country.cities))),
    country: some(customer ? 0.99 : 0.68, country.name),
    language: some(0.93, random.chance(0.94) ? country.language : 'English'),
    company: persona.name === 'wholesale' ? `${person.familyName} ${random.pick(COMPANIES)}` : undefined,
    interests: some(customer ? 0.5 : 0.38, person.interests),
    club_member: customer ? some(0.86, random.chance(persona.name === 'loyal' ? 0.8 : 0.3)) : undefined,
    customer_since: customer ? customerSince(random, person) : undefined,
  };
}

/** Most as it should be, some in capitals, some without any. */
function asTyped(random: Random, text: string): string {
  const habit = random.weighted([93, 3, 4]);
  if (habit === 0) return text;
  return habit === 1 ? text.toUpperCase() : text.toLowerCase();
}

/** A few with spaces, as typed into the old till: nobody can be reached at these. */
function writtenPhone(random: Random, phone: string | undefined): string | undefined {
  if (phone === undefined || !random.chance(0.03)) return phone;
  return `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6)}`;
}

function customerSince(random: Random, person: Person): Day {
  const joined = Math.floor(person.joinedAt / DAY_MS);
  return person.broughtOver ? addDays(joined, -random.between(30, 2400)) : joined;
}

/** From 17 to 88 years old, most about forty; leap days included, and the default of an old form. */
function birthDate(random: Random, now: Instant): Day {
  if (random.chance(0.004)) return dayFromCivil({ year: 1900, month: 1, day: 1 });
  const today = Math.floor(now / DAY_MS);
  const years = 17 + Math.floor((random.next() + random.next() + random.next()) * 24);
  const born = addDays(today, -Math.floor(years * 365.25) - random.below(365));
  if (!random.chance(0.003)) return born;
  let { year } = civilFromDay(born);
  while (!isLeapYear(year)) year -= 1;
  return dayFromCivil({ year, month: 2, day: 29 });
}
