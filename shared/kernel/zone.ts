import { Temporal } from 'temporal-polyfill';
import { civilFromDay, clampDay, dayFromCivil, MAX_DAY, MIN_DAY } from './calendar.ts';
import type { Result } from './result.ts';
import { err, ok } from './result.ts';
import type { Day, Instant, TimeZone } from './time.ts';

const DAY_MS = 86_400_000;

/** The first and the last millisecond of the years 0001 to 9999, in UTC. */
export const MIN_INSTANT: Instant = MIN_DAY * DAY_MS;
export const MAX_INSTANT: Instant = (MAX_DAY + 1) * DAY_MS - 1;

/** A reading of the wall clock: `clockMs` are the milliseconds it shows since midnight. */
export interface LocalTime {
  readonly day: Day;
  readonly clockMs: number;
}

/**
 * Offsets of a zone as steps: from `from[i]` on (sorted; the first is the earliest instant there is)
 * local time is the instant plus `offsetMs[i]`.
 */
export interface ZoneOffsets {
  readonly timeZone: TimeZone;
  readonly from: readonly Instant[];
  readonly offsetMs: readonly number[];
}

export function clampInstant(instant: Instant): Instant {
  return Math.min(Math.max(instant, MIN_INSTANT), MAX_INSTANT);
}

/** The only way in: an IANA name, `UTC`, or an offset such as `+02:00`. */
export function parseTimeZone(name: string): Result<TimeZone, { readonly kind: 'unknown-time-zone' }> {
  try {
    return ok(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId);
  } catch {
    return err({ kind: 'unknown-time-zone' });
  }
}

/**
 * The instant at which clocks in `timeZone` show `local`. A time that does not exist moves forward by the
 * gap, one that exists twice is the first (SEG-17).
 */
export function localToInstant(local: LocalTime, timeZone: TimeZone): Instant {
  const { year, month, day } = civilFromDay(local.day);
  const seconds = Math.floor(local.clockMs / 1000);
  const clock = Temporal.PlainDateTime.from({
    year,
    month,
    day,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    millisecond: local.clockMs % 1000,
  });
  return clampInstant(clock.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}

export function instantToLocal(instant: Instant, timeZone: TimeZone): LocalTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const localMs = instant + Math.round(zoned.offsetNanoseconds / 1e6);
  const day = Math.floor(localMs / DAY_MS);
  return { day: clampDay(day), clockMs: localMs - day * DAY_MS };
}

/**
 * The first instant of a local day. Where clocks skipped the whole day, that of the next one. A day
 * outside the calendar starts one millisecond outside it.
 */
export function startOfDay(day: Day, timeZone: TimeZone): Instant {
  if (day > MAX_DAY) return MAX_INSTANT + 1;
  if (day < MIN_DAY) return MIN_INSTANT - 1;
  return localToInstant({ day, clockMs: 0 }, timeZone);
}

/** After this the last known offset stands for ever: rules of later years are guesses anyway. */
const LAST_TRANSITION: Instant = dayFromCivil({ year: 2100, month: 1, day: 1 }) * DAY_MS;

const knownOffsets = new Map<TimeZone, ZoneOffsets>();

/** All offsets of a zone, from the year 1 to 2100; the same for every `now`, so that cache keys last. */
export function zoneOffsets(timeZone: TimeZone): ZoneOffsets {
  const known = knownOffsets.get(timeZone);
  if (known !== undefined) return known;
  const from: Instant[] = [];
  const offsetMs: number[] = [];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(MIN_INSTANT).toZonedDateTimeISO(timeZone);
  while (at !== null && at.epochMilliseconds < LAST_TRANSITION) {
    from.push(at.epochMilliseconds);
    offsetMs.push(Math.round(at.offsetNanoseconds / 1e6));
    at = at.getTimeZoneTransition('next');
  }
  const offsets = { timeZone, from, offsetMs };
  knownOffsets.set(timeZone, offsets);
  return offsets;
}

/** The local day of an instant by `offsets`. */
export function dayAt(instant: Instant, offsets: ZoneOffsets): Day {
  let low = 0;
  let high = offsets.from.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets.from[middle] ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return Math.floor((instant + (offsets.offsetMs[low] ?? 0)) / DAY_MS);
}
