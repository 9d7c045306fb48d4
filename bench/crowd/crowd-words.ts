const split = (words: string): readonly string[] => words.split(' ');

/** The first is the most frequent, the last the least. */
export const COUNTRIES = split(
  'Sweden Germany Norway Denmark Finland UK France Netherlands Poland Spain Italy Ireland Belgium Austria ' +
    'Switzerland USA Canada Estonia Latvia Lithuania Czechia Hungary Portugal Greece Iceland',
);
export const LANGUAGES = split('Swedish German Norwegian Danish Finnish English French Dutch Polish Spanish');
export const TIERS = split('Bronze Silver Gold Platinum');
export const CATEGORIES = split(
  'Jackets Footwear Backpacks Tents Sleeping Kitchen Base Winter Climbing Water Accessories Maps',
);
export const DOMAINS = split('example.com example.org example.net mail.example.com post.example.net');

const SYLLABLES = split(
  'al an ar be bo da di do e fi fra ga ge ha he hi i ja jo ka ke ki la le li lo ma me mi mo na ne ni no o pa pe ' +
    'ra re ri ro sa se si so ta te ti to u va ve vi wa ya ze',
);
const FAMILY_STARTS = split(
  'berg lind sten holm sand eng dal hed sol norr vester ek alm bjor gran hag hall kvarn lag mel nor os ram ros ' +
    'ryd sjo skog sund svan tall ulf vik wall wester zetter arn boll carl dahl edel fager gyll hell ivar jern kron ' +
    'lov malm nyd oster palm quist rund silver tors udd var wik yng akes oh',
);
const FAMILY_ENDS = split(
  'strom gren man qvist berg by dahl ell en er fors ander hav holt in ius mark nas ros son stad sten tun vall',
);

/** 600 given names and 1,400 family names; one family name in fifty contains "lind". */
export const GIVEN_NAMES: readonly string[] = Array.from({ length: 600 }, (_, index) =>
  [index, index * 7 + 3, index % 3 === 0 ? -1 : index * 13 + 5]
    .filter((place) => place >= 0)
    .map((place) => SYLLABLES[place % SYLLABLES.length] ?? '')
    .join(''),
);
export const FAMILY_NAMES: readonly string[] = FAMILY_STARTS.flatMap((start) =>
  FAMILY_ENDS.map((end) => start + end),
);

export const CITIES: readonly string[] = Array.from(
  { length: 400 },
  (_, index) => `${FAMILY_NAMES[(index * 37) % FAMILY_NAMES.length]}${index % 2 === 0 ? 'stad' : 'by'}`,
);
export const ACTIVITIES: readonly string[] = Array.from(
  { length: 120 },
  (_, index) => `Newsletter ${index + 1}`,
);
export const PATHS: readonly string[] = Array.from({ length: 60 }, (_, index) => `/page/${index + 1}`);
