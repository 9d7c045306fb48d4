import type { Instant } from '../../shared/kernel/time.ts';
import { CATALOGUE, CATEGORIES_BY_INTEREST, PRODUCTS_BY_CATEGORY, type Product } from './catalogue.ts';
import type { EventRecorder } from './event-recorder.ts';
import type { Person } from './person.ts';
import { type Purchases, placeOrder } from './purchases.ts';
import type { Random } from './random.ts';
import { HOUR_MS, type ShopRhythm } from './shop-rhythm.ts';

const MINUTE_MS = 60_000;
const DEVICES = ['mobile', 'desktop', 'tablet'];
const DEVICE_WEIGHTS = [58, 35, 7];
const REFERRERS = ['search', 'newsletter', 'social', 'partner', undefined];
const REFERRER_WEIGHTS = [34, 14, 12, 4, 36];
const PAGES = [
  '/',
  '/sale',
  '/new',
  '/guides/layering',
  '/guides/first-tent',
  '/stores',
  '/delivery',
  '/club',
];
/** Weights of 0, 1, 2… */
const MORE_PAGES = [76, 18, 6];
const LOOKS = [48, 34, 12, 6];
const MORE_ITEMS = [70, 20, 7, 3];

export interface ShopVisitor {
  readonly person: Person;
  readonly ordinal: number;
}

/** Everything somebody does in the shop, from joining to leaving. */
export function visitShop(
  deps: { readonly random: Random; readonly rhythm: ShopRhythm; readonly recorder: EventRecorder },
  visitor: ShopVisitor,
  purchases: Purchases,
): void {
  const { random, rhythm } = deps;
  const { persona, joinedAt, leavesAt, broughtOver } = visitor.person;
  // Some come three times as often as others of their kind.
  const liveliness = 0.4 + random.next() * 0.6 + (random.chance(0.15) ? 1.1 : 0);
  const expected = (rhythm.busyDays(joinedAt, leavesAt) * persona.visitsIn100Days * liveliness) / 100;
  const visitCount = Math.floor(expected) + (random.chance(expected - Math.floor(expected)) ? 1 : 0);

  // New customers are met at their first order; visitors and readers at their first page.
  if (persona.order > 0 && !broughtOver) visit(deps, visitor, { at: joinedAt, orders: true, purchases });
  else if (persona.name === 'visitor' || persona.name === 'browser') {
    visit(deps, visitor, { at: joinedAt, orders: false, purchases });
  }
  const times = Array.from({ length: visitCount }, () => rhythm.instantBetween(random, joinedAt, leavesAt));
  for (const at of times.sort((one, other) => one - other))
    visit(deps, visitor, { at, orders: false, purchases });
}

function visit(
  deps: { readonly random: Random; readonly recorder: EventRecorder },
  { person, ordinal }: ShopVisitor,
  plan: { readonly at: Instant; readonly orders: boolean; readonly purchases: Purchases },
): void {
  const { random, recorder } = deps;
  const device = DEVICES[random.weighted(DEVICE_WEIGHTS)] ?? 'mobile';
  const referrer = REFERRERS[random.weighted(REFERRER_WEIGHTS)];
  let at = plan.at;
  const soon = (): Instant => {
    at += random.between(8, 240) * 1000 + random.below(1000);
    return at;
  };

  const pageCount = 1 + random.weighted(MORE_PAGES);
  for (let page = 0; page < pageCount; page += 1) {
    const path = page === 0 && random.chance(0.45) ? '/' : random.pick(PAGES);
    recorder.record('page_view', {
      ordinal,
      at: page === 0 ? at : soon(),
      values: { path, referrer, device },
    });
  }

  const taste = person.interests.flatMap((interest) => CATEGORIES_BY_INTEREST[interest] ?? []);
  const looked: Product[] = [];
  const lookCount = plan.orders ? 1 + random.below(2) : random.weighted(LOOKS);
  for (let look = 0; look < lookCount; look += 1) {
    const product = productToLookAt(random, taste);
    looked.push(product);
    recorder.record('product_view', { ordinal, at: soon(), values: described(product, device) });
  }

  const wanted = looked.at(-1);
  if (wanted === undefined || !(plan.orders || random.chance(person.persona.cart * 1.2))) return;
  const items = person.persona.name === 'wholesale' ? random.between(8, 60) : 1 + random.weighted(MORE_ITEMS);
  recorder.record('cart', { ordinal, at: soon(), values: described(wanted, undefined, items) });
  if (!plan.orders && !random.chance(person.persona.order)) return;
  const orderedAt =
    soon() + (random.chance(0.08) ? random.between(1, 20) * HOUR_MS : random.below(4) * MINUTE_MS);
  placeOrder(deps, { ordinal, person, at: orderedAt, product: wanted, items }, plan.purchases);
}

function productToLookAt(random: Random, taste: readonly string[]): Product {
  if (taste.length === 0 || random.chance(0.3)) return random.pick(CATALOGUE);
  return random.pick(PRODUCTS_BY_CATEGORY.get(random.pick(taste)) ?? CATALOGUE);
}

function described(product: Product, device?: string, items?: number) {
  const { sku, name, category, price } = product;
  return { sku, product: name, category, price: price / 100, device, items };
}
