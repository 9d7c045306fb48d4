import { fold } from '../../shared/kernel/fold.ts';

/** A stable word for files and integrations: `Favourite colour` → `favourite_colour`, free among `taken`. */
export function keyFromName(name: string, taken: readonly string[]): string {
  const plain = fold(name.normalize('NFKD').replace(/\p{M}/gu, ''));
  const word = plain.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'unnamed';
  if (!taken.includes(word)) return word;
  let number = 2;
  while (taken.includes(`${word}_${number}`)) number += 1;
  return `${word}_${number}`;
}
