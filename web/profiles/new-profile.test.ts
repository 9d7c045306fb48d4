import { expect, test } from 'vitest';
import { type AttributeId, type DataModel, DEFAULT_ATTRIBUTES } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import { createProfileMutation, type NewProfile } from './new-profile.ts';

const model: DataModel = {
  attributes: DEFAULT_ATTRIBUTES,
  properties: [],
  eventTypes: [],
  tags: [],
  topics: [],
};
const create = (draft: Partial<NewProfile>) =>
  createProfileMutation(
    { keys: [], attributes: [], ...draft },
    { id: 'p1' as ProfileId, source: 'hand', model, context: { timeZone: 'UTC', decimal: '.' } },
  );

test('an email key is also the address, typed once', () => {
  expect(create({ keys: [{ keyspace: 'email', value: ' Ada@Example.com ' }] })).toEqual({
    name: 'create-profile',
    profile: 'p1',
    source: 'hand',
    keys: [{ keyspace: 'email', value: 'Ada@Example.com' }],
    attributes: [{ attribute: 'email', value: 'Ada@Example.com' }],
  });
});

test('an address typed as an attribute stands', () => {
  const email = 'email' as AttributeId;
  const made = create({
    keys: [{ keyspace: 'email', value: 'a@example.com' }],
    attributes: [{ attribute: email, typed: 'b@example.com' }],
  });
  expect(made).toMatchObject({ attributes: [{ attribute: email, value: 'b@example.com' }] });
});

test('nothing at all, two keys of a kind, and values that do not fit are refused', () => {
  expect(create({ keys: [{ keyspace: 'email', value: ' ' }] })).toBe('needs-something');
  const twice = [
    { keyspace: 'crm-id', value: '1' },
    { keyspace: 'crm-id', value: '2' },
  ];
  expect(create({ keys: twice })).toBe('duplicate-key');
  const born = { attribute: 'birth_date' as AttributeId, typed: '2026-02-30' };
  expect(create({ attributes: [born] })).toBe('value-refused');
});
