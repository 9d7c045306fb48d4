import { fold } from '../../shared/kernel/fold.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { AttributeId, Channel, DataModel, TagId } from '../../shared/profile/data-model.ts';
import type { ConsentEntry, ProfileId } from '../../shared/profile/profile.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { ProfileKey } from '../../shared/sync/mutation.ts';
import type { EventBatch } from '../columns/event-batch.ts';
import { planCampaigns } from './campaigns.ts';
import { askForConsents } from './consent-history.ts';
import { createContactBook } from './contact-details.ts';
import { createEventRecorder } from './event-recorder.ts';
import { type Facts, learnFacts } from './known-facts.ts';
import { sendCampaigns } from './mailings.ts';
import { meetPeople, type Person } from './person.ts';
import type { OrderNumbers, Purchases } from './purchases.ts';
import { createRandom, type Random } from './random.ts';
import { SAMPLE_MODEL } from './sample-model.ts';
import { createShopRhythm } from './shop-rhythm.ts';
import { addStanding, tagsOf } from './standing.ts';
import { createUuidMaker } from './uuid.ts';
import { visitShop } from './visits.ts';

export const SAMPLE_PROFILE_COUNT = 10_000;

export interface SampleProfile {
  readonly id: ProfileId;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly source: string;
  readonly keys: readonly ProfileKey[];
  readonly attributes: readonly { readonly attribute: AttributeId; readonly value: Value }[];
  readonly tags: readonly TagId[];
  /** The whole ledger, oldest first; the last entry for a topic and channel is in force. */
  readonly consents: readonly ConsentEntry[];
  readonly suppressed: readonly Channel[];
}

/** A made-up shop with newsletters. A profile's place in the list is its ordinal in the events. */
export interface SampleWorkspace {
  readonly model: DataModel;
  readonly profiles: readonly SampleProfile[];
  readonly events: readonly EventBatch[];
}

/**
 * The same for the same seed, base instant and count, in every engine. All that it tells happened in
 * the two years before `now`.
 */
export function generateSample(from: {
  readonly seed: number;
  readonly now: Instant;
  readonly profileCount?: number;
}): SampleWorkspace {
  const random = createRandom(from.seed);
  const rhythm = createShopRhythm(from.now);
  const recorder = createEventRecorder(from.now);
  const deps = { random, rhythm, recorder, contacts: createContactBook(), now: from.now };
  const campaigns = planCampaigns(from.now);
  const uuid = createUuidMaker(random);
  const orderNumbers: OrderNumbers = { next: 1 };
  let customerNumber = 4_200;

  const profiles = meetPeople(random, rhythm, from.profileCount ?? SAMPLE_PROFILE_COUNT).map(
    (person, ordinal) => {
      const purchases: Purchases = {
        orders: 0,
        cents: 0,
        lastAt: undefined,
        complainedAt: undefined,
        numbers: orderNumbers,
      };
      const facts = learnFacts(deps, person);
      const hasEmail = facts['email'] !== undefined;
      const hasPhone = facts['phone'] !== undefined;
      visitShop(deps, { person, ordinal }, purchases);
      const history = askForConsents(deps, { person, ordinal, hasEmail, hasPhone });
      const suppressed = sendCampaigns(deps, { person, ordinal, hasEmail, hasPhone, history }, campaigns);
      addStanding(random, facts, { person, purchases });
      if (person.persona.customer) customerNumber += random.between(1, 3);
      return {
        id: uuid.version7(person.joinedAt) as ProfileId,
        createdAt: person.joinedAt,
        changedAt: Math.max(person.joinedAt, purchases.lastAt ?? 0, history.at(-1)?.at ?? 0),
        source: sourceOf(random, person),
        keys: keysOf({ person, facts, customerNumber, newCookie: uuid.version4 }),
        attributes: attributesOf(facts),
        tags: tagsOf(random, { person, purchases }),
        consents: history,
        suppressed,
      };
    },
  );
  return { model: SAMPLE_MODEL, profiles, events: recorder.batches() };
}

function attributesOf(facts: Facts): SampleProfile['attributes'] {
  const attributes: { attribute: AttributeId; value: Value }[] = [];
  for (const { id } of SAMPLE_MODEL.attributes) {
    const value = facts[id];
    if (value !== undefined) attributes.push({ attribute: id, value });
  }
  return attributes;
}

/** One address under two customer numbers: only the first of them is found by it. */
function keysOf(known: {
  readonly person: Person;
  readonly facts: Facts;
  readonly customerNumber: number;
  readonly newCookie: () => string;
}): readonly ProfileKey[] {
  const { person, facts } = known;
  const keys: ProfileKey[] = [];
  if (person.persona.customer) {
    keys.push({ keyspace: 'crm-id', value: String(known.customerNumber).padStart(7, '0') });
  }
  const email = facts['email'];
  if (typeof email === 'string' && person.duplicateOf === undefined) {
    keys.push({ keyspace: 'email', value: fold(email) });
  }
  if (keys.length === 0 || person.persona.name === 'browser') {
    keys.push({ keyspace: 'cookie', value: known.newCookie() });
  }
  return keys;
}

function sourceOf(random: Random, person: Person): string {
  if (person.persona.name === 'visitor') return 'Website';
  if (person.broughtOver) return 'Old shop';
  if (person.persona.customer) return random.chance(0.86) ? 'Web shop' : 'Store';
  return random.pick(['Footer form', 'Footer form', 'Footer form', 'Competition', 'Trade fair']);
}
