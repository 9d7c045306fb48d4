const ACCENTS = /\p{M}/gu;
const BETWEEN_WORDS = /(?<=\p{Ll}|\p{N})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[^\p{L}\p{N}]+/gu;

/** The words of a header: `CustomerKey` and `customer-key` are both customer, key. Lower case, no accents. */
export function wordsOf(header: string): readonly string[] {
  return header
    .replace(/e[-_ ]?mail/gi, 'Email')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** A header as a key for files and integrations: `Year_Birth` and `YearBirth` are `year_birth`. */
export function keyOf(header: string, fallback: string): string {
  return (
    header
      .split(BETWEEN_WORDS)
      .filter((word) => word !== '')
      .join('_')
      .toLowerCase()
      .normalize('NFC') || fallback
  );
}

/** A header as people read it: `annual_income` and `AnnualIncome` are “Annual income”, `VIP Club` stays. */
export function nameOf(header: string, fallback: string): string {
  const trimmed = header.trim().replace(/\s+/g, ' ');
  const name = trimmed.includes(' ')
    ? trimmed
    : trimmed
        .split(BETWEEN_WORDS)
        .filter((word) => word !== '')
        .map(inSentence)
        .join(' ');
  return name === '' ? fallback : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Words in capitals are abbreviations. */
function inSentence(word: string): string {
  return word === word.toUpperCase() ? word : word.toLowerCase();
}

/** The last word of names that hold identifiers: texts, whatever their digits look like. */
const IDENTIFIERS = new Set(
  (
    'id ids uuid guid key no nr number num code sku ean gtin upc isbn asin zip zipcode postal postcode plz postnr ' +
    'postnummer session cookie phone mobile tel telephone telefon mobil handy cell cellphone fax msisdn iban bic vat ' +
    'ssn account ref reference token hash serial nummer orgnr personnummer cpr'
  ).split(' '),
);
const IDENTIFIER_PHRASES = /^(?:zip|postal|post|plz|iban|phone|mobile|telephone|session|sku|vat)\b/;

export function isIdentifierName(header: string): boolean {
  const words = wordsOf(header);
  return (
    IDENTIFIERS.has(words.at(-1) ?? '') || (words.length <= 2 && IDENTIFIER_PHRASES.test(words.join(' ')))
  );
}
