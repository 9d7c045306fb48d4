/** How people behave; what they are like decides what they do, so that conditions find each other. */
export type PersonaName =
  | 'visitor'
  | 'reader'
  | 'browser'
  | 'newcomer'
  | 'one-timer'
  | 'regular'
  | 'loyal'
  | 'lapsed'
  | 'wholesale';

export interface Persona {
  readonly name: PersonaName;
  /** Share among all profiles, as a weight. */
  readonly weight: number;
  /** Days before the base instant when first seen: the earliest, the latest. */
  readonly joined: readonly [earliest: number, latest: number];
  /** Days after joining until they stay away; absent: they still come. */
  readonly stays?: readonly [shortest: number, longest: number];
  /** Visits to the shop in 100 days. */
  readonly visitsIn100Days: number;
  /** Shares of visits that end with something in the cart, and of those that are ordered. */
  readonly cart: number;
  readonly order: number;
  /** Share that ever agreed to the newsletter. */
  readonly newsletter: number;
  /** Shares of sent that are opened, and of opened that are clicked. */
  readonly opens: number;
  readonly clicks: number;
  /** Has a customer number. */
  readonly customer: boolean;
}

export const PERSONAS: readonly Persona[] = [
  {
    name: 'visitor',
    weight: 15,
    joined: [420, 0],
    stays: [0, 20],
    visitsIn100Days: 3,
    cart: 0.12,
    order: 0,
    newsletter: 0,
    opens: 0,
    clicks: 0,
    customer: false,
  },
  {
    name: 'reader',
    weight: 20,
    joined: [728, 3],
    visitsIn100Days: 0.08,
    cart: 0.06,
    order: 0,
    newsletter: 0.93,
    opens: 0.42,
    clicks: 0.14,
    customer: false,
  },
  {
    name: 'browser',
    weight: 9,
    joined: [700, 20],
    visitsIn100Days: 0.6,
    cart: 0.25,
    order: 0,
    newsletter: 0.45,
    opens: 0.36,
    clicks: 0.3,
    customer: false,
  },
  {
    name: 'newcomer',
    weight: 9,
    joined: [75, 1],
    visitsIn100Days: 2,
    cart: 0.55,
    order: 0.6,
    newsletter: 0.4,
    opens: 0.55,
    clicks: 0.3,
    customer: true,
  },
  {
    name: 'one-timer',
    weight: 13,
    joined: [728, 40],
    stays: [0, 25],
    visitsIn100Days: 1,
    cart: 0.9,
    order: 0.85,
    newsletter: 0.22,
    opens: 0.18,
    clicks: 0.06,
    customer: true,
  },
  {
    name: 'regular',
    weight: 16,
    joined: [728, 90],
    visitsIn100Days: 0.4,
    cart: 0.6,
    order: 0.65,
    newsletter: 0.42,
    opens: 0.38,
    clicks: 0.18,
    customer: true,
  },
  {
    name: 'loyal',
    weight: 6.5,
    joined: [728, 200],
    visitsIn100Days: 1.5,
    cart: 0.68,
    order: 0.75,
    newsletter: 0.72,
    opens: 0.66,
    clicks: 0.32,
    customer: true,
  },
  {
    name: 'lapsed',
    weight: 11,
    joined: [728, 420],
    stays: [60, 230],
    visitsIn100Days: 0.7,
    cart: 0.55,
    order: 0.6,
    newsletter: 0.4,
    opens: 0.07,
    clicks: 0.04,
    customer: true,
  },
  {
    name: 'wholesale',
    weight: 0.5,
    joined: [728, 120],
    visitsIn100Days: 1.6,
    cart: 0.9,
    order: 0.9,
    newsletter: 0.35,
    opens: 0.3,
    clicks: 0.15,
    customer: true,
  },
];
