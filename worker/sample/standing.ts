import type { TagId } from '../../shared/profile/data-model.ts';
import type { Facts } from './known-facts.ts';
import type { Person } from './person.ts';
import type { Purchases } from './purchases.ts';
import type { Random } from './random.ts';

interface Standing {
  readonly person: Person;
  readonly purchases: Purchases;
}

/** Adds what follows from purchases: lifetime figures, points and tier. */
export function addStanding(random: Random, facts: Facts, { person, purchases }: Standing): void {
  if (!person.persona.customer) return;
  // The old shop's sums came along, its orders did not.
  const oldOrders = person.broughtOver ? random.between(1, 7) : 0;
  const oldCents = Array.from({ length: oldOrders }, () => random.between(900, 32_000)).reduce(sum, 0);
  const cents = purchases.cents + oldCents;
  facts['lifetime_orders'] = purchases.orders + oldOrders;
  facts['lifetime_value'] = cents / 100;
  facts['last_order_at'] = purchases.lastAt;
  if (facts['club_member'] !== true) return;
  facts['loyalty_points'] = Math.floor(cents / 1000) * 10 + random.below(40);
  facts['customer_tier'] = tierOf(random, cents);
}

function tierOf(random: Random, cents: number): string {
  const tier = cents >= 120_000 ? 'Gold' : cents >= 40_000 ? 'Silver' : 'Bronze';
  // Some were keyed in by hand.
  return random.chance(0.03) ? tier.toLowerCase() : tier;
}

export function tagsOf(random: Random, { person, purchases }: Standing): readonly TagId[] {
  const { name } = person.persona;
  const tags: string[] = [];
  if (purchases.cents >= 180_000 || (name === 'loyal' && random.chance(0.12))) tags.push('vip');
  if (name === 'wholesale') tags.push('wholesale');
  if (purchases.complainedAt !== undefined) tags.push('complained');
  if (name === 'loyal' && random.chance(0.06)) tags.push('ambassador');
  if (random.chance(name === 'reader' ? 0.06 : name === 'wholesale' ? 0.3 : 0)) tags.push('trade_fair');
  if (name === 'regular' && random.chance(0.008)) tags.push('staff');
  return tags.map((tag) => tag as TagId);
}

function sum(total: number, part: number): number {
  return total + part;
}
