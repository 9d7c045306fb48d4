import { addDays, addMonths, civilFromDay, isLeapYear, MIN_DAY, monthDay } from '../kernel/calendar.ts';
import { compareNumbers } from '../kernel/order.ts';
import type { Day, LeapDay } from '../kernel/time.ts';
import type { CalendarDateTest } from './definition.ts';
import { wholeRange } from './number-range.ts';
import type { Clock } from './resolve-context.ts';
import { type Bounds, isAmount } from './resolve-time.ts';
import type { NumberRange } from './resolved.ts';

const LEAP_DAY = 229;
const STAND_IN = { 'february-28': 228, 'march-1': 301 } as const satisfies Record<LeapDay, number>;
const LONGEST_YEAR = 366;
/** More than any month has: whatever is too much is never looked up. */
const DAYS_OF_MONTH = Array.from({ length: 31 }, (_, index) => index + 1);

/**
 * The anniversaries that fall on the days meant, as month × 100 + day, sorted (SEG-20). `undefined` while
 * something is not filled in.
 */
export function anniversaryMonthDays(
  when: Extract<CalendarDateTest, { kind: 'anniversary' }>['when'],
  clock: Clock,
): readonly number[] | undefined {
  const { today, leapDay } = clock;
  switch (when.kind) {
    case 'today':
      return monthDaysOf({ from: today, to: today }, leapDay);
    case 'in-last':
      return isAmount(when.days)
        ? monthDaysOf({ from: addDays(today, -when.days), to: today }, leapDay)
        : undefined;
    case 'in-next':
      return isAmount(when.days)
        ? monthDaysOf({ from: today, to: addDays(today, when.days) }, leapDay)
        : undefined;
    case 'in-months': {
      // The month on the certificate, in any year: 29 February is in February.
      const months = [...new Set(when.months)]
        .filter((month) => month >= 1 && month <= 12)
        .sort(compareNumbers);
      if (months.length === 0) return undefined;
      return months.flatMap((month) => DAYS_OF_MONTH.map((day) => month * 100 + day));
    }
  }
}

function monthDaysOf(days: Bounds, leapDay: LeapDay): readonly number[] {
  const found = new Set<number>();
  const last = Math.min(days.to, days.from + LONGEST_YEAR);
  for (let day: Day = days.from; day <= last; day += 1) {
    found.add(monthDay(day));
    // In a common year one other day stands in for 29 February, so it comes once a year, never twice.
    if (monthDay(day) === STAND_IN[leapDay] && !isLeapYear(civilFromDay(day).year)) found.add(LEAP_DAY);
  }
  return [...found].sort(compareNumbers);
}

/**
 * The birth dates of those whose age in whole years is in `range` today. Someone born on 29 February has
 * a birthday for this on 1 March in common years (SEG-20). The unborn have no age.
 */
export function birthDaysOfAge(range: NumberRange, { today }: Clock): Bounds {
  const { from, to } = wholeRange(range);
  return {
    from: to === null ? MIN_DAY : latestBirth(today, to + 1) + 1,
    to: from === null ? today : latestBirth(today, from),
  };
}

/** The latest date of birth of those who are at least `age` today. */
function latestBirth(today: Day, age: number): Day {
  if (age <= 0) return today;
  if (civilFromDay(today).year - age < 1) return MIN_DAY - 1;
  return addMonths(today, -12 * age);
}
