import { fold } from '../kernel/fold.ts';
import type { Channel } from './data-model.ts';
import type { Keyspace } from './profile.ts';

const MAX_EMAIL_LENGTH = 254;
const MAX_LOCAL_PART_LENGTH = 64;
// Letters of any script, for addresses after RFC 6531; quoted local parts are not used by people.
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

const PHONE = /^\+?[0-9](?:[ ().\-/]*[0-9)])*$/;
const PHONE_DIGITS = { min: 6, max: 15 } as const;

/** Whether a message can be addressed to `value` on a channel. A shape only: that it arrives is another matter. */
export function isValidAddress(channel: Channel, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return channel === 'email' ? isEmailShaped(value) : isPhoneShaped(value);
}

function isEmailShaped(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > MAX_LOCAL_PART_LENGTH || text.length > MAX_EMAIL_LENGTH) return false;
  const labels = text.slice(at + 1).split('.');
  const topLabel = labels.at(-1) ?? '';
  return (
    LOCAL_PART.test(text.slice(0, at)) &&
    labels.length >= 2 &&
    labels.every((label) => DOMAIN_LABEL.test(label)) &&
    !/^\d+$/.test(topLabel)
  );
}

/** International or national, with the usual separators; 15 digits are the most there are (E.164). */
function isPhoneShaped(text: string): boolean {
  const digitCount = text.replace(/\D/g, '').length;
  return (
    PHONE.test(text.replace(/\(/g, '')) && digitCount >= PHONE_DIGITS.min && digitCount <= PHONE_DIGITS.max
  );
}

/**
 * The form in which a key names a profile: trimmed, and an e-mail address folded as well (SEG-7). All
 * other keys are kept as they are: `abc` and `ABC` may be two customers. Empty: no key.
 */
export function normalizeKey(keyspace: Keyspace, value: string): string {
  const trimmed = value.trim();
  return keyspace === 'email' ? fold(trimmed) : trimmed;
}
