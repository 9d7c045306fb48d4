import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profiles } from '../testing/arbitrary-profiles.ts';
import { aDataModel, at, onDay } from '../testing/builders.ts';
import type { ValueType } from './data-model.ts';
import { normalValue } from './normal-value.ts';

function stored(value: unknown, type: ValueType): unknown {
  const normal = normalValue(value, type, 'Europe/Stockholm');
  return normal.ok ? normal.value : normal.error;
}

const TYPES: readonly ValueType[] = ['text', 'number', 'yes-no', 'date', 'timestamp', 'list'];

test.each(TYPES)('[SEG-3] nothing, null and empty text are no %s', (type) => {
  expect(['', '  ', '\u00a0\t', null, undefined].map((value) => stored(value, type))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test.each<[unknown, ValueType, unknown]>([
  [' Cafe\u0301 ', 'text', 'Café'],
  ['a\ud83d', 'text', 'a\ufffd'],
  [30, 'text', '30'],
  [false, 'text', 'false'],
  ['30', 'number', 30],
  [' -1.50 ', 'number', -1.5],
  [0.1 + 0.2, 'number', 0.3],
  [-0, 'number', 0],
  ['true', 'yes-no', true],
  ['NO', 'yes-no', false],
  [0, 'yes-no', false],
  ['2024-02-29', 'date', onDay('2024-02-29')],
  ['2024-02-29T00:00:00.000Z', 'date', onDay('2024-02-29')],
  ['2024-02-29 00:00:00+02:00', 'date', onDay('2024-02-29')],
  [-719162, 'date', onDay('0001-01-01')],
  ['2024-02-29T12:00:00Z', 'timestamp', at('2024-02-29T12:00Z')],
  ['2024-02-29 12:00', 'timestamp', at('2024-02-29T11:00Z')],
  [0, 'timestamp', 0],
  [['b', ' ', 'a '], 'list', ['b', 'a']],
  ['tea', 'list', ['tea']],
  [[], 'list', null],
])('[SEG-4] %j as %s is stored as %j', (value, type, expected) => {
  expect(stored(value, type)).toEqual(expected);
  expect(Object.is(stored(value, type), -0)).toBe(false);
});

test.each<[unknown, ValueType]>([
  [{}, 'text'],
  [['x'], 'text'],
  ['12 kr', 'number'],
  ['9007199254740993', 'number'],
  [Number.NaN, 'number'],
  [true, 'number'],
  ['maybe', 'yes-no'],
  [2, 'yes-no'],
  ['2023-02-29', 'date'],
  ['2024-02-29T23:00:00Z', 'date'],
  ['29/02/2024', 'date'],
  [1.5, 'date'],
  [1e300, 'timestamp'],
  ['2024-02-29', 'timestamp'],
  [true, 'timestamp'],
  [[['x']], 'list'],
  [[7], 'list'],
  [{}, 'list'],
])('[SEG-4] %j is no %s, and is kept aside', (value, type) => {
  expect(stored(value, type)).toBe('wrong-type');
});

test('[SEG-4] what is stored stays as it is when it is stored again', () => {
  const dataModel = aDataModel();
  fc.assert(
    fc.property(profiles(dataModel, at('2024-05-10T12:00Z')), ({ attributes }) => {
      for (const { id, type } of dataModel.attributes) {
        const value = attributes.get(id);
        if (value !== undefined) expect(stored(value, type)).toEqual(value);
      }
    }),
  );
});
