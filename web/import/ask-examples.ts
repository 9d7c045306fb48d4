import type { DateOrder } from '../../shared/import-api.ts';
import { dayFromCivil, isCivilDate } from '../../shared/kernel/calendar.ts';
import type { Day } from '../../shared/kernel/time.ts';

const DATE = /^\s*(\d{1,4})[./\-\s](\d{1,2})[./\-\s](\d{1,4})(?!\d)/;

/** What a sample would mean in an order, to choose by; `undefined` where it would mean nothing. */
export function exampleDay(samples: readonly string[], order: DateOrder): Day | undefined {
  // A date that reads differently in each order shows the difference.
  const ranked = samples.toSorted((a, b) => Number(isTelling(b)) - Number(isTelling(a)));
  for (const sample of ranked) {
    const day = dayInOrder(sample, order);
    if (day !== undefined) return day;
  }
  return undefined;
}

function isTelling(sample: string): boolean {
  const parts = DATE.exec(sample);
  return parts !== null && Number(parts[1]) !== Number(parts[2]);
}

function dayInOrder(sample: string, order: DateOrder): Day | undefined {
  const parts = DATE.exec(sample);
  if (parts === null) return undefined;
  const [first = 0, second = 0, third = 0] = parts.slice(1).map(Number);
  if (order === 'year-first') return existing(first, second, third);
  // Two digits of a year: 69 to 99 are of the 1900s.
  const year = third >= 100 ? third : third + (third >= 69 ? 1900 : 2000);
  return order === 'day-first' ? existing(year, second, first) : existing(year, first, second);
}

function existing(year: number, month: number, day: number): Day | undefined {
  const date = { year, month, day };
  return isCivilDate(date) ? dayFromCivil(date) : undefined;
}

/** What the first sample with a mark in it would mean; the marks are read as decimals or as groups. */
export function exampleNumber(samples: readonly string[], decimal: 'point' | 'comma'): number | undefined {
  const sample = samples.find((text) => /\d[.,]\d/.test(text));
  const digits = sample?.match(/-?[\d.,]*\d/)?.[0];
  if (digits === undefined) return undefined;
  const mark = decimal === 'point' ? '.' : ',';
  const plain = digits.replaceAll(mark === '.' ? ',' : '.', '').replace(mark, '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
