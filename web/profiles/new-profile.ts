import { normalizeKey } from '../../shared/profile/address.ts';
import type { AttributeId, DataModel } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { Mutation, ProfileKey } from '../../shared/sync/mutation.ts';
import { readTyped, type Typed, type TypingContext } from './typed-value.ts';

/** A profile being typed in. */
export interface NewProfile {
  readonly keys: readonly ProfileKey[];
  readonly attributes: readonly { readonly attribute: AttributeId; readonly typed: Typed }[];
}

export type NewProfileProblem = 'needs-something' | 'duplicate-key' | 'value-refused';

/** Keyspaces whose key is also an address, kept in the attribute of that name. */
const ADDRESS_OF: Readonly<Record<string, AttributeId>> = {
  email: 'email' as AttributeId,
  phone: 'phone' as AttributeId,
};

/** The wish that creates it, or what keeps it from being created. */
export function createProfileMutation(
  draft: NewProfile,
  also: {
    readonly id: ProfileId;
    readonly source: string;
    readonly model: DataModel;
    readonly context: TypingContext;
  },
): Mutation | NewProfileProblem {
  const keys = draft.keys
    .map((key) => ({ keyspace: key.keyspace.trim(), value: key.value.trim() }))
    .filter((key) => key.keyspace !== '' && normalizeKey(key.keyspace, key.value) !== '');
  if (new Set(keys.map((key) => key.keyspace)).size < keys.length) return 'duplicate-key';
  const values = new Map<AttributeId, Value>();
  for (const { attribute, typed } of draft.attributes) {
    const type = also.model.attributes.find((one) => one.id === attribute)?.type;
    if (type === undefined) continue;
    const read = readTyped(typed, type, also.context);
    if (read.kind === 'refused') return 'value-refused';
    if (read.kind === 'value') values.set(attribute, read.value);
  }
  // Typed once: the key of a person's mailbox is where mail goes, unless another address was given.
  for (const key of keys) {
    const address = ADDRESS_OF[key.keyspace];
    if (address !== undefined && !values.has(address)) values.set(address, key.value);
  }
  if (keys.length === 0 && values.size === 0) return 'needs-something';
  const attributes = [...values].map(([attribute, value]) => ({ attribute, value }));
  return { name: 'create-profile', profile: also.id, source: also.source, keys, attributes };
}
