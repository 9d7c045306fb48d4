import { civilFromDay, dayOfWeek } from '../../shared/kernel/calendar.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Random } from './random.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
/** How far back the shop's records go. */
export const SHOP_DAYS = 730;
/** The shop's own local time; it does not matter here that summer time moves it. */
const LOCAL_MS = HOUR_MS;

/** January first: sales, then spring tours, an empty July, the dark weeks before Christmas. */
const MONTH_WEIGHTS = [0.95, 0.75, 0.85, 1, 1.15, 1.1, 0.7, 0.9, 1, 1.05, 1.5, 1.6];
/** Sunday first. */
const WEEKDAY_WEIGHTS = [1.3, 1.1, 1, 0.95, 1, 0.85, 0.8];
/** Nobody at four in the morning, lunch, and the sofa at nine in the evening. */
const HOUR_WEIGHTS = [
  3, 2, 1, 1, 1, 2, 6, 12, 18, 22, 24, 26, 32, 26, 22, 22, 24, 26, 30, 40, 52, 48, 28, 10,
];

/** Chooses when things happen, by season, weekday and hour, never after the base instant. */
export interface ShopRhythm {
  readonly now: Instant;
  /** From `earliest` to `latest`, both in; instants outside the shop's records are drawn in. */
  instantBetween(random: Random, earliest: Instant, latest: Instant): Instant;
  /** How busy the shop is between two instants, against an average day: 1 a day. */
  busyDays(earliest: Instant, latest: Instant): number;
}

export function createShopRhythm(now: Instant): ShopRhythm {
  const lastDay = Math.floor((now + LOCAL_MS) / DAY_MS);
  const firstDay = lastDay - SHOP_DAYS + 1;
  const start = firstDay * DAY_MS - LOCAL_MS;
  /** Weight of all days before each, so that a day is found by halving. */
  const before = new Float64Array(SHOP_DAYS + 1);
  for (let index = 0; index < SHOP_DAYS; index += 1) {
    before[index + 1] = (before[index] ?? 0) + dayWeight(firstDay + index);
  }
  const mean = (before[SHOP_DAYS] ?? 1) / SHOP_DAYS;
  const hourOfThousand = spreadHours();

  function weightAt(instant: Instant): number {
    const days = Math.min(Math.max((instant - start) / DAY_MS, 0), SHOP_DAYS);
    const whole = Math.min(Math.floor(days), SHOP_DAYS - 1);
    const low = before[whole] ?? 0;
    return low + ((before[whole + 1] ?? low) - low) * (days - whole);
  }

  function instantBetween(random: Random, earliest: Instant, latest: Instant): Instant {
    const from = Math.min(Math.max(earliest, start), now);
    const to = Math.max(Math.min(latest, now), from);
    const low = weightAt(from);
    const high = weightAt(to);
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const day = dayAtWeight(before, low + (high - low) * random.next());
      const hour = hourOfThousand[random.below(1000)] ?? 12;
      const instant = start + day * DAY_MS + hour * HOUR_MS + random.below(HOUR_MS);
      if (instant >= from && instant <= to) return instant;
    }
    // Too narrow for the rhythm to fit in.
    return from + Math.floor((to - from) * random.next());
  }

  return {
    now,
    instantBetween,
    busyDays: (earliest, latest) => Math.max(0, weightAt(latest) - weightAt(earliest)) / mean,
  };
}

function dayWeight(day: number): number {
  const { month, day: ofMonth } = civilFromDay(day);
  const season = MONTH_WEIGHTS[month - 1] ?? 1;
  const blackWeek = month === 11 && ofMonth >= 22 && ofMonth <= 29 ? 1.6 : 1;
  return season * blackWeek * (WEEKDAY_WEIGHTS[dayOfWeek(day)] ?? 1);
}

function dayAtWeight(before: Float64Array, weight: number): number {
  let low = 0;
  let high = before.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((before[middle] ?? 0) <= weight) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The hour for each thousandth of a day's events. */
function spreadHours(): Uint8Array {
  const total = HOUR_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
  const hours = new Uint8Array(1000);
  let sum = 0;
  let filled = 0;
  for (const [hour, weight] of HOUR_WEIGHTS.entries()) {
    sum += weight;
    const end = Math.round((sum / total) * 1000);
    hours.fill(hour, filled, end);
    filled = end;
  }
  return hours;
}
