import { MAX_DIGITS, parseDecimal } from '../../../shared/kernel/decimal.ts';
import { decimalOf, writtenNumber } from '../cells/read-number.ts';
import type { Judged, TypeSuggestion } from './suggest-reading.ts';

/** Currencies whose amounts are written with a point. */
const POINT_CURRENCY = /^(?:[$£¥₹₪]|.*\$|USD|GBP|JPY|CNY|INR|AUD|CAD|NZD|SGD|HKD|MXN)$/i;
/** So many of a thousand rows may be unreadable words, typing slips mostly. */
const MAX_UNREADABLE_SHARE = 0.02;

export function suggestNumber(judged: Judged): TypeSuggestion {
  const odd = judged.filter(({ text }) => !isNumber(text));
  const filled = countOf(judged);
  // A value with letters and digits is a code, and so are the ones beside it.
  if (odd.some(({ text }) => /\d/.test(text)) || countOf(odd) > filled * MAX_UNREADABLE_SHARE)
    return undefined;
  const numbers = judged.filter(({ text }) => isNumber(text));
  const leading = numbers.find(({ text }) => /^[-+]?0\d/.test(text));
  if (leading !== undefined) {
    return {
      type: 'text',
      reason: `Values such as “${leading.text}” begin with a zero, which a number would lose.`,
    };
  }
  const long = numbers.find(({ text }) => text.replace(/\D/g, '').length > MAX_DIGITS && !/[.,]/.test(text));
  if (long !== undefined) {
    return { type: 'text', reason: `Values such as “${long.text}” have more digits than a number can hold.` };
  }
  return describeNumbers(numbers);
}

function describeNumbers(numbers: Judged): TypeSuggestion {
  const only = { point: 0, comma: 0 };
  for (const { text, count } of numbers) {
    const decimal = decimalOf(text);
    if (decimal !== undefined) only[decimal] += count;
  }
  const currency = numbers
    .map(({ text }) => (writtenNumber(text, 'point') ?? writtenNumber(text, 'comma'))?.currency)
    .find((sign) => sign !== undefined);
  const money = currency === undefined ? '' : ` with ${currency}`;
  if (only.point === 0 && only.comma === 0) return describeUndecided(numbers, currency, money);
  const decimal = only.comma > only.point ? 'comma' : 'point';
  const asks = only.point > 0 && only.comma > 0 ? (['decimal'] as const) : [];
  return { type: 'number', decimal, asks, reason: `Numbers${money}, with a decimal ${decimal}.` };
}

/** `90,000` may be ninety thousand or ninety. Three digits after each sign are thousands, as far as we know. */
function describeUndecided(numbers: Judged, currency: string | undefined, money: string): TypeSuggestion {
  const withSign = numbers.find(({ text }) => /\d[.,]\d/.test(text))?.text;
  if (withSign === undefined) return { type: 'number', reason: `Whole numbers${money}.` };
  const sign = withSign.includes(',') ? ',' : '.';
  const asks =
    currency !== undefined && POINT_CURRENCY.test(currency) && sign === ',' ? [] : (['decimal'] as const);
  const decimal = sign === ',' ? 'point' : 'comma';
  return {
    type: 'number',
    decimal,
    asks,
    reason: `Numbers${money}; “${sign}” is taken to set thousands apart.`,
  };
}

function isNumber(text: string): boolean {
  const plain = (writtenNumber(text, 'point') ?? writtenNumber(text, 'comma'))?.plain;
  if (plain === undefined) return false;
  const decimal = parseDecimal(plain);
  return decimal.ok || decimal.error.kind === 'number-too-long';
}

function countOf(judged: Judged): number {
  return judged.reduce((sum, { count }) => sum + count, 0);
}
