import { unreachable } from '../../shared/kernel/assert.ts';
import { canonicalJson } from '../../shared/kernel/canonical.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import {
  attributeColumn,
  type ColumnName,
  consentColumn,
  keyColumn,
  suppressedColumn,
  tagColumn,
} from '../columns/column-name.ts';
import type { JournalRow } from '../storage/core-rows.ts';
import { type OpenWorkspace, ordinalOf } from './open-workspace.ts';

type Target = Pick<OpenWorkspace, 'population' | 'aliases'>;

/**
 * Writes what an entry says into the columns. A replay over the same columns always ends the same,
 * whichever tab it runs in, and after an import that the entry's author had not seen. Requires that
 * `columnsToApply` is loaded.
 */
export function applyEntry(target: Target, entry: JournalRow): void {
  const { mutation, at } = entry;
  if (!('profile' in mutation)) return;
  if (mutation.name === 'create-profile') {
    createProfile(target, entry, mutation);
    return;
  }
  const { population } = target;
  const ordinal = ordinalOf(target, mutation.profile);
  if (ordinal === undefined) return;
  switch (mutation.name) {
    case 'set-attribute': {
      const attribute = { id: mutation.attribute, type: entry.types?.[0] ?? 'text' };
      population.setAttribute(ordinal, attribute, mutation.value ?? undefined);
      break;
    }
    case 'add-tag':
    case 'remove-tag':
      population.setTag(ordinal, mutation.tag, mutation.name === 'add-tag');
      break;
    case 'record-consent':
      if (isHeld(target, entry, ordinal)) return;
      population.setConsent(ordinal, mutation.topic, mutation.channel, mutation.state);
      break;
    case 'set-suppressed':
      population.setSuppressed(ordinal, mutation.channel, mutation.suppressed);
      break;
    case 'trash-profile':
    case 'restore-profile':
      population.setLive(ordinal, mutation.name === 'restore-profile');
      return;
    default:
      unreachable(mutation);
  }
  if (changesSomething(entry)) population.touch(ordinal, at);
}

/**
 * A key that an import brought meanwhile names that import's profile: the one made by hand becomes it,
 * its id stays valid, and what was typed goes over what the file said (SYN-3).
 */
function createProfile(
  target: Target,
  entry: JournalRow,
  mutation: Extract<JournalRow['mutation'], { readonly name: 'create-profile' }>,
): void {
  const { population, aliases } = target;
  if (ordinalOf(target, mutation.profile) !== undefined) return;
  const holder = mutation.keys
    .map(({ keyspace, value }) => population.ordinalOfKey(keyspace, value))
    .find((ordinal) => ordinal !== undefined);
  const { at } = entry;
  const { source, profile: id } = mutation;
  const ordinal = holder ?? population.appendProfile({ id, createdAt: at, changedAt: at, source });
  if (holder !== undefined) {
    aliases.set(id, population.idAt(holder));
    population.touch(holder, at);
  }
  for (const { keyspace, value } of mutation.keys) {
    const isTaken = population.ordinalOfKey(keyspace, value) !== undefined;
    if (!isTaken && population.keyAt(ordinal, keyspace) === undefined)
      population.setKey(ordinal, keyspace, value);
  }
  mutation.attributes.forEach(({ attribute, value }, index) => {
    population.setAttribute(ordinal, { id: attribute, type: entry.types?.[index] ?? 'text' }, value);
  });
}

/** A yes whose author had not seen the no that stands now does not lift it (SYN-9). */
function isHeld({ population }: Target, { mutation, replaced }: JournalRow, ordinal: number): boolean {
  if (mutation.name !== 'record-consent' || mutation.state === 'opted-out') return false;
  const hadSeenIt = replaced.kind === 'consent' && replaced.state === 'opted-out';
  return !hadSeenIt && population.consentAt(ordinal, mutation.topic, mutation.channel) === 'opted-out';
}

function changesSomething({ mutation, replaced }: JournalRow): boolean {
  switch (mutation.name) {
    case 'set-attribute':
      return replaced.kind !== 'value' || canonicalJson(replaced.value) !== canonicalJson(mutation.value);
    case 'add-tag':
    case 'remove-tag':
      return replaced.kind !== 'flag' || replaced.was !== (mutation.name === 'add-tag');
    case 'set-suppressed':
      return replaced.kind !== 'flag' || replaced.was !== mutation.suppressed;
    default:
      // Every word about consent is a line of the ledger, even one that repeats the last.
      return true;
  }
}

/** Columns to load before these entries are applied, or decided: what they read, and what they replace. */
export function columnsToApply(entries: readonly Pick<JournalRow, 'mutation'>[]): ReadonlySet<ColumnName> {
  const columns = new Set<ColumnName>();
  for (const { mutation } of entries) {
    if (!('profile' in mutation)) continue;
    columns.add('profile-ids');
    if (mutation.name === 'create-profile') {
      for (const { keyspace } of mutation.keys) columns.add(keyColumn(keyspace));
    } else if (mutation.name === 'record-consent')
      columns.add(consentColumn(mutation.topic, mutation.channel));
  }
  return columns;
}

/** Columns to load before a mutation is decided: what it replaces is kept. */
export function columnsToDecide(mutation: JournalRow['mutation']): ReadonlySet<ColumnName> {
  const columns = new Set(columnsToApply([{ mutation }]));
  if (mutation.name === 'set-attribute') columns.add(attributeColumn(mutation.attribute));
  if (mutation.name === 'add-tag' || mutation.name === 'remove-tag') columns.add(tagColumn(mutation.tag));
  if (mutation.name === 'set-suppressed') columns.add(suppressedColumn(mutation.channel));
  return columns;
}

/** The profiles that entries are about. */
export function profilesOf(entries: readonly Pick<JournalRow, 'profile'>[]): readonly ProfileId[] {
  return [...new Set(entries.flatMap(({ profile }) => (profile === undefined ? [] : [profile])))];
}
