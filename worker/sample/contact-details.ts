import { fold } from '../../shared/kernel/fold.ts';
import type { PhoneRange } from './countries.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';

/** Reserved for examples by RFC 2606 and RFC 6761: nobody can ever be reached at these. */
const MAIL_DOMAINS = [
  'example.com',
  'example.org',
  'example.net',
  'mail.example.com',
  'post.example.net',
  'nordpost.example',
];
const DOMAIN_WEIGHTS = [38, 18, 16, 12, 8, 8];

/** Latin letters that do not come apart into a letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Addresses and numbers of people, no two alike unless it is the same human being. */
export interface ContactBook {
  emailOf(random: Random, person: Person): string;
  /** `undefined` where there is none left that is nobody's. */
  phoneOf(random: Random, person: Person): string | undefined;
}

export function createContactBook(): ContactBook {
  const emails = new Set<string>();
  const emailByPerson = new Map<Person, string>();
  const phones = new Set<string>();

  return {
    emailOf(random, person) {
      if (person.duplicateOf !== undefined) {
        const known = emailByPerson.get(person.duplicateOf);
        if (known !== undefined) return random.chance(0.5) ? known.toLowerCase() : capitalise(known);
      }
      const email = freshEmail(random, person, emails);
      emails.add(fold(email));
      emailByPerson.set(person, email);
      return email;
    },
    phoneOf(random, person) {
      const ranges = person.country.phones;
      if (ranges.length === 0) return undefined;
      // The first range is for mobiles, and most people give that.
      const range = random.chance(0.85) ? ranges[0] : random.pick(ranges);
      if (range === undefined) return undefined;
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const phone = phoneIn(random, range);
        if (phones.has(phone)) continue;
        phones.add(phone);
        return phone;
      }
      return undefined;
    },
  };
}

function freshEmail(random: Random, person: Person, taken: ReadonlySet<string>): string {
  const given = plainLetters(person.givenName) || 'kund';
  const family = plainLetters(person.familyName) || 'web';
  const domain = MAIL_DOMAINS[random.weighted(DOMAIN_WEIGHTS)] ?? 'example.com';
  const local = [
    `${given}.${family}`,
    `${given}${family}`,
    `${given[0]}.${family}`,
    `${family}_${given}`,
    given,
  ][random.weighted([50, 16, 12, 8, 14])];
  const asTyped = (email: string): string =>
    random.chance(0.06) ? capitalise(email) : random.chance(0.02) ? email.toUpperCase() : email;
  const first = `${local}@${domain}`;
  if (!taken.has(first) && random.chance(0.6)) return asTyped(first);
  for (;;) {
    const email = `${local}${random.between(1, 9999)}@${domain}`;
    if (!taken.has(email)) return asTyped(email);
  }
}

function phoneIn(random: Random, range: PhoneRange): string {
  const digits = String(range.last).length;
  return range.prefix + String(random.between(range.first, range.last)).padStart(digits, '0');
}

/** `anna.berg@…` as `Anna.Berg@…`. */
function capitalise(email: string): string {
  const at = email.indexOf('@');
  return email.slice(0, at).replace(/(^|[._])(\p{Ll})/gu, (part) => part.toUpperCase()) + email.slice(at);
}

/** What is left of a name in an address: a to z. */
function plainLetters(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[æøßłđðþı]/g, (letter) => PLAIN_LETTERS[letter] ?? '')
    .replace(/[^a-z-]/g, '')
    .replace(/^-+|-+$/g, '');
}
