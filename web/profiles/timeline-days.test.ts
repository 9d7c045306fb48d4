import { expect, test } from 'vitest';
import type { EventTypeId } from '../../shared/profile/data-model.ts';
import type { TimelineEvent } from '../../shared/worker-api.ts';
import { timelineLines } from './timeline-days.ts';

const event = (at: string, type = 'order'): TimelineEvent => ({
  id: at,
  type: type as EventTypeId,
  occurredAt: Date.parse(at),
  properties: [],
});
const shape = (events: readonly TimelineEvent[], timeZone: string, type: string | null = null) =>
  timelineLines(events, { timeZone, type: type as EventTypeId | null }).map((line) =>
    line.kind === 'day' ? new Date(line.day * 86_400_000).toISOString().slice(0, 10) : line.event.id,
  );
const late = '2026-03-01T23:30:00Z';
const early = '2026-03-01T08:00:00Z';

test('events stand under the day of the workspace, not of the device', () => {
  const events = [event(late), event(early)];
  expect(shape(events, 'UTC')).toEqual(['2026-03-01', late, early]);
  expect(shape(events, 'Europe/Berlin')).toEqual(['2026-03-02', late, '2026-03-01', early]);
});

test('a filter leaves no empty day behind', () => {
  expect(shape([event(late, 'visit'), event(early)], 'Europe/Berlin', 'order')).toEqual([
    '2026-03-01',
    early,
  ]);
});
