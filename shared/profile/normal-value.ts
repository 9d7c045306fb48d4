import { unreachable } from '../kernel/assert.ts';
import { MAX_DAY, MIN_DAY, parseDay } from '../kernel/calendar.ts';
import { parseDecimal, toDecimal } from '../kernel/decimal.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { normalizeText } from '../kernel/text.ts';
import type { ValueType } from './data-model.ts';
import type { Value } from './value.ts';

const MIN_INSTANT = MIN_DAY * 86_400_000;
const MAX_INSTANT = (MAX_DAY + 1) * 86_400_000 - 1;

/**
 * The form in which a value of a type is stored: what was given as another type is converted where that
 * loses nothing (SEG-4). `null` means that it is no value at all (SEG-3).
 */
export function normalValue(value: unknown, type: ValueType): Result<Value | null, 'wrong-type'> {
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
      return typeof value === 'string' ? orWrong(parseDay(value.trim())) : whole(value, MIN_DAY, MAX_DAY);
    case 'timestamp':
      return whole(value, MIN_INSTANT, MAX_INSTANT);
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
  const read =
    typeof value === 'number'
      ? toDecimal(value)
      : typeof value === 'string'
        ? parseDecimal(value.trim())
        : undefined;
  return read?.ok ? ok(read.value) : err('wrong-type');
}

function yesNo(value: unknown): Result<Value, 'wrong-type'> {
  if (typeof value === 'boolean') return ok(value);
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return word === 'true' || word === 'false' ? ok(word === 'true') : err('wrong-type');
}

function whole(value: unknown, from: number, to: number): Result<Value, 'wrong-type'> {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
    ? ok(value)
    : err('wrong-type');
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
