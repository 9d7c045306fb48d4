import type { ImportPlan } from '../../../shared/import-api.ts';
import type { Keyspace } from '../../../shared/profile/profile.ts';
import { keyOf, wordsOf } from '../header-words.ts';
import type { ReadColumn } from './suggest-targets.ts';

const PERSON =
  '(?:profile|customer|client|contact|user|member|person|subscriber|crm|kund|kunden|kunde|klant|cliente)';
const NUMBERED = '(?:id|key|no|nr|number|uuid|guid|nummer)';
/** `customer_id`, `customerid`, `crm customer no`; not `customer_country_code`. */
const PERSON_NUMBER = new RegExp(`(?:^|\\b)${PERSON} ?${NUMBERED}$`);
const CONTACT_NUMBER = /\bcontact (?:no|nr|number)$/;
const PERSON_ALONE = new RegExp(`^${PERSON}$`);
const VISITOR = /^(?:visitor|anonymous|cookie|device)(?: id| uuid)?$/;
const EMAIL = /\bemail\b|^mail$/;
const PHONE = /\b(?:phone|mobile|msisdn|telephone|telefon|mobil)\b/;
const NOT_AN_ADDRESS = /\b(?:opt|optin|consent|newsletter|permission|verified|valid|domain)\b/;

/**
 * The columns that say whose row it is, by index. Only columns named after a person count, never every
 * identifier: two customers of one `store_id` are two people. Without one, an address serves.
 */
export function findKeyColumns(
  columns: readonly ReadColumn[],
  rows: ImportPlan['rows'],
): ReadonlyMap<number, Keyspace> {
  const phrases = columns.map(({ sample }) => wordsOf(sample.header).join(' '));
  const found = new Map<number, Keyspace>();
  phrases.forEach((phrase, index) => {
    const keyspace = personKeyspace(phrase, rows);
    if (keyspace === undefined) return;
    const isUsed = [...found.values()].includes(keyspace);
    const own = keyOf(columns[index]?.sample.header ?? '', '').replaceAll('_', '-');
    if (!isUsed) found.set(index, keyspace);
    else if (rows === 'profiles' && isIdentity(columns[index])) found.set(index, own);
  });
  if (found.size > 0) return found;
  const bare = phrases.findIndex(
    (phrase, index) => /^(?:id|key)$/.test(phrase) && rows === 'profiles' && isIdentity(columns[index]),
  );
  if (bare !== -1) return new Map([[bare, 'crm-id']]);
  const address = (
    [
      ['email', EMAIL],
      ['phone', PHONE],
    ] as const
  ).flatMap(([keyspace, name]) => {
    const index = phrases.findIndex((phrase) => name.test(phrase) && !NOT_AN_ADDRESS.test(phrase));
    return index === -1 ? [] : [[index, keyspace] as const];
  });
  return new Map(address.slice(0, 1));
}

function personKeyspace(phrase: string, rows: ImportPlan['rows']): Keyspace | undefined {
  if (VISITOR.test(phrase)) return 'cookie';
  if (CONTACT_NUMBER.test(phrase)) return undefined;
  return PERSON_NUMBER.test(phrase) || (rows === 'events' && PERSON_ALONE.test(phrase))
    ? 'crm-id'
    : undefined;
}

/** A value in every row, no value twice. */
function isIdentity(column: ReadColumn | undefined): boolean {
  if (column === undefined) return false;
  const { values, filledCount, emptyCount } = column.sample;
  return filledCount > 0 && emptyCount === 0 && values.length === filledCount;
}
