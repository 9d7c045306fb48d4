import { unreachable } from '../kernel/assert.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import { normalValue } from '../profile/normal-value.ts';
import { normalizeKey } from '../profile/profile-key.ts';
import type { AttributeId } from '../profile/data-model.ts';
import type { Value } from '../profile/value.ts';
import { decideConsent } from './decide-consent.ts';
import type { Decision, Replaced } from './decision.ts';
import type { Held } from './held.ts';
import type { Mutation, ProfileKey } from './mutation.ts';
import type { Refusal } from './refusal.ts';

export type ProfileMutation = Extract<Mutation, { readonly profile: unknown }>;
type Creation = Extract<Mutation, { readonly name: 'create-profile' }>;

export function decideProfileMutation(mutation: ProfileMutation, held: Held, at: Instant): Result<Decision, Refusal> {
  if (mutation.name === 'create-profile') return decideCreate(mutation, held);
  const profile = held.profile(mutation.profile);
  // `set` never creates (SYN-12).
  if (profile === undefined) return err({ kind: 'unknown-profile', id: mutation.profile });
  switch (mutation.name) {
    case 'set-attribute': {
      const value = storedValue(held, mutation.attribute, mutation.value);
      if (!value.ok) return value;
      const before = profile.attribute(mutation.attribute) ?? null;
      return ok(decided({ ...mutation, value: value.value }, { kind: 'value', value: before }));
    }
    case 'add-tag':
    case 'remove-tag':
      if (!held.model.tags.some(({ id }) => id === mutation.tag)) return err({ kind: 'unknown-definition', id: mutation.tag });
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
    if (holder !== undefined && holder !== mutation.profile) return err({ kind: 'key-taken', key, by: holder });
  }
  const attributes: { attribute: AttributeId; value: Value }[] = [];
  for (const { attribute, value } of mutation.attributes) {
    const stored = storedValue(held, attribute, value);
    if (!stored.ok) return stored;
    if (stored.value !== null) attributes.push({ attribute, value: stored.value });
  }
  return ok(decided({ ...mutation, source: mutation.source.trim(), keys, attributes }, { kind: 'nothing' }));
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

function storedValue(held: Held, attribute: AttributeId, value: Value | null): Result<Value | null, Refusal> {
  const definition = held.model.attributes.find(({ id }) => id === attribute);
  if (definition === undefined) return err({ kind: 'unknown-definition', id: attribute });
  const stored = normalValue(value, definition.type);
  return stored.ok ? stored : err({ kind: 'value-refused', attribute, type: definition.type });
}

