import fc from 'fast-check';
import { formatDay } from '../kernel/calendar.ts';
import { formatInstant } from '../kernel/iso-time.ts';
import type { Instant } from '../kernel/time.ts';
import { instantToLocal } from '../kernel/zone.ts';
import type { ValueType } from '../profile/data-model.ts';
import type {
  CalendarDateTest,
  CalendarUnit,
  ListTest,
  Moment,
  NumberTest,
  Predicate,
  TextTest,
  TimeTest,
  TimeUnit,
  ValueTest,
} from '../segment/definition.ts';
import { daysAround, decimals, instantsAround, wantedTexts } from './arbitrary-values.ts';

const DAY_UNITS: readonly TimeUnit[] = ['day', 'week', 'month', 'year'];
const CALENDAR_UNITS: readonly CalendarUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Complete predicates for values of a type, every operator among them. */
export function predicates(type: ValueType, now: Instant): fc.Arbitrary<Predicate> {
  return fc
    .tuple(valueTests(type, now), fc.boolean(), fc.boolean())
    .map(([test, isNegated, isOnlyWithValue]) => ({
      test,
      ...(isNegated && ({ negated: true } as const)),
      ...(isOnlyWithValue && ({ onlyWithValue: true } as const)),
    }));
}

function valueTests(type: ValueType, now: Instant): fc.Arbitrary<ValueTest> {
  const hasValue = { weight: 1, arbitrary: fc.constant<ValueTest>({ kind: 'has-value' }) };
  switch (type) {
    case 'text':
      return fc.oneof(hasValue, { weight: 6, arbitrary: textTests });
    case 'number':
      return fc.oneof(hasValue, { weight: 6, arbitrary: numberTests(decimals) });
    case 'yes-no':
      return fc.oneof(hasValue, {
        weight: 3,
        arbitrary: fc.constantFrom<ValueTest>({ kind: 'is-true' }, { kind: 'is-false' }),
      });
    case 'date':
    case 'timestamp':
      return fc.oneof(
        hasValue,
        { weight: 6, arbitrary: timeTests(type, now) },
        { weight: 3, arbitrary: calendarDateTests },
      );
    case 'list':
      return fc.oneof(hasValue, { weight: 6, arbitrary: listTests });
  }
}

const exactness = fc.constantFrom({}, { exact: true } as const);
const texts = fc.array(wantedTexts, { minLength: 1, maxLength: 6 });

const textTests: fc.Arbitrary<TextTest> = fc
  .tuple(fc.constantFrom('is', 'contains', 'starts-with', 'ends-with'), texts, exactness)
  .map(([kind, values, exact]) => ({ kind, values, ...exact }));

const listTests: fc.Arbitrary<ListTest> = fc.oneof(
  fc
    .tuple(fc.constantFrom('has-any', 'has-all', 'has-none'), texts, exactness)
    .map(([kind, values, exact]) => ({ kind, values, ...exact })),
  numberTests(fc.integer({ min: 0, max: 4 })).map((compare) => ({ kind: 'length', compare }) as const),
);

export function numberTests(values: fc.Arbitrary<number>): fc.Arbitrary<NumberTest> {
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('equals', 'less-than', 'at-most', 'more-than', 'at-least'), values)
      .map(([kind, value]) => ({ kind, value })),
    fc.tuple(values, values).map(([from, to]) => ({ kind: 'between', from, to }) as const),
  );
}

/** For dates without time, no units below a day. */
export function timeTests(type: 'date' | 'timestamp', now: Instant): fc.Arbitrary<TimeTest> {
  const units = fc.constantFrom<TimeUnit>(
    ...DAY_UNITS,
    ...(type === 'date' ? [] : (['minute', 'hour'] as const)),
  );
  const amounts = fc.oneof(fc.constantFrom(0, 1, 2, 7, 30, 31, 365), fc.nat(1_000_000));
  const moment = moments(now);
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('on', 'before', 'after', 'on-or-before', 'on-or-after'), moment)
      .map(([kind, at]) => ({ kind, moment: at })),
    fc.tuple(moment, moment).map(([from, to]) => ({ kind: 'between-dates', from, to }) as const),
    fc
      .tuple(fc.constantFrom('in-last', 'in-next', 'ago', 'more-than-ago', 'less-than-ago'), amounts, units)
      .map(([kind, amount, unit]) => ({ kind, amount, unit })),
    fc
      .tuple(amounts, amounts, units)
      .map(([from, to, unit]) => ({ kind: 'between-ago', from, to, unit }) as const),
    fc
      .tuple(fc.constantFrom('previous', 'this', 'next'), fc.constantFrom(...CALENDAR_UNITS))
      .map(([which, unit]) => ({ kind: 'calendar', which, unit }) as const),
  );
}

/** Days, local times and instants near the clock, and the ends of the calendar. */
function moments(now: Instant): fc.Arbitrary<Moment> {
  const local = (instant: Instant) => {
    const { day, clockMs } = instantToLocal(instant, 'UTC');
    const minutes = Math.floor(clockMs / 60_000);
    const two = (part: number) => String(part).padStart(2, '0');
    return `${formatDay(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  };
  return fc.oneof(
    daysAround(now).map(formatDay),
    instantsAround(now).map(local),
    instantsAround(now).map(formatInstant),
  );
}

const calendarDateTests: fc.Arbitrary<CalendarDateTest> = fc.oneof(
  fc.constant<CalendarDateTest>({ kind: 'anniversary', when: { kind: 'today' } }),
  fc
    .tuple(fc.constantFrom('in-last', 'in-next'), fc.constantFrom(0, 1, 7, 30, 365, 366, 5000))
    .map(([kind, days]) => ({ kind: 'anniversary', when: { kind, days } }) as const),
  fc
    .array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 })
    .map((months) => ({ kind: 'anniversary', when: { kind: 'in-months', months } }) as const),
  numberTests(fc.oneof(fc.integer({ min: -1, max: 110 }), fc.constant(17.5))).map(
    (compare) => ({ kind: 'age', compare }) as const,
  ),
);
