import { unreachable } from '../../shared/kernel/assert.ts';
import type { ValueType } from '../../shared/profile/data-model.ts';
import type { Predicate, ValueTest } from '../../shared/segment/definition.ts';
import { isNumberTest, makeNumberTest } from './number-tests.ts';
import { FIXED_KINDS, isTimeTest, makeTimeTest, RELATIVE_KINDS } from './time-tests.ts';

/** A test's kind, said plainly or in the negative: what stands in the operator's list. */
export type Operator = ValueTest['kind'] | `not-${ValueTest['kind']}`;

const HAS_VALUE: readonly Operator[] = ['has-value', 'not-has-value'];
const TIME: readonly Operator[] = [
  'in-last',
  'not-in-last',
  ...RELATIVE_KINDS.slice(1),
  'in-next',
  'not-in-next',
  'calendar',
  'not-calendar',
  ...FIXED_KINDS,
  'not-on',
  'not-between-dates',
  'anniversary',
  'not-anniversary',
  'age',
  ...HAS_VALUE,
];

/** The operators that make sense for a type; no other can be chosen. */
export const OPERATORS: Readonly<Record<ValueType, readonly Operator[]>> = {
  text: [
    'is',
    'not-is',
    'contains',
    'not-contains',
    'starts-with',
    'not-starts-with',
    'ends-with',
    'not-ends-with',
    ...HAS_VALUE,
  ],
  number: [
    'equals',
    'not-equals',
    'at-least',
    'at-most',
    'more-than',
    'less-than',
    'between',
    'not-between',
    ...HAS_VALUE,
  ],
  'yes-no': ['is-true', 'is-false', ...HAS_VALUE],
  date: TIME,
  timestamp: TIME,
  list: ['has-any', 'has-all', 'has-none', 'length', ...HAS_VALUE],
};

export function operatorOf(predicate: Predicate | undefined): Operator {
  const kind = predicate?.test.kind ?? 'has-value';
  return predicate?.negated ? `not-${kind}` : kind;
}

/** The predicate of an operator; what was typed before is kept where it still fits. */
export function predicateFor(operator: Operator, previous: Predicate | undefined): Predicate | undefined {
  if (operator === 'has-value') return undefined;
  const negated = operator.startsWith('not-');
  const kind = (negated ? operator.slice(4) : operator) as ValueTest['kind'];
  const test = makeTest(kind, previous?.test);
  if (!negated) return { test };
  const only = kind !== 'has-value' && previous?.onlyWithValue ? ({ onlyWithValue: true } as const) : {};
  return { test, negated: true, ...only };
}

function makeTest(kind: ValueTest['kind'], previous: ValueTest | undefined): ValueTest {
  switch (kind) {
    case 'has-value':
    case 'is-true':
    case 'is-false':
      return { kind };
    case 'is':
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'has-any':
    case 'has-all':
    case 'has-none':
      return { kind, ...valuesOf(previous) };
    case 'equals':
    case 'less-than':
    case 'at-most':
    case 'more-than':
    case 'at-least':
    case 'between':
      return makeNumberTest(kind, previous && isNumberTest(previous) ? previous : undefined);
    case 'length':
      return { kind, compare: makeNumberTest('at-least') };
    case 'age':
      return { kind, compare: makeNumberTest('at-least') };
    case 'anniversary':
      return { kind, when: { kind: 'in-next', days: 7 } };
    case 'unknown':
      return previous ?? { kind: 'has-value' };
    default:
      if (isTimeTest({ kind }))
        return makeTimeTest(kind, previous && isTimeTest(previous) ? previous : undefined);
      return unreachable(kind as never);
  }
}

function valuesOf(previous: ValueTest | undefined): {
  readonly values: readonly string[];
  readonly exact?: true;
} {
  if (!previous || !('values' in previous)) return { values: [] };
  return { values: previous.values, ...(previous.exact ? { exact: true } : {}) };
}
