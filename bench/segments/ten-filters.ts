import { addMonths } from '../../shared/kernel/calendar.ts';
import type { Day, Instant } from '../../shared/kernel/time.ts';

/** A profile as an ordinary web app holds it: an object with its events in a list. */
export interface Row {
  readonly email: string;
  readonly country: string | undefined;
  readonly tier: string | undefined;
  readonly birthDate: Day | undefined;
  readonly lifetimeValue: number | undefined;
  readonly tags: readonly string[];
  readonly newsletter: string | undefined;
  readonly events: RowEvent[];
}
export interface RowEvent {
  readonly type: string;
  readonly at: Instant;
  readonly category: string | undefined;
  /** In cents. */
  readonly amount: number;
}

const DAY_MS = 86_400_000;

/** The ten segments as functions of one row, by id. */
export function tenFilters(now: Instant): Readonly<Record<string, (row: Row) => boolean>> {
  const since = (days: number): Instant => now - days * DAY_MS;
  const bornBy = (age: number): Day => addMonths(Math.floor(now / DAY_MS), -12 * age);
  const did = (row: Row, type: string, from = 0): boolean =>
    row.events.some((event) => event.type === type && event.at >= from);
  const s7 = (row: Row): boolean => {
    const from = since(365);
    let sum = 0;
    for (const event of row.events) if (event.type === 'order' && event.at >= from) sum += event.amount;
    return sum > 50_000;
  };
  const s8 = (row: Row): boolean =>
    (row.country === 'Norway' || row.country === 'Denmark' || row.tier === 'Gold') &&
    did(row, 'email_opened', since(90)) &&
    !did(row, 'order', since(180));
  return {
    s1: (row) => row.country === 'Poland',
    s2: ({ lifetimeValue }) => lifetimeValue !== undefined && lifetimeValue >= 250 && lifetimeValue <= 400,
    s3: (row) =>
      row.tags.includes('vip') && (row.newsletter === 'opted-in' || row.newsletter === 'confirmed'),
    s4: (row) => row.email.includes('lind'),
    s5: (row) => isCountAtLeast(row, 3, (event) => event.type === 'email_opened' && event.at >= since(30)),
    s6: (row) => !did(row, 'order'),
    s7,
    s8,
    s9: (row) =>
      row.birthDate !== undefined &&
      row.birthDate > bornBy(40) &&
      row.birthDate <= bornBy(25) &&
      (isCountAtLeast(row, 2, (event) => isTentView(event) && event.at >= since(60)) ||
        (did(row, 'cart', since(14)) && !did(row, 'order', since(14)))),
    s10: (row) =>
      s8(row) &&
      !s7(row) &&
      (row.email.includes('nord') ||
        row.tags.includes('wholesale') ||
        (row.birthDate !== undefined && row.birthDate > bornBy(30))) &&
      isCountAtLeast(row, 5, (event) => event.type === 'email_sent'),
  };
}

function isTentView(event: RowEvent): boolean {
  return event.type === 'product_view' && event.category === 'Tents';
}

function isCountAtLeast(row: Row, least: number, fits: (event: RowEvent) => boolean): boolean {
  let count = 0;
  for (const event of row.events) {
    if (!fits(event)) continue;
    count += 1;
    if (count === least) return true;
  }
  return false;
}
