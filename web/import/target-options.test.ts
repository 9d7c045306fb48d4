import { expect, test } from 'vitest';
import type { DataModel } from '../../shared/profile/data-model.ts';
import { nameFromHeader, optionToTarget, targetOptions, targetToOption } from './target-options.ts';

const defined = (id: string, more: object = {}) => ({ id, key: id, name: id, archived: false, ...more });
const model = {
  attributes: [defined('city', { type: 'text' }), defined('old', { type: 'text', archived: true })],
  properties: [defined('amount', { type: 'number' })],
  eventTypes: [],
  tags: [defined('vip')],
  topics: [defined('news', { channels: ['email'] })],
} as unknown as DataModel;

test('every option stands for a target, and every target for its option', () => {
  const options = targetOptions('events', model).map((option) => option.value);
  expect(new Set(options).size).toBe(options.length);
  for (const option of options) {
    expect(targetToOption(optionToTarget(option, 'Some_header', model))).toBe(option);
  }
});

test('rows of profiles are offered no event', () => {
  const options = targetOptions('profiles', model).map((option) => option.value);
  expect(options.filter((option) => /^(event|property)/.test(option))).toEqual([]);
});

test('what is archived is not offered', () => {
  expect(targetOptions('profiles', model).map((option) => option.value)).not.toContain('attribute:old');
});

test('something new is called after its column, under a free key', () => {
  expect(optionToTarget('attribute:*', 'City', model)).toEqual({
    kind: 'attribute',
    attribute: { name: 'City', key: 'city_2' },
  });
  expect(optionToTarget('key:*', 'Loyalty card', model)).toEqual({ kind: 'key', keyspace: 'loyalty-card' });
});

test('headers become names', () => {
  expect(nameFromHeader('annual_income')).toBe('Annual income');
  expect(nameFromHeader('AnnualIncome')).toBe('Annual income');
  expect(nameFromHeader('VIP Club')).toBe('VIP Club');
  expect(nameFromHeader('ID')).toBe('ID');
});
