import { isValidAddress } from '../../shared/profile/address.ts';
import type { Channel } from '../../shared/profile/data-model.ts';

/** A local part is at most this long, and so is nothing here that is taken for plain. */
const PLAIN_LENGTH = 64;
const PLAIN_EMAIL =
  /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$/i;

/**
 * `isValidAddress`, a tenth of the time for what most addresses look like: a million of them are judged
 * before the first count of who can be reached.
 */
export function isReachableAddress(channel: Channel, text: string): boolean {
  if (channel === 'email' && text.length <= PLAIN_LENGTH && PLAIN_EMAIL.test(text)) return true;
  return isValidAddress(channel, text);
}
