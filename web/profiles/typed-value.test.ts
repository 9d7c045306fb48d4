import { expect, test } from 'vitest';
import type { ValueType } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import { isSameValue, readTyped, valueToTyped, withText } from './typed-value.ts';

const context = { timeZone: 'Europe/Berlin', decimal: ',' } as const;

test('what an editor shows of a stored value reads back as the same value', () => {
  const cases: readonly (readonly [ValueType, Value])[] = [
    ['text', 'Zürich'],
    ['number', 1234.5],
    ['number', -0.000001 * 1_000_000],
    ['yes-no', false],
    ['date', -20_000],
    ['timestamp', Date.parse('2026-10-25T12:30:00Z')],
    ['list', ['a', 'b|c']],
  ];
  for (const [type, value] of cases) {
    expect(readTyped(valueToTyped(value, type, context), type, context)).toEqual({ kind: 'value', value });
  }
});

test('[SEG-3] nothing, blanks and no chips are no value', () => {
  for (const type of ['text', 'number', 'yes-no', 'date', 'timestamp', 'list'] as const) {
    expect(readTyped('  ', type, context).kind).toBe('empty');
  }
  expect(readTyped([], 'list', context).kind).toBe('empty');
});

test('[SEG-4] what does not fit is refused with its reason', () => {
  expect(readTyped('soon', 'number', context)).toEqual({ kind: 'refused', why: 'not-a-number' });
  expect(readTyped('2026-02-30', 'date', context)).toEqual({ kind: 'refused', why: 'not-a-date' });
  expect(readTyped('2026-02-03', 'timestamp', context)).toEqual({ kind: 'refused', why: 'not-a-time' });
});

test('texts of a list are trimmed, never empty, never twice', () => {
  expect(withText(['a'], ' b ')).toEqual(['a', 'b']);
  expect(withText(['a'], 'a ')).toEqual(['a']);
  expect(withText(['a'], '  ')).toEqual(['a']);
});

test('lists with the same texts are the same value', () => {
  expect(isSameValue(['a', 'b'], ['a', 'b'])).toBe(true);
  expect(isSameValue(['a', 'b'], ['b', 'a'])).toBe(false);
  expect(isSameValue(undefined, false)).toBe(false);
});
