import { formatDay, parseDay } from '../../shared/kernel/calendar.ts';
import type { Instant, TimeZone } from '../../shared/kernel/time.ts';

const DAY_MS = 86_400_000;
const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** What a wall clock in the zone shows, as `<input type=datetime-local>` takes it: to the minute, or second where there are any. */
export function instantToClock(instant: Instant, timeZone: TimeZone): string {
  const localMs = instant + offsetAt(instant, timeZone);
  const day = Math.floor(localMs / DAY_MS);
  const seconds = Math.floor((localMs - day * DAY_MS) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[2] === 0) parts.pop();
  return `${formatDay(day)}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** The instant at which clocks show it; moved forward by a gap, the first of two (SEG-17). `undefined` if it is no time. */
export function clockToInstant(text: string, timeZone: TimeZone): Instant | undefined {
  const parts = LOCAL.exec(text);
  const day = parts?.[1] === undefined ? undefined : parseDay(parts[1]);
  if (parts === null || day === undefined) return undefined;
  const [hour, minute, second] = [parts[2], parts[3], parts[4] ?? '0'].map(Number);
  const localMs = day * DAY_MS + (((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000;
  // The offsets a day to either side are those before and after a change, if there is one.
  const before = offsetAt(localMs - DAY_MS, timeZone);
  const after = offsetAt(localMs + DAY_MS, timeZone);
  const fits = [before, after]
    .map((offset) => localMs - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === localMs);
  return fits.length > 0 ? Math.min(...fits) : localMs - before;
}

const formats = new Map<TimeZone, Intl.DateTimeFormat>();

function offsetAt(instant: Instant, timeZone: TimeZone): number {
  const second = Math.floor(instant / 1000) * 1000;
  const shown = new Map(
    formatOf(timeZone)
      .formatToParts(second)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
  const wall = new Date(0);
  // Not Date.UTC: it takes years below 100 for the twentieth century.
  wall.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  wall.setUTCHours(part('hour'), part('minute'), part('second'));
  return wall.getTime() - second;
}

function formatOf(timeZone: TimeZone): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
