import type { NameCulture } from './given-names.ts';

/** Where profiles live, and what follows from that. */
export interface Country {
  readonly name: string;
  readonly language: string;
  readonly culture: NameCulture;
  /** Share among all profiles, as a weight. */
  readonly weight: number;
  readonly currency: 'EUR' | 'GBP' | 'USD';
  readonly cities: readonly string[];
  /** Consent by a second click is the custom here. */
  readonly confirmsConsent: boolean;
  /** Numbers set aside for fiction by the country's own authority; none where it sets none aside. */
  readonly phones: readonly PhoneRange[];
}

/** From `prefix` + `first` to `prefix` + `last`, with as many digits as `last` has. */
export interface PhoneRange {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
}

const cities = (names: string): readonly string[] => names.split('|');

export const COUNTRIES: readonly Country[] = [
  {
    name: 'Sweden',
    language: 'Swedish',
    culture: 'swedish',
    weight: 24,
    currency: 'EUR',
    cities: cities(
      'Stockholm|Göteborg|Malmö|Uppsala|Västerås|Örebro|Linköping|Umeå|Luleå|Östersund|Växjö|Lund',
    ),
    confirmsConsent: false,
    phones: [
      { prefix: '+46701740', first: 605, last: 699 },
      { prefix: '+46313900', first: 600, last: 699 },
      { prefix: '+46406280', first: 400, last: 499 },
      { prefix: '+46846500', first: 400, last: 499 },
    ],
  },
  {
    name: 'Norway',
    language: 'Norwegian',
    culture: 'norwegian',
    weight: 9,
    currency: 'EUR',
    cities: cities('Oslo|Bergen|Trondheim|Stavanger|Tromsø|Bodø|Ålesund|Kristiansand|Tønsberg'),
    confirmsConsent: false,
    phones: [],
  },
  {
    name: 'Denmark',
    language: 'Danish',
    culture: 'danish',
    weight: 9,
    currency: 'EUR',
    cities: cities('København|Aarhus|Odense|Aalborg|Esbjerg|Køge|Sønderborg|Rønne|Helsingør'),
    confirmsConsent: false,
    phones: [],
  },
  {
    name: 'Finland',
    language: 'Finnish',
    culture: 'finnish',
    weight: 7,
    currency: 'EUR',
    cities: cities('Helsinki|Espoo|Tampere|Turku|Oulu|Jyväskylä|Hämeenlinna|Rovaniemi|Porvoo'),
    confirmsConsent: false,
    phones: [],
  },
  {
    name: 'Germany',
    language: 'German',
    culture: 'german',
    weight: 11,
    currency: 'EUR',
    cities: cities('Berlin|Hamburg|München|Köln|Düsseldorf|Nürnberg|Lübeck|Münster|Kiel|Gießen'),
    confirmsConsent: true,
    phones: [
      { prefix: '+49176040690', first: 0, last: 99 },
      { prefix: '+4917139200', first: 0, last: 99 },
    ],
  },
  {
    name: 'United Kingdom',
    language: 'English',
    culture: 'english',
    weight: 14,
    currency: 'GBP',
    cities: cities(
      "London|Manchester|Edinburgh|Bristol|Leeds|Cardiff|Glasgow|King's Lynn|Stratford-upon-Avon",
    ),
    confirmsConsent: false,
    phones: [{ prefix: '+447700900', first: 0, last: 999 }],
  },
  {
    name: 'Ireland',
    language: 'English',
    culture: 'english',
    weight: 6,
    currency: 'EUR',
    cities: cities('Dublin|Cork|Galway|Limerick|Dún Laoghaire'),
    confirmsConsent: false,
    phones: [{ prefix: '+3532091', first: 0, last: 99_999 }],
  },
  {
    name: 'France',
    language: 'French',
    culture: 'french',
    weight: 8,
    currency: 'EUR',
    cities: cities('Paris|Lyon|Orléans|Saint-Étienne|Nîmes|Besançon|Bordeaux|Strasbourg'),
    confirmsConsent: false,
    phones: [{ prefix: '+3363998', first: 0, last: 9999 }],
  },
  {
    name: 'Netherlands',
    language: 'Dutch',
    culture: 'dutch',
    weight: 5,
    currency: 'EUR',
    cities: cities("Amsterdam|Rotterdam|Utrecht|'s-Hertogenbosch|Groningen|Eindhoven"),
    confirmsConsent: false,
    phones: [],
  },
  {
    name: 'Poland',
    language: 'Polish',
    culture: 'polish',
    weight: 3,
    currency: 'EUR',
    cities: cities('Warszawa|Kraków|Łódź|Gdańsk|Poznań|Wrocław'),
    confirmsConsent: true,
    phones: [],
  },
  {
    name: 'Spain',
    language: 'Spanish',
    culture: 'spanish',
    weight: 2,
    currency: 'EUR',
    cities: cities('Madrid|Barcelona|Málaga|Cádiz|A Coruña'),
    confirmsConsent: false,
    phones: [],
  },
  {
    name: 'Italy',
    language: 'Italian',
    culture: 'italian',
    weight: 1.5,
    currency: 'EUR',
    cities: cities("Milano|Roma|Torino|Forlì|L'Aquila"),
    confirmsConsent: false,
    phones: [],
  },
  {
    name: 'United States',
    language: 'English',
    culture: 'english',
    weight: 1.5,
    currency: 'USD',
    cities: cities('Portland|Minneapolis|Boston|San José|Coeur d’Alene'),
    confirmsConsent: false,
    phones: [
      { prefix: '+1503555', first: 100, last: 199 },
      { prefix: '+1617555', first: 100, last: 199 },
    ],
  },
];
