export type TypedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' | 'not-a-number' | 'too-long' };

const MAX_DIGITS = 15;
const MAX_PLACES = 6;

/**
 * A number as people type it, with point or comma, grouped or not. Where one mark could be either
 * ("1,234"), the decimal mark of the locale decides; the editor shows what was understood.
 */
export function readTypedNumber(text: string, localeDecimal: '.' | ','): TypedNumber {
  const bare = text.replace(/[\s'’]/gu, '').replace('−', '-');
  if (bare === '') return { kind: 'empty' };
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(bare)) return { kind: 'not-a-number' };
  const decimal = decimalMarkOf(bare, localeDecimal);
  const group = decimal === ',' ? '.' : ',';
  const ungrouped = bare.replaceAll(group, '');
  const [whole = '', fraction = '', ...more] = ungrouped.split(decimal);
  if (more.length > 0) return { kind: 'not-a-number' };
  if (isBadlyGrouped(bare, group, decimal)) return { kind: 'not-a-number' };
  return roundToPlaces(whole, fraction);
}

function decimalMarkOf(text: string, localeDecimal: '.' | ','): '.' | ',' {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const mark = point >= 0 ? '.' : ',';
  const at = Math.max(point, comma);
  if (at < 0) return localeDecimal;
  if (text.indexOf(mark) !== at) return mark === '.' ? ',' : '.';
  const looksGrouped = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return looksGrouped ? localeDecimal : mark;
}

function isBadlyGrouped(text: string, group: string, decimal: string): boolean {
  const [grouped = ''] = text.split(decimal);
  if (!grouped.includes(group)) return text.split(decimal).slice(1).join('').includes(group);
  const [first = '', ...rest] = grouped.replace(/^[-+]/, '').split(group);
  return first.length > 3 || first.length === 0 || rest.some((part) => part.length !== 3);
}

/** At most 15 digits and 6 places; further places round half away from zero (SEG-9). */
function roundToPlaces(whole: string, fraction: string): TypedNumber {
  const isNegative = whole.startsWith('-');
  const wholeDigits = whole.replace(/^[-+]?0*/, '');
  const kept = fraction.slice(0, MAX_PLACES).padEnd(MAX_PLACES, '0');
  const isRoundedUp = (fraction[MAX_PLACES] ?? '0') >= '5';
  const scaled = BigInt(`${wholeDigits}${kept}`) + (isRoundedUp ? 1n : 0n);
  const digits = String(scaled).padStart(MAX_PLACES + 1, '0');
  const rounded = `${digits.slice(0, -MAX_PLACES)}.${digits.slice(-MAX_PLACES)}`.replace(/0+$/, '');
  if (rounded.replace('.', '').replace(/^0+/, '').length > MAX_DIGITS) return { kind: 'too-long' };
  const value = Number(rounded);
  return { kind: 'number', value: isNegative && value !== 0 ? -value : value };
}

/** The decimal mark of a locale. */
export function decimalMark(locale: string | undefined): '.' | ',' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.';
}
