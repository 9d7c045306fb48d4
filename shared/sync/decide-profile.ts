import { unreachable } from '../kernel/assert.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { normalizeText } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import { normalizeKey } from '../profile/address.ts';
import type { AttributeId, ValueType } from '../profile/data-model.ts';
import { normalValue } from '../profile/normal-value.ts';
import type { Value } from '../profile/value.ts';
import { decideConsent } from './decide-consent.ts';
import type { Decision, Replaced } from './decision.ts';
import type { Held } from './held.ts';
import type { Mutation, ProfileKey } from './mutation.ts';
import type { Refusal } from './refusal.ts';

export type ProfileMutation = Extract<Mutation, { readonly profile: unknown }>;
type Creation = Extract<Mutation, { readonly name: 'create-profile' }>;

export function decideProfileMutation(
  mutation: ProfileMutation,
  held: Held,
  at: Instant,
): Result<Decision, Refusal> {
  if (mutation.name === 'create-profile') return decideCreate(mutation, held);
  const profile = held.profile(mutation.profile);
  // `set` never creates (SYN-12).
  if (profile === undefined) return err({ kind: 'unknown-profile', id: mutation.profile });
  switch (mutation.name) {
    case 'set-attribute': {
      const stored = storedValue(held, mutation.attribute, mutation.value);
      if (!stored.ok) return stored;
      const { value, type } = stored.value;
      const before = profile.attribute(mutation.attribute) ?? null;
      return ok({
        mutation: { ...mutation, value },
        replaced: { kind: 'value', value: before },
        types: [type],
        rows: [],
      });
    }
    case 'add-tag':
    case 'remove-tag':
      if (!held.model.tags.some(({ id }) => id === mutation.tag))
        return err({ kind: 'unknown-definition', id: mutation.tag });
      return ok(decided(mutation, { kind: 'flag', was: profile.hasTag(mutation.tag) }));
    case 'record-consent':
      return decideConsent(mutation, held, profile, at);
    case 'set-suppressed':
      return ok(decided(mutation, { kind: 'flag', was: profile.isSuppressed(mutation.channel) }));
    case 'trash-profile':
    case 'restore-profile':
      return ok(decided(mutation, { kind: 'flag', was: profile.isTrashed }));
    default:
      return unreachable(mutation);
  }
}

function decided(mutation: Mutation, replaced: Replaced): Decision {
  return { mutation, replaced, rows: [] };
}

/** An id that is there already was created by this same wish: it stays as it is. */
function decideCreate(mutation: Creation, held: Held): Result<Decision, Refusal> {
  const keys = normalKeys(mutation.keys);
  for (const key of keys) {
    const holder = held.holderOf(key);
    if (holder !== undefined && holder !== mutation.profile)
      return err({ kind: 'key-taken', key, by: holder });
  }
  const attributes: { attribute: AttributeId; value: Value }[] = [];
  const types: ValueType[] = [];
  for (const { attribute, value } of mutation.attributes) {
    const stored = storedValue(held, attribute, value);
    if (!stored.ok) return stored;
    if (stored.value.value === null) continue;
    attributes.push({ attribute, value: stored.value.value });
    types.push(stored.value.type);
  }
  const created = { ...mutation, source: normalizeText(mutation.source).trim(), keys, attributes };
  return ok({ mutation: created, replaced: { kind: 'nothing' }, types, rows: [] });
}

/** One value a keyspace; of two the last. */
function normalKeys(keys: readonly ProfileKey[]): readonly ProfileKey[] {
  const byKeyspace = new Map<string, string>();
  for (const { keyspace, value } of keys) {
    const normal = normalizeKey(keyspace, value);
    if (normal !== '') byKeyspace.set(keyspace, normal);
  }
  return [...byKeyspace].map(([keyspace, value]) => ({ keyspace, value }));
}

function storedValue(
  held: Held,
  attribute: AttributeId,
  value: Value | null,
): Result<{ readonly value: Value | null; readonly type: ValueType }, Refusal> {
  const definition = held.model.attributes.find(({ id }) => id === attribute);
  if (definition === undefined) return err({ kind: 'unknown-definition', id: attribute });
  const { type } = definition;
  const stored = normalValue(value, type, held.settings.timeZone);
  return stored.ok ? ok({ value: stored.value, type }) : err({ kind: 'value-refused', attribute, type });
}
