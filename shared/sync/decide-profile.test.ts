import { describe, expect, test } from 'vitest';
import type { AttributeId, TagId, TopicId } from '../profile/data-model.ts';
import type { ProfileId } from '../profile/profile.ts';
import type { Value } from '../profile/value.ts';
import { aProfile, at } from '../testing/builders.ts';
import { aHeld } from '../testing/held-builders.ts';
import { decideMutation } from './decide-mutation.ts';
import type { Mutation } from './mutation.ts';

const NOW = at('2024-05-01T12:00Z');
const ANN = 'ann' as ProfileId;
const NEWS = 'news' as TopicId;
const held = aHeld({
  profiles: [
    aProfile({
      id: 'ann',
      attributes: { city: 'Lund' },
      tags: ['gold'],
      suppressed: ['sms'],
      consents: { news: { email: 'opted-out', sms: 'pending' } },
    }),
  ],
  trashed: ['ann'],
  keys: [{ key: { keyspace: 'email', value: 'ann@example.com' }, of: 'ann' }],
  optedOutAt: at('2024-04-01T00:00Z'),
});

function set(attribute: string, value: unknown): Mutation {
  return {
    name: 'set-attribute',
    profile: ANN,
    attribute: attribute as AttributeId,
    value: value as Value | null,
  };
}

describe('set-attribute', () => {
  test('keeps what it replaces', () => {
    expect(decideMutation(set('city', 'Malmö'), held, NOW)).toEqual({
      ok: true,
      value: {
        mutation: set('city', 'Malmö'),
        replaced: { kind: 'value', value: 'Lund' },
        types: ['text'],
        rows: [],
      },
    });
  });

  test.each([
    ['city', '  A\u030Ar ', 'År'],
    ['city', 12, '12'],
    ['city', '   ', null],
    ['points', '30', 30],
    ['points', 0.1 + 0.2, 0.3],
    ['vip', 'true', true],
    ['renews_on', '1970-01-02', 1],
    ['interests', [' a', '', 'b '], ['a', 'b']],
    ['interests', ['', ' '], null],
    ['points', null, null],
  ])('[SEG-4] %s is written as its declared type: %j → %j', (attribute, given, stored) => {
    expect(decideMutation(set(attribute, given), held, NOW)).toMatchObject({
      ok: true,
      value: { mutation: set(attribute, stored) },
    });
  });

  test.each([
    ['points', 'many', 'number'],
    ['points', Number.NaN, 'number'],
    ['vip', 'maybe', 'yes-no'],
    ['renews_on', '2024-02-30', 'date'],
    ['last_seen', 1.5, 'timestamp'],
    ['interests', [1], 'list'],
  ])('[SEG-4] %s refuses %j', (attribute, given, type) => {
    expect(decideMutation(set(attribute, given), held, NOW)).toEqual({
      ok: false,
      error: { kind: 'value-refused', attribute, type },
    });
  });

  test('refuses an attribute that is not defined', () => {
    expect(decideMutation(set('shoe_size', 44), held, NOW)).toEqual({
      ok: false,
      error: { kind: 'unknown-definition', id: 'shoe_size' },
    });
  });
});

test('[SYN-12] nothing but create-profile makes a profile', () => {
  const bo = 'bo' as ProfileId;
  const mutations: readonly Mutation[] = [
    { ...set('city', 'Lund'), profile: bo } as Mutation,
    { name: 'add-tag', profile: bo, tag: 'gold' as TagId },
    { name: 'remove-tag', profile: bo, tag: 'gold' as TagId },
    { name: 'record-consent', profile: bo, topic: NEWS, channel: 'email', state: 'opted-out', source: 'x' },
    { name: 'set-suppressed', profile: bo, channel: 'email', suppressed: true },
    { name: 'trash-profile', profile: bo },
    { name: 'restore-profile', profile: bo },
  ];
  for (const mutation of mutations) {
    expect(decideMutation(mutation, held, NOW), mutation.name).toEqual({
      ok: false,
      error: { kind: 'unknown-profile', id: 'bo' },
    });
  }
});

test.each<[Mutation, boolean]>([
  [{ name: 'add-tag', profile: ANN, tag: 'gold' as TagId }, true],
  [{ name: 'remove-tag', profile: ANN, tag: 'silver' as TagId }, false],
  [{ name: 'set-suppressed', profile: ANN, channel: 'sms', suppressed: false }, true],
  [{ name: 'set-suppressed', profile: ANN, channel: 'email', suppressed: true }, false],
  [{ name: 'restore-profile', profile: ANN }, true],
])('keeps what was there before %j', (mutation, was) => {
  expect(decideMutation(mutation, held, NOW)).toEqual({
    ok: true,
    value: { mutation, replaced: { kind: 'flag', was }, rows: [] },
  });
});

test('refuses a tag that is not defined', () => {
  expect(decideMutation({ name: 'add-tag', profile: ANN, tag: 'bronze' as TagId }, held, NOW)).toEqual({
    ok: false,
    error: { kind: 'unknown-definition', id: 'bronze' },
  });
});

describe('create-profile', () => {
  const bo: Mutation = {
    name: 'create-profile',
    profile: 'bo' as ProfileId,
    source: ' By hand ',
    keys: [
      { keyspace: 'email', value: ' BO@Example.com' },
      { keyspace: 'crm-id', value: '' },
    ],
    attributes: [
      { attribute: 'city' as AttributeId, value: ' Lund ' },
      { attribute: 'points' as AttributeId, value: '7' },
      { attribute: 'interests' as AttributeId, value: [] },
    ],
  };

  test('[SEG-7] keys and values are recorded in their stored form; an e-mail key folded', () => {
    const decided = decideMutation(bo, held, NOW);
    expect(decided).toMatchObject({
      ok: true,
      value: {
        mutation: {
          source: 'By hand',
          keys: [{ keyspace: 'email', value: 'bo@example.com' }],
          attributes: [
            { attribute: 'city', value: 'Lund' },
            { attribute: 'points', value: 7 },
          ],
        },
        types: ['text', 'number'],
      },
    });
  });

  test('[SYN-3] a key belongs to one profile', () => {
    const key = { keyspace: 'email', value: 'ANN@example.com' };
    expect(decideMutation({ ...bo, keys: [key] } as Mutation, held, NOW)).toEqual({
      ok: false,
      error: { kind: 'key-taken', key: { keyspace: 'email', value: 'ann@example.com' }, by: 'ann' },
    });
  });

  test('one value that cannot be refuses the whole', () => {
    const attributes = [{ attribute: 'points' as AttributeId, value: 'x' }];
    expect(decideMutation({ ...bo, attributes } as Mutation, held, NOW)).toMatchObject({
      ok: false,
      error: { kind: 'value-refused' },
    });
  });
});

describe('record-consent', () => {
  const consent = (changes: Partial<Extract<Mutation, { name: 'record-consent' }>>): Mutation => ({
    name: 'record-consent',
    profile: ANN,
    topic: NEWS,
    channel: 'email',
    state: 'opted-in',
    source: 'Phone call',
    ...changes,
  });

  test('[SYN-9] an opt-out applies always, and an opt-in where nobody said no', () => {
    expect(decideMutation(consent({ state: 'opted-out' }), held, 0)).toMatchObject({ ok: true });
    expect(decideMutation(consent({ channel: 'sms' }), held, NOW)).toMatchObject({
      ok: true,
      value: { replaced: { kind: 'consent', state: 'pending' } },
    });
    expect(decideMutation(consent({ topic: 'offers' as TopicId }), held, NOW)).toMatchObject({
      ok: true,
      value: { replaced: { kind: 'consent', state: null } },
    });
  });

  test.each(['opted-in', 'confirmed', 'pending'] as const)(
    '[SYN-9] %s after an opt-out needs proof',
    (state) => {
      expect(decideMutation(consent({ state }), held, NOW)).toMatchObject({
        ok: false,
        error: { kind: 'consent-held' },
      });
      expect(decideMutation(consent({ state, evidence: ' ' }), held, NOW)).toMatchObject({ ok: false });
      expect(decideMutation(consent({ state, evidence: 'form 12' }), held, NOW)).toMatchObject({ ok: true });
    },
  );

  test('[SYN-9] proof that is older than the opt-out is none', () => {
    const proven = consent({ evidence: 'form 12' });
    expect(decideMutation(proven, held, at('2024-03-31T23:59Z'))).toMatchObject({
      ok: false,
      error: { kind: 'consent-held' },
    });
    expect(decideMutation(proven, held, at('2024-04-01T00:00Z'))).toMatchObject({ ok: true });
  });

  test('refuses a topic that is not defined', () => {
    expect(decideMutation(consent({ topic: 'gossip' as TopicId }), held, NOW)).toEqual({
      ok: false,
      error: { kind: 'unknown-definition', id: 'gossip' },
    });
  });
});
