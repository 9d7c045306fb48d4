export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  /** In cents. */
  readonly price: number;
}

/** What somebody who likes a thing looks at and buys. */
export const CATEGORIES_BY_INTEREST: Readonly<Record<string, readonly string[]>> = {
  Hiking: ['Footwear', 'Backpacks', 'Jackets'],
  Camping: ['Tents', 'Sleeping bags', 'Camp kitchen'],
  Running: ['Footwear', 'Base layers'],
  Skiing: ['Jackets', 'Base layers', 'Winter'],
  Climbing: ['Climbing', 'Backpacks'],
  Paddling: ['Water', 'Camp kitchen'],
  Fishing: ['Water', 'Jackets'],
  Cycling: ['Base layers', 'Accessories'],
};
export const INTERESTS = Object.keys(CATEGORIES_BY_INTEREST);

/** `article number|name|price in cents`; numbers begin with zeros, as many shops' do. */
const SHELVES: Readonly<Record<string, readonly string[]>> = {
  Jackets: [
    '001010|Fjäll rain jacket|18900',
    '001020|Drift windbreaker|8995',
    '001030|Tind down jacket|24900',
    '001040|Skog fleece|7495',
    '001050|Bris shell trousers|14950',
  ],
  Footwear: [
    '002010|Sti hiking boots|17995',
    '002020|Løype trail shoes|12999',
    '002030|Grus approach shoes|11450',
    '002040|Myr rubber boots|6990',
    '002050|Hytte slippers|3995',
  ],
  Backpacks: [
    '003010|Rygg 28 day pack|8950',
    '003020|Rygg 45 backpack|14995',
    '003030|Rygg 65 expedition pack|22900',
    '003040|Last duffel 90|9900',
  ],
  Tents: [
    '004010|Lä two-person tent|34900',
    '004020|Lä three-person tent|44900',
    '004030|Stuga tunnel tent|79900',
    '004040|Vind tarp|8999',
  ],
  'Sleeping bags': [
    '005010|Natt summer bag|9900',
    '005020|Natt three-season bag|18950',
    '005030|Natt winter bag|32900',
    '005040|Dun sleeping mat|12495',
  ],
  'Camp kitchen': [
    '006010|Glöd gas stove|5995',
    '006020|Kåsa wooden cup|1995',
    '006030|Gryte pot set|4950',
    '006040|Café press bottle|2999',
    '006050|Øse enamel ladle|895',
  ],
  'Base layers': [
    '007010|Ull merino top|6995',
    '007020|Ull merino tights|6495',
    '007030|Socka hiking socks|1790',
    '007040|Løp running tee|3450',
  ],
  Winter: ['008010|Spår ski wax kit|2499', '008020|Is crampons|8990', '008030|Snø gaiters|4995'],
  Climbing: ['009010|Grep harness|6990', '009020|Tau rope 60 m|15900', '009030|Krit chalk bag|1950'],
  Water: ['010010|Å dry bag 20 l|2995', '010020|Fjord paddle|11900', '010030|Flyt life vest|8450'],
  Accessories: [
    '011010|Lykt head torch|3999',
    '011020|Karta map case|1495',
    '011030|Kniv folding knife|4590',
    '011040|Mössa wool hat|2950',
    '011050|Vante mittens|3295',
    '011060|Gift card|5000',
  ],
};

export const CATALOGUE: readonly Product[] = Object.entries(SHELVES).flatMap(([category, lines]) =>
  lines.map((line) => {
    const [sku = '', name = '', price = ''] = line.split('|');
    return { sku, name, category, price: Number(price) };
  }),
);

export const PRODUCTS_BY_CATEGORY: ReadonlyMap<string, readonly Product[]> = new Map(
  Object.keys(SHELVES).map((category) => [
    category,
    CATALOGUE.filter((product) => product.category === category),
  ]),
);
