/** Signs, codes and words of currencies; one may stand before or after an amount. */
const CURRENCY =
  '[$€£¥₹₽₩₺₴₪฿₫₦]|(?:US|A|C|NZ|HK|S|R)\\$|kr\\.?|zł|Kč|Ft|Fr\\.?|lei|USD|EUR|GBP|JPY|CNY|INR|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|TRY|AUD|CAD|NZD|SGD|HKD|BRL|MXN|ZAR';
const AROUND = new RegExp(
  `^(?<sign1>[-\u2212+]?)\\s*(?<money1>${CURRENCY})?\\s*(?<sign2>[-\u2212+]?)\\s*(?<digits>[\\d.,](?:.*[\\d.,])?)\\s*(?<sign3>[-\u2212]?)\\s*(?<money2>${CURRENCY})?$`,
  'iu',
);
/** Numbers with their currency are shorter; what is not, need not be looked at by patterns that look everywhere. */
const MAX_LENGTH = 64;
const PLAIN = /^-?\d+(?:\.\d+)?$/;
/** Thousands in groups of three, or India's: twos, then a three. All groups are set apart alike. */
const WITH: Readonly<Record<'point' | 'comma', { readonly mark: string; readonly shape: RegExp }>> = {
  point: { mark: '.', shape: /^(?:\d{1,3}(?:([,'’\s])\d{2,3}(?=\1))*(?:[,'’\s]\d{3})?|\d*)(?:\.\d*)?$/ },
  comma: { mark: ',', shape: /^(?:\d{1,3}(?:([.'’\s])\d{2,3}(?=\1))*(?:[.'’\s]\d{3})?|\d*)(?:,\d*)?$/ },
};

/** How a number is written, apart from its digits. */
export interface WrittenNumber {
  /** Digits with a point where there are decimals, and a minus if negative. */
  readonly plain: string;
  readonly currency: string | undefined;
}

/**
 * A number as people write it: `$90,000 `, `1.234,50 €`, `(12.00)`, `5-`. `undefined` when it is none, or
 * when its separators contradict `decimal`: `1,5` is never fifteen.
 */
export function writtenNumber(text: string, decimal: 'point' | 'comma'): WrittenNumber | undefined {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed) && (decimal === 'point' || !trimmed.includes('.'))) {
    return { plain: trimmed, currency: undefined };
  }
  if (trimmed.length > MAX_LENGTH) return undefined;
  const inBrackets = /^\((.*)\)$/.exec(trimmed)?.[1];
  const parts = AROUND.exec(inBrackets ?? trimmed)?.groups;
  if (parts === undefined) return undefined;
  const signs = [parts['sign1'], parts['sign2'], parts['sign3']].filter(
    (sign) => sign !== undefined && sign !== '',
  );
  const currencies = [parts['money1'], parts['money2']].filter((money) => money !== undefined);
  const digits = parts['digits'] ?? '';
  const { mark, shape } = WITH[decimal];
  if (signs.length > 1 || currencies.length > 1 || !shape.test(digits) || !/\d/.test(digits))
    return undefined;
  const [whole = '', fraction = ''] = digits.split(mark);
  const isNegative = inBrackets !== undefined || (signs[0] !== undefined && signs[0] !== '+');
  const plain = `${isNegative ? '-' : ''}${whole.replace(/\D/g, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`;
  return { plain, currency: currencies[0] };
}

/** Which decimal sign the text can only have; `undefined` when it fits both, or none. */
export function decimalOf(text: string): 'point' | 'comma' | undefined {
  const point = writtenNumber(text, 'point') !== undefined;
  const comma = writtenNumber(text, 'comma') !== undefined;
  if (point === comma) return undefined;
  return point ? 'point' : 'comma';
}
