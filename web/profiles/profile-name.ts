import type { ProfileRow } from '../../shared/worker-api.ts';
import { profileWords } from '../words/en-profiles.ts';

/** What a profile is called: its name, else its address, else that it has none. */
export function profileName(profile: Pick<ProfileRow, 'name' | 'email' | 'phone' | 'known'>): string {
  const called = profile.name || profile.email || profile.phone;
  if (called !== '') return called;
  return profile.known ? profileWords.list.nameless : profileWords.list.anonymous;
}

/** First letters of the first and the last word of a name; empty where there is none. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
