import { unreachable } from '../kernel/assert.ts';
import type { CalendarDateTest, NumberTest, Predicate, TimeTest, ValueTest } from './definition.ts';
import { listed, missing, plain, type SentencePart, value } from './sentence-part.ts';
import { SENTENCE_WORDS as words } from './sentence-words.ts';

/** How values are written: by the reader's locale, so it is handed in. */
export interface SentenceFormat {
  readonly number: (value: number) => string;
  /** `moment` as in a definition. */
  readonly moment: (moment: string) => string;
}

/** "is Malmö or Lund", "is not in the last 30 days (or has no value)". */
export function predicateParts(
  predicate: Predicate | undefined,
  negatedAbove: boolean,
  format: SentenceFormat,
): readonly SentencePart[] {
  const negated = (predicate?.negated === true) !== negatedAbove;
  const test = predicate?.test ?? { kind: 'has-value' };
  const parts = testParts(test, negated, format);
  if (predicate?.onlyWithValue === true && !negatedAbove) return [...parts, plain(words.andHasValue)];
  const saysSo = test.kind === 'has-value' || test.kind === 'unknown' || predicate?.onlyWithValue === true;
  return negated && !saysSo ? [...parts, plain(words.orNoValue)] : parts;
}

function testParts(test: ValueTest, negated: boolean, format: SentenceFormat): readonly SentencePart[] {
  const pick = (pair: readonly [string, string]) => plain(pair[negated ? 1 : 0]);
  switch (test.kind) {
    case 'has-value':
      return [pick(words.hasValue)];
    case 'is':
    case 'contains':
    case 'starts-with':
    case 'ends-with':
      return [
        pick(words.text[test.kind]),
        ...values(test.values),
        ...(test.exact ? [plain(words.exactly)] : []),
      ];
    case 'is-true':
      return [pick(words.yes)];
    case 'is-false':
      return [pick(words.no)];
    case 'equals':
    case 'less-than':
    case 'at-most':
    case 'more-than':
    case 'at-least':
    case 'between':
      return [pick(words.number[test.kind]), ...bounds(test, format)];
    case 'has-any':
    case 'has-all':
    case 'has-none':
      return [
        pick(words.list[test.kind]),
        ...values(test.values, ','),
        ...(test.exact ? [plain(words.exactly)] : []),
      ];
    case 'length':
      return [pick(words.hasLength), ...amountParts(test.compare, format, words.entries)];
    case 'anniversary':
    case 'age':
      return calendarDateParts(test, negated, format);
    case 'unknown':
      return [missing(words.unknown)];
    default:
      return [pick(words.is), ...timeParts(test, format)];
  }
}

function calendarDateParts(
  test: CalendarDateTest,
  negated: boolean,
  format: SentenceFormat,
): readonly SentencePart[] {
  const index = negated ? 1 : 0;
  if (test.kind === 'age') {
    return [
      plain(words.age[index]),
      plain(words.number[test.compare.kind][0]),
      ...bounds(test.compare, format),
    ];
  }
  const { when } = test;
  const lead = plain(words.anniversary[index]);
  switch (when.kind) {
    case 'today':
      return [lead, value(words.today)];
    case 'in-last':
      return [lead, spanPart(when.days, 'day', words.inLast, format)];
    case 'in-next':
      return [lead, spanPart(when.days, 'day', words.inNext, format)];
    case 'in-months': {
      const names = when.months.map((month) => words.months[month - 1] ?? String(month));
      return [lead, plain(words.inMonths), ...values(names)];
    }
    default:
      return unreachable(when);
  }
}

/** "in the last 30 days", "between 3 May and 5 May". */
export function timeParts(test: TimeTest, format: SentenceFormat): readonly SentencePart[] {
  const moment = (text: string | null) =>
    text === null ? missing(words.choose) : value(format.moment(text));
  switch (test.kind) {
    case 'on':
    case 'before':
    case 'after':
    case 'on-or-before':
    case 'on-or-after':
      return [plain(words.on[test.kind]), moment(test.moment)];
    case 'between-dates':
      return [plain(words.between), moment(test.from), plain(words.and), moment(test.to)];
    case 'in-last':
      return [spanPart(test.amount, test.unit, words.inLast, format)];
    case 'in-next':
      return [spanPart(test.amount, test.unit, words.inNext, format)];
    case 'ago':
      return [spanPart(test.amount, test.unit, words.ago, format)];
    case 'more-than-ago':
      return [spanPart(test.amount, test.unit, words.moreThanAgo, format)];
    case 'less-than-ago':
      return [spanPart(test.amount, test.unit, words.lessThanAgo, format)];
    case 'between-ago': {
      const { from } = test;
      if (from === null) return [missing(words.choose)];
      return [spanPart(test.to, test.unit, (span) => words.betweenAgo(format.number(from), span), format)];
    }
    case 'calendar':
      return [value(words.calendar(test.which, test.unit))];
    default:
      return unreachable(test);
  }
}

function spanPart(
  amount: number | null,
  unit: Parameters<typeof words.span>[1],
  phrase: (span: string) => string,
  format: SentenceFormat,
): SentencePart {
  return amount === null
    ? missing(phrase(words.span(words.choose, unit)))
    : value(phrase(words.span(format.number(amount), unit)));
}

/** "at least 3 times", with `noun` making the last word of the number. */
export function amountParts(
  test: NumberTest,
  format: SentenceFormat,
  noun: (count: string) => string = (count) => count,
): readonly SentencePart[] {
  const [first, second] = limits(test);
  const written = (limit: number | null, form: (count: string) => string) =>
    limit === null ? missing(words.choose) : value(form(format.number(limit)));
  if (second === undefined) return [plain(words.amount[test.kind]), written(first, noun)];
  return [
    plain(words.amount.between),
    written(first, (count) => count),
    plain(words.and),
    written(second, noun),
  ];
}

function bounds(test: NumberTest, format: SentenceFormat): readonly SentencePart[] {
  const [first, second] = limits(test);
  const written = (limit: number | null) =>
    limit === null ? missing(words.choose) : value(format.number(limit));
  return second === undefined ? [written(first)] : [written(first), plain(words.and), written(second)];
}

function limits(test: NumberTest): readonly [number | null, (number | null)?] {
  return test.kind === 'between' ? [test.from, test.to] : [test.value];
}

function values(texts: readonly string[], word: string = words.or): readonly SentencePart[] {
  return texts.length === 0 ? [missing(words.choose)] : listed(texts.map(value), word);
}
