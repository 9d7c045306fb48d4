import { unreachable } from '../kernel/assert.ts';
import { MAX_DAY, MIN_DAY } from '../kernel/calendar.ts';
import { parseDecimal, toDecimal } from '../kernel/decimal.ts';
import { fold } from '../kernel/fold.ts';
import { parseInstant, parseIsoTime } from '../kernel/iso-time.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { normalizeText } from '../kernel/text.ts';
import type { TimeZone } from '../kernel/time.ts';
import { MAX_INSTANT, MIN_INSTANT } from '../kernel/zone.ts';
import type { ValueType } from './data-model.ts';
import type { Value } from './value.ts';

const TRUE_WORDS = ['true', 'yes', '1'];
const FALSE_WORDS = ['false', 'no', '0'];

/**
 * The form in which a value of a type is stored: what was given as another type is converted where that
 * loses nothing (SEG-4, SEG-36). `null` means that it is no value at all (SEG-3). A time without an offset
 * is local in `timeZone`.
 */
export function normalValue(
  value: unknown,
  type: ValueType,
  timeZone: TimeZone,
): Result<Value | null, 'wrong-type'> {
  if (value === null || value === undefined) return ok(null);
  if (typeof value === 'string' && value.trim() === '') return ok(null);
  switch (type) {
    case 'text':
      return text(value);
    case 'number':
      return decimal(value);
    case 'yes-no':
      return yesNo(value);
    case 'date':
      return typeof value === 'string' ? orWrong(dayOf(value.trim())) : whole(value, MIN_DAY, MAX_DAY);
    case 'timestamp':
      return typeof value === 'string'
        ? orWrong(parseInstant(value.trim(), timeZone))
        : whole(value, MIN_INSTANT, MAX_INSTANT);
    case 'list':
      return list(value);
    default:
      return unreachable(type);
  }
}

function text(value: unknown): Result<Value, 'wrong-type'> {
  if (typeof value === 'string') return ok(normalizeText(value).trim());
  return typeof value === 'number' || typeof value === 'boolean' ? ok(String(value)) : err('wrong-type');
}

function decimal(value: unknown): Result<Value, 'wrong-type'> {
  if (typeof value !== 'number' && typeof value !== 'string') return err('wrong-type');
  const read = typeof value === 'number' ? toDecimal(value) : parseDecimal(value.trim());
  return read.ok ? read : err('wrong-type');
}

function yesNo(value: unknown): Result<Value, 'wrong-type'> {
  if (typeof value === 'boolean') return ok(value);
  if (typeof value !== 'string' && typeof value !== 'number') return err('wrong-type');
  const word = fold(String(value).trim());
  if (TRUE_WORDS.includes(word)) return ok(true);
  return FALSE_WORDS.includes(word) ? ok(false) : err('wrong-type');
}

/** A date, also with midnight behind it, as other systems write dates. It is never shifted (SEG-18). */
function dayOf(written: string): Value | undefined {
  const time = parseIsoTime(written);
  if (time === undefined) return undefined;
  return time.kind === 'day' || time.clockMs === 0 ? time.day : undefined;
}

function whole(value: unknown, from: number, to: number): Result<Value, 'wrong-type'> {
  const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
  return isWhole ? ok(value + 0) : err('wrong-type');
}

function list(value: unknown): Result<Value | null, 'wrong-type'> {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!items.every((item) => typeof item === 'string')) return err('wrong-type');
  const texts = items.map((item) => normalizeText(item).trim()).filter((item) => item !== '');
  return ok(texts.length === 0 ? null : texts);
}

function orWrong(value: Value | undefined): Result<Value, 'wrong-type'> {
  return value === undefined ? err('wrong-type') : ok(value);
}
