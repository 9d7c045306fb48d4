import { expect, test } from 'vitest';
import type { Predicate } from '../../shared/segment/definition.ts';
import { OPERATORS, operatorOf, predicateFor } from './operators.ts';

test('every operator of every type makes a predicate that reads back as itself', () => {
  for (const operators of Object.values(OPERATORS)) {
    for (const operator of operators) expect(operatorOf(predicateFor(operator, undefined))).toBe(operator);
  }
});

test('[SEG-6] any value is the absence of a predicate', () => {
  expect(predicateFor('has-value', { test: { kind: 'is', values: ['x'] } })).toBeUndefined();
});

test('what was typed survives a change of operator where it fits', () => {
  const typed: Predicate = { test: { kind: 'is', values: ['Malmö', 'Lund'], exact: true } };
  expect(predicateFor('not-contains', typed)).toEqual({
    test: { kind: 'contains', values: ['Malmö', 'Lund'], exact: true },
    negated: true,
  });
  const number: Predicate = { test: { kind: 'at-least', value: 3 } };
  expect(predicateFor('between', number)).toEqual({ test: { kind: 'between', from: 3, to: null } });
  const span: Predicate = { test: { kind: 'in-last', amount: 90, unit: 'week' } };
  expect(predicateFor('more-than-ago', span)).toEqual({
    test: { kind: 'more-than-ago', amount: 90, unit: 'week' },
  });
});

test('[SEG-2] only with a value stays while the operator is negative, and goes with it', () => {
  const only: Predicate = { test: { kind: 'is', values: ['x'] }, negated: true, onlyWithValue: true };
  expect(predicateFor('not-contains', only)?.onlyWithValue).toBe(true);
  expect(predicateFor('contains', only)?.onlyWithValue).toBeUndefined();
});
