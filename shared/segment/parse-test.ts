import { fieldOf, isJsonObject } from '../kernel/json.ts';
import type { CalendarDateTest, NumberTest, Predicate, TimeTest, TimeUnit, ValueTest } from './definition.ts';
import {
  amountOf,
  at,
  decimalOf,
  isObject,
  kindOf,
  listOf,
  markOf,
  momentOf,
  orNull,
  type Spot,
  textOf,
  wholeOf,
  wordOf,
} from './definition-reader.ts';

const TEXT_KINDS = ['is', 'contains', 'starts-with', 'ends-with'] as const;
const BOUND_KINDS = ['equals', 'less-than', 'at-most', 'more-than', 'at-least'] as const;
const NUMBER_KINDS = [...BOUND_KINDS, 'between'] as const;
const MOMENT_KINDS = ['on', 'before', 'after', 'on-or-before', 'on-or-after'] as const;
const AMOUNT_KINDS = ['in-last', 'in-next', 'ago', 'more-than-ago', 'less-than-ago'] as const;
const TIME_KINDS = [...MOMENT_KINDS, 'between-dates', ...AMOUNT_KINDS, 'between-ago', 'calendar'] as const;
const LIST_KINDS = ['has-any', 'has-all', 'has-none'] as const;
const VALUE_KINDS = [
  'has-value',
  ...TEXT_KINDS,
  ...NUMBER_KINDS,
  'is-true',
  'is-false',
  ...TIME_KINDS,
  'anniversary',
  'age',
  ...LIST_KINDS,
  'length',
] as const;

const TIME_UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const satisfies readonly TimeUnit[];
const CALENDAR_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;

const NO_NUMBER: NumberTest = { kind: 'equals', value: null };
const NO_TIME: TimeTest = { kind: 'on', moment: null };

export function parsePredicate(spot: Spot): Predicate {
  isObject(spot, ['test', 'negated', 'onlyWithValue']);
  return {
    test: parseValueTest(at(spot, 'test')),
    ...markOf(spot, 'negated'),
    ...markOf(spot, 'onlyWithValue'),
  };
}

/** An unknown operator is kept as a test, verbatim, and not as a node: its row still says what it is about. */
function parseValueTest(spot: Spot): ValueTest {
  const { value } = spot;
  if (!spot.reading.isFile && isJsonObject(value) && value['kind'] === 'unknown') {
    const original = fieldOf(value, 'original');
    if (original !== undefined) return parseValueTest({ ...spot, value: original });
  }
  const own: Spot = { ...spot, node: {} };
  const errorCount = spot.reading.errors.length;
  const test = parseKnownTest(own);
  if (own.node.unknown === undefined) return test;
  spot.reading.errors.length = errorCount;
  return { kind: 'unknown', original: spot.value };
}

function parseKnownTest(spot: Spot): ValueTest {
  const kind = kindOf(spot, VALUE_KINDS);
  if (kind === undefined) return { kind: 'has-value' };
  if (isOneOf(NUMBER_KINDS, kind)) return parseNumberTest(spot);
  if (isOneOf(TIME_KINDS, kind)) return parseTimeTest(spot);
  if (isOneOf(TEXT_KINDS, kind) || isOneOf(LIST_KINDS, kind)) {
    isObject(spot, ['kind', 'values', 'exact']);
    return { kind, values: listOf(at(spot, 'values'), textOf), ...markOf(spot, 'exact') };
  }
  switch (kind) {
    case 'has-value':
    case 'is-true':
    case 'is-false':
      isObject(spot, ['kind']);
      return { kind };
    case 'anniversary':
      isObject(spot, ['kind', 'when']);
      return { kind, when: parseWhen(at(spot, 'when')) };
    case 'age':
    case 'length':
      isObject(spot, ['kind', 'compare']);
      return { kind, compare: parseNumberTest(at(spot, 'compare')) };
  }
}

export function parseNumberTest(spot: Spot): NumberTest {
  const kind = kindOf(spot, NUMBER_KINDS);
  if (kind === undefined) return NO_NUMBER;
  if (kind === 'between') {
    isObject(spot, ['kind', 'from', 'to']);
    return { kind, from: orNull(at(spot, 'from'), decimalOf), to: orNull(at(spot, 'to'), decimalOf) };
  }
  isObject(spot, ['kind', 'value']);
  return { kind, value: orNull(at(spot, 'value'), decimalOf) };
}

export function parseTimeTest(spot: Spot): TimeTest {
  const kind = kindOf(spot, TIME_KINDS);
  if (kind === undefined) return NO_TIME;
  if (isOneOf(MOMENT_KINDS, kind)) {
    isObject(spot, ['kind', 'moment']);
    return { kind, moment: orNull(at(spot, 'moment'), momentOf) };
  }
  if (isOneOf(AMOUNT_KINDS, kind)) {
    isObject(spot, ['kind', 'amount', 'unit']);
    return { kind, amount: orNull(at(spot, 'amount'), amountOf), unit: wordOf(at(spot, 'unit'), TIME_UNITS) };
  }
  switch (kind) {
    case 'between-dates':
      isObject(spot, ['kind', 'from', 'to']);
      return { kind, from: orNull(at(spot, 'from'), momentOf), to: orNull(at(spot, 'to'), momentOf) };
    case 'between-ago':
      isObject(spot, ['kind', 'from', 'to', 'unit']);
      return {
        kind,
        from: orNull(at(spot, 'from'), amountOf),
        to: orNull(at(spot, 'to'), amountOf),
        unit: wordOf(at(spot, 'unit'), TIME_UNITS),
      };
    case 'calendar':
      isObject(spot, ['kind', 'which', 'unit']);
      return {
        kind,
        which: wordOf(at(spot, 'which'), ['previous', 'this', 'next']),
        unit: wordOf(at(spot, 'unit'), CALENDAR_UNITS),
      };
  }
}

function parseWhen(spot: Spot): Extract<CalendarDateTest, { kind: 'anniversary' }>['when'] {
  const kind = kindOf(spot, ['today', 'in-last', 'in-next', 'in-months']);
  switch (kind) {
    case undefined:
    case 'today':
      isObject(spot, ['kind']);
      return { kind: 'today' };
    case 'in-last':
    case 'in-next':
      isObject(spot, ['kind', 'days']);
      return { kind, days: orNull(at(spot, 'days'), amountOf) };
    case 'in-months':
      isObject(spot, ['kind', 'months']);
      return { kind, months: listOf(at(spot, 'months'), (month) => wholeOf(month, { min: 1, max: 12 })) };
  }
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return words.some((one) => one === word);
}
