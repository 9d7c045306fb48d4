import type { Instant } from '../../shared/kernel/time.ts';
import { CATALOGUE, type Product } from './catalogue.ts';
import type { EventRecorder } from './event-recorder.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { DAY_MS } from './shop-rhythm.ts';

/** What somebody bought here so far; amounts in cents of their own currency. */
export interface Purchases {
  orders: number;
  cents: number;
  lastAt: Instant | undefined;
  /** Something went wrong, and they said so. */
  complainedAt: Instant | undefined;
  /** Number of the next order; one count for the whole shop. */
  readonly numbers: OrderNumbers;
}
export interface OrderNumbers {
  next: number;
}

const COUPONS = ['WELCOME10', 'BLACK15', 'CLUB5', 'GIFT'];
const COUPON_WEIGHTS = [50, 22, 24, 4];
/** What remains to be paid, in hundredths. */
const COUPON_PAYS = [90, 85, 95, 0];
const RETURN_REASONS = ['too small', 'too large', 'changed my mind', 'damaged', 'not as pictured'];

/** Prices are in euro; elsewhere they are converted and end in whole cents. */
const RATE = { EUR: 100, GBP: 86, USD: 108 } as const;

export interface OrderPlan {
  readonly ordinal: number;
  readonly person: Person;
  readonly at: Instant;
  readonly product: Product;
  readonly items: number;
}

/** Records the order, and what may follow: a return, a review, a complaint. */
export function placeOrder(
  deps: { readonly random: Random; readonly recorder: EventRecorder },
  { ordinal, person, at, product, items }: OrderPlan,
  purchases: Purchases,
): void {
  const { random, recorder } = deps;
  const couponIndex = random.chance(0.14) ? random.weighted(COUPON_WEIGHTS) : -1;
  const cents = priceOf(random, { product, items, rate: RATE[person.country.currency] });
  const paid = Math.round((cents * (COUPON_PAYS[couponIndex] ?? 100)) / 100);
  const orderId = `${20_000_000 + purchases.numbers.next}`;
  const placed = recorder.record('order', {
    ordinal,
    at,
    values: {
      order_id: orderId,
      amount: paid / 100,
      currency: person.country.currency,
      items,
      sku: product.sku,
      product: product.name,
      category: product.category,
      coupon: COUPONS[couponIndex],
      gift: random.chance(0.9) ? random.chance(0.08) : undefined,
    },
  });
  if (!placed) return;
  purchases.numbers.next += 1;
  purchases.orders += 1;
  purchases.cents += paid;
  purchases.lastAt = Math.max(purchases.lastAt ?? at, at);

  const returns = random.chance(0.075);
  const returnedAt = at + random.between(4, 28) * DAY_MS + random.below(DAY_MS / 2);
  if (returns) {
    const amount = (items > 1 && random.chance(0.4) ? Math.round(paid / items) : paid) / 100;
    const values = {
      order_id: orderId,
      amount,
      currency: person.country.currency,
      reason: random.pick(RETURN_REASONS),
    };
    recorder.record('order_returned', { ordinal, at: returnedAt, values });
  }
  if (random.chance(0.1)) {
    const rating = returns ? 1 + random.below(3) : 3 + random.below(5) / 2;
    const writtenAt = at + random.between(6, 21) * DAY_MS + random.below(DAY_MS / 2);
    recorder.record('form_submit', { ordinal, at: writtenAt, values: { form: 'Product review', rating } });
  }
  if (random.chance(returns ? 0.12 : 0.008)) {
    const complainedAt = (returns ? returnedAt : at) + random.between(1, 5) * DAY_MS;
    const written = recorder.record('form_submit', {
      ordinal,
      at: complainedAt,
      values: { form: 'Complaint' },
    });
    if (written) purchases.complainedAt = complainedAt;
  }
}

/** In cents: the product, and other things for the rest of the items. */
function priceOf(
  random: Random,
  { product, items, rate }: { readonly product: Product; readonly items: number; readonly rate: number },
): number {
  let euroCents = product.price;
  const others = Math.min(items - 1, 3);
  for (let other = 0; other < others; other += 1) euroCents += random.pick(CATALOGUE).price;
  // A large order is mostly more of the same.
  euroCents += product.price * Math.max(0, items - 1 - others);
  return Math.round((euroCents * rate) / 100);
}
