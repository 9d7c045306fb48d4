import { fold } from '../kernel/fold.ts';
import { normalizeText } from '../kernel/text.ts';
import type { Keyspace } from './profile.ts';

const PHONE_SEPARATORS = /[\s().\-/\u2010-\u2015\u00a0]/g;

/**
 * The one form in which a key is stored and looked up; empty means that there is no key. Keys are
 * never folded, apart from e-mail keys (SEG-7). Of phone keys the separators people type are dropped,
 * and a leading 00 is the + it stands for.
 */
export function normalizeKey(keyspace: Keyspace, value: string): string {
  const text = normalizeText(value).trim();
  if (keyspace === 'email') return fold(text);
  if (keyspace === 'phone') return text.replace(PHONE_SEPARATORS, '').replace(/^00/, '+');
  return text;
}
