import type { ConsentState } from '../../../shared/profile/profile.ts';
import { YES_NO_WORDS } from './read-yes-no.ts';

const STATES: ReadonlyMap<string, ConsentState> = new Map<string, ConsentState>([
  ['opted-in', 'opted-in'],
  ['opted in', 'opted-in'],
  ['opt-in', 'opted-in'],
  ['subscribed', 'opted-in'],
  ['active', 'opted-in'],
  ['confirmed', 'confirmed'],
  ['double opt-in', 'confirmed'],
  ['pending', 'pending'],
  ['unconfirmed', 'pending'],
  ['opted-out', 'opted-out'],
  ['opted out', 'opted-out'],
  ['opt-out', 'opted-out'],
  ['unsubscribed', 'opted-out'],
]);

/**
 * The state that a folded word stands for. A no is an opt-out: it is what the person is known to want.
 * Under a name such as `do_not_mail` a yes is one, and a no says nothing: that is `null`.
 */
export function readConsentWord(
  word: string,
  yesMeans: 'opted-in' | 'opted-out' = 'opted-in',
): ConsentState | null | undefined {
  const answer = YES_NO_WORDS.get(word);
  if (answer === undefined) return STATES.get(word);
  if (yesMeans === 'opted-out') return answer ? 'opted-out' : null;
  return answer ? 'opted-in' : 'opted-out';
}
