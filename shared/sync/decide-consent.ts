import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import type { Held, HeldProfile } from './held.ts';
import type { Mutation } from './mutation.ts';
import type { Refusal } from './refusal.ts';

type ConsentMutation = Extract<Mutation, { readonly name: 'record-consent' }>;

/**
 * The ledger takes an opt-out always. Anything else after an opt-out has to be later than it and to
 * carry proof; *pending* too, or it would hide the no and open a way around it (SYN-9).
 */
export function decideConsent(
  mutation: ConsentMutation,
  held: Held,
  profile: HeldProfile,
  at: Instant,
): Result<Decision, Refusal> {
  if (!held.model.topics.some(({ id }) => id === mutation.topic)) {
    return err({ kind: 'unknown-definition', id: mutation.topic });
  }
  const before = profile.consent(mutation.topic, mutation.channel) ?? null;
  if (before === 'opted-out' && mutation.state !== 'opted-out') {
    if ((mutation.evidence ?? '').trim() === '')
      return err({ kind: 'consent-held', why: 'they have opted out, and an opt-in after that needs proof.' });
    const optedOutAt = profile.optedOutAt(mutation.topic, mutation.channel);
    if (optedOutAt !== undefined && at < optedOutAt)
      return err({ kind: 'consent-held', why: 'they opted out later than that.' });
  }
  return ok({ mutation, replaced: { kind: 'consent', state: before }, rows: [] });
}
