import { parseDecimal } from '../../shared/kernel/decimal.ts';

export type TypedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' | 'not-a-number' | 'too-long' };
export type DecimalMark = '.' | ',';

/**
 * A number as people type it, with point or comma, grouped or not. Where one mark could be either
 * ("1,234"), the decimal mark of the locale decides; the editor shows what was understood.
 */
export function readTypedNumber(text: string, localeDecimal: DecimalMark): TypedNumber {
  const bare = text.replace(/[\s'’]/gu, '').replace('−', '-');
  if (bare === '') return { kind: 'empty' };
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(bare)) return { kind: 'not-a-number' };
  const decimal = decimalMarkOf(bare, localeDecimal);
  const group = decimal === ',' ? '.' : ',';
  const [whole = '', fraction = '', ...more] = bare.split(decimal);
  if (more.length > 0 || fraction.includes(group) || !isWellGrouped(whole, group)) {
    return { kind: 'not-a-number' };
  }
  const number = parseDecimal(`${whole.replaceAll(group, '')}.${fraction}`);
  if (number.ok) return { kind: 'number', value: number.value };
  return { kind: number.error.kind === 'number-too-long' ? 'too-long' : 'not-a-number' };
}

function decimalMarkOf(text: string, localeDecimal: DecimalMark): DecimalMark {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const at = Math.max(point, comma);
  if (at < 0) return localeDecimal;
  const mark = point >= 0 ? '.' : ',';
  // Twice the same mark can only group.
  if (text.indexOf(mark) !== at) return mark === '.' ? ',' : '.';
  const looksGrouped = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return looksGrouped ? localeDecimal : mark;
}

function isWellGrouped(whole: string, group: string): boolean {
  if (!whole.includes(group)) return true;
  const [first = '', ...rest] = whole.replace(/^[-+]/, '').split(group);
  return first.length > 0 && first.length <= 3 && rest.every((part) => part.length === 3);
}

/** The decimal mark of a locale. */
export function decimalMark(locale: string): DecimalMark {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.';
}
