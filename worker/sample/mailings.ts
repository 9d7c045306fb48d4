import type { Instant } from '../../shared/kernel/time.ts';
import type { Channel } from '../../shared/profile/data-model.ts';
import type { Campaign } from './campaigns.ts';
import { addEntry, type ConsentHistory, mayReceive, stateAt } from './consent-history.ts';
import type { EventRecorder } from './event-recorder.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { DAY_MS } from './shop-rhythm.ts';

const READERS = ['mobile', 'desktop', 'webmail'];
const READER_WEIGHTS = [60, 22, 18];
/** After this many bounces for good the shop stops writing to an address. */
const HARD_BOUNCES = 3;

export interface Addressee {
  readonly person: Person;
  readonly ordinal: number;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
  /** Grows by what is opted out of through a mailing. */
  readonly history: ConsentHistory;
}

/** Sends every campaign to somebody who agreed to it. Gives the channels that had to be suppressed. */
export function sendCampaigns(
  deps: { readonly random: Random; readonly recorder: EventRecorder },
  addressee: Addressee,
  campaigns: readonly Campaign[],
): readonly Channel[] {
  const { random, recorder } = deps;
  const { person, ordinal, history } = addressee;
  if (history.length === 0) return [];
  // The mailbox is closed from here on; for most people never.
  const deadFrom = random.chance(0.035)
    ? person.joinedAt + random.below(500) * DAY_MS
    : Number.POSITIVE_INFINITY;
  let hardBounces = 0;
  for (const campaign of campaigns) {
    const { channel, activity, topic, at: plannedAt } = campaign;
    if (!(channel === 'email' ? addressee.hasEmail : addressee.hasPhone)) continue;
    if (!mayReceive(stateAt(history, { topic, channel, at: plannedAt }))) continue;
    const at = plannedAt + random.below(20 * 60_000);
    if (channel === 'sms') {
      recorder.record('sms_sent', { ordinal, at, values: { activity } });
      continue;
    }
    if (hardBounces === HARD_BOUNCES) continue;
    recorder.record('email_sent', { ordinal, at, values: { activity } });
    const dead = plannedAt >= deadFrom;
    if (dead || random.chance(0.006)) {
      const bounce = dead ? 'hard' : 'soft';
      recorder.record('email_bounced', {
        ordinal,
        at: at + random.between(1, 300) * 1000,
        values: { activity, bounce },
      });
      if (dead) hardBounces += 1;
      continue;
    }
    react(deps, addressee, { campaign, sentAt: at });
  }
  return hardBounces === HARD_BOUNCES ? ['email'] : [];
}

/** Opens, clicks, or has had enough. */
function react(
  { random, recorder }: { readonly random: Random; readonly recorder: EventRecorder },
  { person, ordinal, history }: Addressee,
  { campaign, sentAt }: { readonly campaign: Campaign; readonly sentAt: Instant },
): void {
  const { activity, topic, channel } = campaign;
  // Who left the shop still reads a little.
  const opens = sentAt > person.leavesAt ? person.persona.opens * 0.4 : person.persona.opens;
  const opened = random.chance(opens);
  if (opened) {
    const device = READERS[random.weighted(READER_WEIGHTS)] ?? 'mobile';
    const openedAt = sentAt + delay(random);
    recorder.record('email_opened', { ordinal, at: openedAt, values: { activity, device } });
    if (random.chance(person.persona.clicks)) {
      const at = openedAt + random.between(3, 90) * 1000;
      recorder.record('email_clicked', {
        ordinal,
        at,
        values: { activity, link: random.pick(campaign.links) },
      });
    }
    if (random.chance(0.16)) {
      recorder.record('email_opened', {
        ordinal,
        at: openedAt + delay(random),
        values: { activity, device },
      });
    }
  }
  if (!random.chance(opened ? 0.006 : 0.002)) return;
  const at = sentAt + delay(random);
  const entry = {
    topic,
    channel,
    state: 'opted-out',
    at,
    source: 'Unsubscribe link',
    evidence: activity,
  } as const;
  if (at <= recorder.now) addEntry(history, entry);
}

/** Mostly within hours, some after days: half within 5, nine in ten within 48. In milliseconds. */
function delay(random: Random): number {
  const share = random.next();
  return 20_000 + Math.floor(share * share * share * share * 3.2 * DAY_MS);
}
