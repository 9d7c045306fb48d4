import { addMonths, formatDay } from '../../shared/kernel/calendar.ts';
import type { Instant } from '../../shared/kernel/time.ts';

const DAY_MS = 86_400_000;

/**
 * The ten segments as somebody who knows DuckDB would write them, by id: where there are several good
 * ways, all of them, and the engine finds out which is fastest. Each could as well list its members: that
 * a count alone could be had by subtraction does not help who combines segments. Times are milliseconds, as the tables hold
 * them; amounts are decimals, so sums are exact there as well.
 */
export function tenQueries(now: Instant): Readonly<Record<string, readonly string[]>> {
  const [notIn, notExists] = [queries(now, ordinalNotIn), queries(now, noneOf)];
  const both = Object.keys(notIn).map((id) => [id, distinct([notIn[id], notExists[id]])] as const);
  return {
    ...Object.fromEntries(both),
    s4: [members(`contains(email, 'lind')`), members(`email LIKE '%lind%'`)],
  };
}

/** Two ways to say that nothing is there. */
type Absent = (table: string, where: string) => string;
const ordinalNotIn: Absent = (table, where) =>
  `ordinal NOT IN (SELECT profile FROM "${table}" WHERE ${where})`;
const noneOf: Absent = (table, where) =>
  `NOT EXISTS (SELECT 1 FROM "${table}" WHERE profile = profiles.ordinal AND ${where})`;

function queries(now: Instant, absent: Absent): Readonly<Record<string, string>> {
  const since = (days: number): string => `occurred_at >= ${now - days * DAY_MS}`;
  const bornBy = (age: number): string =>
    `DATE '${formatDay(addMonths(Math.floor(now / DAY_MS), -12 * age))}'`;
  const s7 = `SELECT profile FROM "order" WHERE ${since(365)} GROUP BY profile HAVING sum(amount) > 500`;
  const s8 = `(country IN ('Norway', 'Denmark') OR tier = 'Gold')
    AND ordinal IN (SELECT profile FROM email_opened WHERE ${since(90)})
    AND ${absent('order', since(180))}`;
  return {
    s1: members(`country = 'Poland'`),
    s2: members('lifetime_value BETWEEN 250 AND 400'),
    s3: members(`tag_vip AND newsletter_email IN ('opted-in', 'confirmed')`),
    s5: `SELECT count(*) FROM (SELECT profile FROM email_opened WHERE ${since(30)} GROUP BY profile HAVING count(*) >= 3)`,
    s6: members(absent('order', 'true')),
    s7: `SELECT count(*) FROM (${s7})`,
    s8: members(s8),
    s9: members(`birth_date > ${bornBy(40)} AND birth_date <= ${bornBy(25)} AND (
      ordinal IN (SELECT profile FROM product_view WHERE ${since(60)} AND category = 'Tents' GROUP BY profile HAVING count(*) >= 2)
      OR (ordinal IN (SELECT profile FROM cart WHERE ${since(14)}) AND ${absent('order', since(14))}))`),
    s10: members(`${s8}
      AND ordinal NOT IN (${s7})
      AND (contains(email, 'nord') OR tag_wholesale OR birth_date > ${bornBy(30)})
      AND ordinal IN (SELECT profile FROM email_sent GROUP BY profile HAVING count(*) >= 5)`),
  };
}

function members(where: string): string {
  return `SELECT count(*) FROM profiles WHERE ${where}`;
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== undefined);
}
