import type { Instant, TimeZone } from '../../shared/kernel/time.ts';
import { readerLocale } from '../words/locale.ts';

/** All zones this browser knows, the workspace's among them in any case. */
export function knownZones(current: TimeZone): readonly TimeZone[] {
  const supported = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set(['UTC', current, ...supported])].sort();
}

/** "GMT+2", as it is at that moment. */
export function zoneOffset(zone: TimeZone, at: Instant): string {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** The clock there: day of the week and time. */
export function zoneClock(zone: TimeZone, at: Instant): string {
  const format = new Intl.DateTimeFormat(readerLocale(), {
    timeZone: zone,
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  return format.format(at);
}

export function deviceZone(): TimeZone {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
