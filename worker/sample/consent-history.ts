import type { Instant } from '../../shared/kernel/time.ts';
import type { Channel, TopicId } from '../../shared/profile/data-model.ts';
import { type ConsentEntry, type ConsentState, RECEIVABLE_STATES } from '../../shared/profile/profile.ts';
import type { EventRecorder } from './event-recorder.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { DAY_MS, HOUR_MS, type ShopRhythm } from './shop-rhythm.ts';

/** The consent ledger of one person while it is written, oldest first. */
export type ConsentHistory = ConsentEntry[];

const OFFERS = 'offers' as TopicId;
const PRODUCT_NEWS = 'product_news' as TopicId;
const COURSES = 'events' as TopicId;
const NEWSLETTER = 'newsletter' as TopicId;

interface Asked {
  readonly person: Person;
  readonly ordinal: number;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
}

/** What somebody agreed to by themselves; opting out by a mailing's link comes later. */
export function askForConsents(
  deps: { readonly random: Random; readonly rhythm: ShopRhythm; readonly recorder: EventRecorder },
  asked: Asked,
): ConsentHistory {
  const { random, rhythm } = deps;
  const { person } = asked;
  const history: ConsentHistory = [];
  if (asked.hasEmail && random.chance(person.persona.newsletter)) {
    const at = person.persona.name === 'reader' ? person.joinedAt : timeToAgree(random, rhythm, person);
    const form = person.persona.customer
      ? 'Checkout'
      : random.pick(['Footer form', 'Footer form', 'Competition']);
    deps.recorder.record('newsletter_signup', { ordinal: asked.ordinal, at, values: { form } });
    agree(random, history, {
      person,
      topic: NEWSLETTER,
      channel: 'email',
      at,
      source: form,
      now: rhythm.now,
    });
    if (random.chance(0.5))
      agree(random, history, { person, topic: OFFERS, channel: 'email', at, source: form, now: rhythm.now });
    if (random.chance(0.3)) {
      agree(random, history, {
        person,
        topic: PRODUCT_NEWS,
        channel: 'email',
        at,
        source: form,
        now: rhythm.now,
      });
    }
    if (random.chance(0.16)) {
      agree(random, history, {
        person,
        topic: COURSES,
        channel: 'email',
        at,
        source: 'Preferences',
        now: rhythm.now,
      });
    }
  } else if (asked.hasEmail && random.chance(0.1)) {
    const entry = { topic: NEWSLETTER, channel: 'email', state: 'opted-out', at: person.joinedAt } as const;
    history.push({ ...entry, source: person.broughtOver ? 'Old shop' : 'Checkout' });
  }
  if (asked.hasPhone && random.chance(0.55)) {
    const at = timeToAgree(random, rhythm, person);
    agree(random, history, {
      person,
      topic: OFFERS,
      channel: 'sms',
      at,
      source: 'Checkout',
      now: rhythm.now,
    });
    if (random.chance(0.25))
      agree(random, history, {
        person,
        topic: COURSES,
        channel: 'sms',
        at,
        source: 'Checkout',
        now: rhythm.now,
      });
  }
  if (history.length > 0 && random.chance(0.05)) optOutOfSomething(random, rhythm, history);
  return history;
}

/** The state in force at an instant. */
export function stateAt(
  history: ConsentHistory,
  asked: { readonly topic: TopicId; readonly channel: Channel; readonly at: Instant },
): ConsentState | undefined {
  let state: ConsentState | undefined;
  for (const entry of history) {
    if (entry.at <= asked.at && entry.topic === asked.topic && entry.channel === asked.channel)
      state = entry.state;
  }
  return state;
}

export function mayReceive(state: ConsentState | undefined): boolean {
  return state !== undefined && RECEIVABLE_STATES.includes(state);
}

/** Adds an entry where it belongs in time. */
export function addEntry(history: ConsentHistory, entry: ConsentEntry): void {
  let place = history.length;
  while (place > 0 && (history[place - 1]?.at ?? 0) > entry.at) place -= 1;
  history.splice(place, 0, entry);
}

interface Agreement {
  readonly person: Person;
  readonly topic: TopicId;
  readonly channel: Channel;
  readonly at: Instant;
  readonly source: string;
  readonly now: Instant;
}

function agree(random: Random, history: ConsentHistory, agreement: Agreement): void {
  const { topic, channel, at, source } = agreement;
  if (channel === 'sms' || !agreement.person.country.confirmsConsent) {
    addEntry(history, { topic, channel, state: 'opted-in', at, source });
    return;
  }
  addEntry(history, { topic, channel, state: 'pending', at, source });
  const confirmedAt = at + random.between(1, random.chance(0.8) ? 40 : 4000) * 60_000;
  if (confirmedAt > agreement.now || !random.chance(0.82)) return;
  addEntry(history, { topic, channel, state: 'confirmed', at: confirmedAt, source: 'Confirmation email' });
}

function timeToAgree(random: Random, rhythm: ShopRhythm, person: Person): Instant {
  if (random.chance(0.6)) return Math.min(rhythm.now, person.joinedAt + random.below(HOUR_MS));
  return rhythm.instantBetween(random, person.joinedAt, person.leavesAt);
}

function optOutOfSomething(random: Random, rhythm: ShopRhythm, history: ConsentHistory): void {
  const { topic, channel, at: since } = random.pick(history);
  const at = rhythm.instantBetween(random, since + DAY_MS, rhythm.now);
  if (at <= since) return;
  addEntry(history, { topic, channel, state: 'opted-out', at, source: 'Preferences' });
}
