import type { DateOrder } from '../../../shared/import-api.ts';
import { isEpoch } from '../cells/read-epoch.ts';
import { datePartOf, dayInOrder, readTime, type WrittenDate, writtenDate } from '../cells/read-time.ts';
import { wordsOf } from '../header-words.ts';
import type { Judged, TypeSuggestion } from './suggest-reading.ts';

/** A few dates of a column may not exist, such as 31 February. */
const MIN_READABLE_SHARE = 0.9;
const TIME_NAMES = new Set('time timestamp date datetime at on created updated modified ts'.split(' '));

export function suggestDate(header: string, judged: Judged): TypeSuggestion {
  const epoch = suggestEpoch(header, judged);
  if (epoch !== undefined) return epoch;
  const written = judged.flatMap(({ text, count }) => {
    const date = writtenDate(datePartOf(text));
    return date === undefined ? [] : [{ date, count }];
  });
  if (weigh(written) < weigh(judged) * MIN_READABLE_SHARE) return undefined;
  const { order, asks, why } = findOrder(written.map(({ date }) => date));
  const read = judged.flatMap(({ text, count }) => {
    const time = readTime(text, order);
    return time === undefined ? [] : [{ ...time, count }];
  });
  if (weigh(read) < weigh(judged) * MIN_READABLE_SHARE) return undefined;
  const shortYears = written.some(({ date }) => date.hasShortYear)
    ? ' Years of two digits are read as 1969 to 2068.'
    : '';
  const timed = read.filter(({ clockMs }) => clockMs !== undefined);
  if (timed.length === 0)
    return { type: 'date', dateOrder: order, asks, reason: `Dates, ${why}.${shortYears}` };
  if (timed.every(({ clockMs, offsetMs }) => clockMs === 0 && offsetMs === undefined)) {
    return {
      type: 'date',
      dateOrder: order,
      asks,
      reason: `Dates, ${why}; the time is always midnight.${shortYears}`,
    };
  }
  const zone = timed.some(({ offsetMs }) => offsetMs === undefined) ? ', in local time' : '';
  return {
    type: 'timestamp',
    dateOrder: order,
    asks,
    reason: `Dates with a time${zone}, ${why}.${shortYears}`,
  };
}

function findOrder(dates: readonly WrittenDate[]): {
  readonly order: DateOrder;
  readonly asks: readonly 'date-order'[];
  readonly why: string;
} {
  const digits = dates.filter(({ shape }) => shape === 'digits');
  if (digits.length === 0) {
    const isNamed = dates.some(({ shape }) => shape === 'month-named');
    return { order: 'year-first', asks: [], why: isNamed ? 'the month in words' : 'year first' };
  }
  const fits = (order: DateOrder) => digits.filter((date) => dayInOrder(date, order) !== undefined).length;
  const dayFirst = fits('day-first');
  const monthFirst = fits('month-first');
  if (dayFirst === monthFirst) {
    return {
      order: 'day-first',
      asks: ['date-order'],
      why: 'but no day is above 12, so their order is a guess',
    };
  }
  const order = dayFirst > monthFirst ? 'day-first' : 'month-first';
  return { order, asks: [], why: order === 'day-first' ? 'the day first' : 'the month first' };
}

function suggestEpoch(header: string, judged: Judged): TypeSuggestion {
  if (!wordsOf(header).some((word) => TIME_NAMES.has(word))) return undefined;
  if (!judged.every(({ text }) => isEpoch(text))) return undefined;
  return { type: 'timestamp', reason: 'Seconds or milliseconds since 1970.' };
}

function weigh(items: readonly { readonly count: number }[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}
