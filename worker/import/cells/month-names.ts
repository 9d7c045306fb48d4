/**
 * Months by how their names begin, without accents, in the languages of exports that are met: English,
 * German, Dutch, Swedish, Danish, Norwegian, French, Spanish, Portuguese, Italian. No beginning stands
 * for two months. Written out here rather than asked of `Intl`, whose words differ between browsers.
 */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'mae', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'maj', 'mei', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic', 'des'],
];
const ACCENTS = /\p{M}/gu;

/** The month 1 to 12 that a word names; at least three of its letters must be there. */
export function monthNamed(word: string): number | undefined {
  const plain = word.normalize('NFD').replace(ACCENTS, '').toLowerCase();
  if (plain.length < 3) return undefined;
  const index = BEGINNINGS.findIndex((beginnings) => beginnings.some((start) => plain.startsWith(start)));
  return index === -1 ? undefined : index + 1;
}
