import { expect, test } from 'vitest';
import { monthDay } from '../../shared/kernel/calendar.ts';
import { fold } from '../../shared/kernel/fold.ts';
import type { Value } from '../../shared/profile/value.ts';
import { COUNTRIES } from './countries.ts';
import { SAMPLE_MODEL } from './sample-model.ts';
import { generateSample, type SampleProfile, type SampleWorkspace } from './sample-workspace.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;
const sample = generateSample({ seed: 1, now: NOW });

test('the same seed and instant make the same workspace, here and in every other engine', async () => {
  const few = { now: NOW, profileCount: 500 };
  const digest = await digestOf(generateSample({ ...few, seed: 1 }));
  expect(digest).toBe(await digestOf(generateSample({ ...few, seed: 1 })));
  expect(digest).not.toBe(await digestOf(generateSample({ ...few, seed: 2 })));
  expect(digest).toBe('7193a3a5c0a94b26');
});

test('it is about 10,000 profiles and 100,000 events', () => {
  expect(sample.profiles).toHaveLength(10_000);
  const eventCount = sample.events.reduce((sum, batch) => sum + batch.ids.length, 0);
  expect(eventCount).toBeGreaterThan(85_000);
  expect(eventCount).toBeLessThan(125_000);
  for (const batch of sample.events) expect(batch.ids.length, batch.type).toBeGreaterThan(200);
});

test('everything happened in the two years before the base instant, and some of it lately', () => {
  for (const batch of sample.events) {
    const sorted = Float64Array.from(batch.occurredAt).sort();
    expect(sorted[0]).toBeGreaterThanOrEqual(NOW - 732 * DAY_MS);
    expect(sorted.at(-1)).toBeLessThanOrEqual(NOW);
    expect(sorted.at(-1), batch.type).toBeGreaterThan(NOW - 10 * DAY_MS);
  }
  for (const profile of sample.profiles) {
    expect(profile.createdAt).toBeLessThanOrEqual(profile.changedAt);
    expect(profile.changedAt).toBeLessThanOrEqual(NOW);
  }
});

test('values have their declared types and are stored as an edit would store them', () => {
  const typeById = new Map(SAMPLE_MODEL.attributes.map(({ id, type }) => [id as string, type as string]));
  const wrong = sample.profiles.flatMap(({ attributes }) =>
    attributes.filter(({ attribute, value }) => !isStoredAs(typeById.get(attribute), value)),
  );
  expect(wrong).toEqual([]);
});

test('there are gaps, as wide as in a real shop', () => {
  expect(shareWith('first_name')).toBeCloseTo(0.72, 1);
  expect(shareWith('birth_date')).toBeCloseTo(0.38, 1);
  expect(shareWith('city')).toBeCloseTo(0.57, 1);
  expect(shareWith('phone')).toBeCloseTo(0.2, 1);
  expect(sample.profiles.filter(isAnonymous).length).toBeGreaterThan(1_000);
});

test('names come with accents, in other scripts, and in any case', () => {
  const names = sample.profiles.map((profile) => String(attributeOf(profile, 'first_name') ?? ''));
  for (const name of ['Åsa', 'Søren', 'ANNA', 'anna']) expect(names).toContain(name);
  expect(names.filter((name) => /\p{Script=Greek}/u.test(name)).length).toBeGreaterThan(5);
  expect(names.filter((name) => /\p{Script=Cyrillic}/u.test(name)).length).toBeGreaterThan(5);
});

test('somebody was born on a leap day', () => {
  const birthDates = sample.profiles.map((profile) => attributeOf(profile, 'birth_date'));
  expect(birthDates.filter((day) => typeof day === 'number' && monthDay(day) === 229).length).toBeGreaterThan(
    2,
  );
});

test('some people are there twice: one address, two customer numbers; keys stay unique', () => {
  const byAddress = new Map<string, SampleProfile[]>();
  for (const profile of sample.profiles) {
    const email = attributeOf(profile, 'email');
    if (typeof email === 'string')
      byAddress.set(fold(email), [...(byAddress.get(fold(email)) ?? []), profile]);
  }
  const twice = [...byAddress.values()].filter((profiles) => profiles.length > 1);
  expect(twice.length).toBeGreaterThan(30);
  for (const profiles of twice) {
    expect(new Set(profiles.map((profile) => keyOf(profile, 'crm-id'))).size).toBe(profiles.length);
  }
  const keys = sample.profiles.flatMap(({ keys }) =>
    keys.map(({ keyspace, value }) => `${keyspace} ${value}`),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(sample.profiles.map((profile) => profile.id)).size).toBe(10_000);
});

test('no address and no number in it can belong to anybody', () => {
  const numbers = COUNTRIES.flatMap(({ phones }) => phones);
  for (const profile of sample.profiles) {
    const email = attributeOf(profile, 'email');
    if (email !== undefined) expect(email).toMatch(/^[a-z0-9._-]+@([a-z]+\.)?example(\.com|\.org|\.net)?$/i);
    const phone = attributeOf(profile, 'phone');
    if (typeof phone !== 'string') continue;
    const digits = phone.replaceAll(' ', '');
    const range = numbers.find(({ prefix }) => digits.startsWith(prefix));
    const rest = Number(digits.slice(range?.prefix.length));
    expect(rest).toBeGreaterThanOrEqual(range?.first ?? Number.POSITIVE_INFINITY);
    expect(rest).toBeLessThanOrEqual(range?.last ?? 0);
  }
});

test('consents are in every state, with source and time; some addresses are suppressed', () => {
  const stateCounts = new Map<string, number>();
  for (const { consents } of sample.profiles) {
    for (const { state } of consents) stateCounts.set(state, (stateCounts.get(state) ?? 0) + 1);
  }
  const misplaced = sample.profiles.filter(({ consents }) =>
    consents.some(
      ({ at, source }, place) => at > NOW || source === '' || at < (consents[place - 1]?.at ?? 0),
    ),
  );
  expect(misplaced).toEqual([]);
  for (const state of ['opted-in', 'confirmed', 'pending', 'opted-out']) {
    expect(stateCounts.get(state), state).toBeGreaterThan(100);
  }
  expect(sample.profiles.filter(({ suppressed }) => suppressed.length > 0).length).toBeGreaterThan(30);
});

test('behaviour hangs together: who has the VIP tag spends more', () => {
  const mean = (profiles: readonly SampleProfile[]): number =>
    profiles.reduce((sum, profile) => sum + Number(attributeOf(profile, 'lifetime_value') ?? 0), 0) /
    profiles.length;
  const isVip = (profile: SampleProfile): boolean => profile.tags.some((tag) => tag === 'vip');
  expect(mean(sample.profiles.filter(isVip))).toBeGreaterThan(5 * mean(sample.profiles));
});

function isStoredAs(type: string | undefined, value: Value): boolean {
  if (type === 'yes-no') return typeof value === 'boolean';
  if (type === 'list') return Array.isArray(value) && value.length > 0 && value.every(isStoredText);
  if (type === 'text') return isStoredText(value);
  if (typeof value !== 'number') return false;
  return type === 'number' ? Number(value.toFixed(2)) === value : Number.isInteger(value);
}

function isStoredText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value === value.trim().normalize('NFC');
}

function attributeOf(profile: SampleProfile, key: string): Value | undefined {
  return profile.attributes.find(({ attribute }) => attribute === key)?.value;
}

function keyOf(profile: SampleProfile, keyspace: string): string | undefined {
  return profile.keys.find((key) => key.keyspace === keyspace)?.value;
}

function isAnonymous(profile: SampleProfile): boolean {
  return profile.keys.every(({ keyspace }) => keyspace === 'cookie');
}

function shareWith(key: string): number {
  return (
    sample.profiles.filter((profile) => attributeOf(profile, key) !== undefined).length /
    sample.profiles.length
  );
}

async function digestOf(workspace: SampleWorkspace): Promise<string> {
  const text = JSON.stringify(workspace, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
  );
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
