import { createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { ok } from '../../shared/kernel/result.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { TimelineEvent, WorkerApi } from '../../shared/worker-api.ts';
import { insideApp, settled } from '../testing/an-app.tsx';
import { createTimeline } from './create-timeline.ts';

const TOTAL = 450;

function aTimeline() {
  const asked: (readonly [string, number, number])[] = [];
  const timeline: WorkerApi['timeline'] = async ({ profile, offset, limit }) => {
    asked.push([profile, offset, limit]);
    const events = Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, index) => ({
      id: `${profile} ${offset + index}`,
    })) as unknown as TimelineEvent[];
    return ok({ total: TOTAL, events });
  };
  const [profile, setProfile] = createSignal('p' as ProfileId);
  const [revision, setRevision] = createSignal(0);
  const { made } = insideApp({ timeline }, () => createTimeline(profile, revision));
  return { timeline: made, asked, setProfile, setRevision };
}

test('older events are read on the way down, until all are there', async () => {
  const { timeline, asked } = aTimeline();
  await settled();
  expect(timeline.events()).toHaveLength(200);
  timeline.readMore();
  timeline.readMore();
  await settled();
  timeline.readMore();
  await settled();
  timeline.readMore();
  expect(timeline.events()?.at(-1)?.id).toBe('p 449');
  expect(asked.map(([, offset]) => offset)).toEqual([0, 200, 400]);
});

test('after a change as much is read anew as was there; another profile begins at its top', async () => {
  const { timeline, asked, setRevision, setProfile } = aTimeline();
  await settled();
  timeline.readMore();
  await settled();
  setRevision(1);
  expect(timeline.events()).toHaveLength(400);
  await settled();
  expect(asked.at(-1)).toEqual(['p', 0, 400]);
  setProfile('q' as ProfileId);
  expect(timeline.events()).toBeUndefined();
  await settled();
  expect(asked.at(-1)).toEqual(['q', 0, 200]);
});
