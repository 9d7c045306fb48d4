import { dayFromCivil, daysInMonth } from '../../../shared/kernel/calendar.ts';
import type { Instant } from '../../../shared/kernel/time.ts';

const DAY_MS = 86_400_000;
const ZERO = 48;
const [DASH, COLON, POINT, T, Z] = [45, 58, 46, 84, 90];

/**
 * `YYYY-MM-DDTHH:MM:SSZ`, with milliseconds or without: what machines write, read by its digits, as
 * files have millions of these. `undefined` for all else; other readers may still know it.
 */
export function readIsoInstant(text: string): Instant | undefined {
  const { length } = text;
  if (length !== 20 && length !== 24) return undefined;
  if (
    text.charCodeAt(4) !== DASH ||
    text.charCodeAt(7) !== DASH ||
    text.charCodeAt(10) !== T ||
    text.charCodeAt(13) !== COLON ||
    text.charCodeAt(16) !== COLON ||
    text.charCodeAt(length - 1) !== Z
  ) {
    return undefined;
  }
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const millisecond = length === 20 ? 0 : milliseconds(text);
  // A NaN fails every comparison, so this also refuses what were no digits.
  const isTime = hour < 24 && minute < 60 && second < 60 && millisecond < 1000;
  if (!isTime || !(year > 0 && month > 0 && month <= 12 && day > 0 && day <= daysInMonth(year, month)))
    return undefined;
  return (
    dayFromCivil({ year, month, day }) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  );
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function milliseconds(text: string): number {
  return text.charCodeAt(19) === POINT ? twoDigits(text, 20) * 10 + digit(text, 22) : Number.NaN;
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}
