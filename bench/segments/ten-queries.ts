import { addMonths, formatDay } from '../../shared/kernel/calendar.ts';
import type { Instant } from '../../shared/kernel/time.ts';

const DAY_MS = 86_400_000;

/**
 * The ten segments as a person who knows DuckDB would write them, by id. Times are milliseconds, as the
 * tables hold them; amounts are decimals, so sums are exact there as well.
 */
export function tenQueries(now: Instant): Readonly<Record<string, string>> {
  const since = (days: number): string => `occurred_at >= ${now - days * DAY_MS}`;
  const bornBy = (age: number): string =>
    `DATE '${formatDay(addMonths(Math.floor(now / DAY_MS), -12 * age))}'`;
  const s7 = `SELECT profile FROM "order" WHERE ${since(365)} GROUP BY profile HAVING sum(amount) > 500`;
  const s8 = `(country IN ('Norway', 'Denmark') OR tier = 'Gold')
    AND ordinal IN (SELECT profile FROM email_opened WHERE ${since(90)})
    AND ordinal NOT IN (SELECT profile FROM "order" WHERE ${since(180)})`;
  const members = (where: string): string => `SELECT count(*) FROM profiles WHERE ${where}`;
  return {
    s1: members(`country = 'Poland'`),
    s2: members('lifetime_value BETWEEN 250 AND 400'),
    s3: members(`tag_vip AND newsletter_email IN ('opted-in', 'confirmed')`),
    s4: members(`contains(email, 'lind')`),
    s5: `SELECT count(*) FROM (SELECT profile FROM email_opened WHERE ${since(30)} GROUP BY profile HAVING count(*) >= 3)`,
    s6: members(`ordinal NOT IN (SELECT profile FROM "order")`),
    s7: `SELECT count(*) FROM (${s7})`,
    s8: members(s8),
    s9: members(`birth_date > ${bornBy(40)} AND birth_date <= ${bornBy(25)} AND (
      ordinal IN (SELECT profile FROM product_view WHERE ${since(60)} AND category = 'Tents' GROUP BY profile HAVING count(*) >= 2)
      OR (ordinal IN (SELECT profile FROM cart WHERE ${since(14)})
        AND ordinal NOT IN (SELECT profile FROM "order" WHERE ${since(14)})))`),
    s10: members(`${s8}
      AND ordinal NOT IN (${s7})
      AND (contains(email, 'nord') OR tag_wholesale OR birth_date > ${bornBy(30)})
      AND ordinal IN (SELECT profile FROM email_sent GROUP BY profile HAVING count(*) >= 5)`),
  };
}
