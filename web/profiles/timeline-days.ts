import type { Day, Instant, TimeZone } from '../../shared/kernel/time.ts';
import type { EventTypeId } from '../../shared/profile/data-model.ts';
import type { TimelineEvent } from '../../shared/worker-api.ts';

/** A line of the timeline: the heading of a day, or an event of it. */
export type TimelineLine =
  | { readonly kind: 'day'; readonly day: Day; readonly at: Instant }
  | { readonly kind: 'event'; readonly event: TimelineEvent };

/** Events, newest first, under the heading of their local day. */
export function timelineLines(
  events: readonly TimelineEvent[],
  request: { readonly timeZone: TimeZone; readonly type: EventTypeId | null },
): readonly TimelineLine[] {
  const dayOf = localDays(request.timeZone);
  const lines: TimelineLine[] = [];
  let current: Day | undefined;
  for (const event of events) {
    if (request.type !== null && event.type !== request.type) continue;
    const day = dayOf(event.occurredAt);
    if (day !== current) lines.push({ kind: 'day', day, at: event.occurredAt });
    current = day;
    lines.push({ kind: 'event', event });
  }
  return lines;
}

const DAY_MS = 86_400_000;

/** The local day of an instant in a zone. */
export function localDays(timeZone: TimeZone): (instant: Instant) => Day {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  return (instant) => {
    const shown = new Map(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const midnight = new Date(0);
    midnight.setUTCFullYear(shown.get('year') ?? 1970, (shown.get('month') ?? 1) - 1, shown.get('day') ?? 1);
    return Math.floor(midnight.getTime() / DAY_MS);
  };
}
