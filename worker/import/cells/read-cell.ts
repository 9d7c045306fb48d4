import type { ColumnReading, DateOrder } from '../../../shared/import-api.ts';
import { unreachable } from '../../../shared/kernel/assert.ts';
import { parseDecimal } from '../../../shared/kernel/decimal.ts';
import { fold } from '../../../shared/kernel/fold.ts';
import { normalizeText } from '../../../shared/kernel/text.ts';
import type { Day, Instant, TimeZone } from '../../../shared/kernel/time.ts';
import { clampInstant } from '../../../shared/kernel/zone.ts';
import type { Value } from '../../../shared/profile/value.ts';
import { createLocalReader } from './local-time.ts';
import { isEpoch, readEpoch } from './read-epoch.ts';
import { readIsoInstant } from './read-iso-instant.ts';
import { writtenNumber } from './read-number.ts';
import { readTime } from './read-time.ts';
import { YES_NO_WORDS } from './read-yes-no.ts';

/** Turns trimmed, filled text into a value of one type; `undefined` when the type cannot take it. */
export type ReadCell = (text: string) => Value | undefined;

const DAY_MS = 86_400_000;
/** Plain digits that one double surely holds: most numbers, read without further ado. */
const SHORT_NUMBER = /^-?\d{1,9}(?:\.\d{1,6})?$/;
/** As programs write them: with a point, whatever the column has (SEG-36). */
const WITH_EXPONENT = /^[-+]?\d*\.?\d+e[-+]?\d+$/i;
const SHORT_WHOLE = /^-?\d{1,9}$/;

export function createCellReader(reading: ColumnReading, timeZone: TimeZone): ReadCell {
  switch (reading.type) {
    case 'text':
      return (text) => normalizeText(text).trim();
    case 'number':
      return numberReader(reading.decimal);
    case 'yes-no':
      return (text) => YES_NO_WORDS.get(fold(text));
    case 'date':
      return (text) => readDay(text, reading.dateOrder);
    case 'timestamp':
      return instantReader(reading.dateOrder, timeZone);
    case 'list':
      return listReader(reading.separator);
    default:
      return unreachable(reading.type);
  }
}

function numberReader(decimal: 'point' | 'comma'): (text: string) => number | undefined {
  const short = decimal === 'point' ? SHORT_NUMBER : SHORT_WHOLE;
  return (text) => {
    // Adding 0 turns -0 into 0.
    if (short.test(text)) return Number(text) + 0;
    const plain = writtenNumber(text, decimal)?.plain ?? (WITH_EXPONENT.test(text) ? text : undefined);
    if (plain === undefined) return undefined;
    const number = parseDecimal(plain);
    return number.ok ? number.value : undefined;
  };
}

/** Midnight adds nothing to a date, any other time would be lost: then it is none (SEG-36). */
function readDay(text: string, dateOrder: DateOrder): Day | undefined {
  const time = readTime(text, dateOrder);
  return time === undefined || (time.clockMs ?? 0) !== 0 ? undefined : time.day;
}

/** A date alone is the first instant of that day, local to `timeZone`, as is a time without offset. */
function instantReader(dateOrder: DateOrder, timeZone: TimeZone): (text: string) => Instant | undefined {
  const readLocal = createLocalReader(timeZone);
  return (text) => {
    const iso = readIsoInstant(text);
    if (iso !== undefined) return iso;
    if (isEpoch(text)) return readEpoch(text);
    const time = readTime(text, dateOrder);
    if (time === undefined) return undefined;
    const { day, clockMs = 0, offsetMs } = time;
    return offsetMs === undefined
      ? readLocal({ day, clockMs })
      : clampInstant(day * DAY_MS + clockMs - offsetMs);
  };
}

function listReader(separator: string): (text: string) => readonly string[] | undefined {
  return (text) => {
    const parts = (separator === '' ? [text] : text.split(separator))
      .map((part) => normalizeText(part).trim())
      .filter((part) => part !== '');
    return parts.length === 0 ? undefined : parts;
  };
}

/** Whether filled text means no value: one of the words that were chosen for its column. */
export function createNoValueTest(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false;
  const folded = new Set(words.map((word) => fold(word.trim())));
  return (text) => folded.has(fold(text));
}
