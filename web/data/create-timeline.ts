import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { TimelineEvent } from '../../shared/worker-api.ts';
import { useApp } from './app-context.tsx';

const PAGE_EVENTS = 200;

export interface Timeline {
  /** Newest first, as far as they were read. */
  readonly events: Accessor<readonly TimelineEvent[] | undefined>;
  readonly total: Accessor<number | undefined>;
  readonly hasFailed: Accessor<boolean>;
  /** Reads the next older ones, unless that is under way or all are there. */
  readonly readMore: () => void;
}

/** What a profile did, read from the newest back, as far as one scrolls. */
export function createTimeline(profile: Accessor<ProfileId>, revision: Accessor<number>): Timeline {
  const app = useApp();
  const [events, setEvents] = createSignal<readonly TimelineEvent[]>();
  const [total, setTotal] = createSignal<number>();
  const [hasFailed, setFailed] = createSignal(false);
  let generation = 0;
  let isReading = false;
  const read = async (offset: number, limit: number) => {
    generation += offset === 0 ? 1 : 0;
    const mine = generation;
    isReading = true;
    const answer = await app.worker.timeline({ profile: profile(), offset, limit });
    if (mine !== generation) return;
    isReading = false;
    setFailed(!answer.ok);
    if (!answer.ok) return;
    setTotal(answer.value.total);
    setEvents((before) => (offset === 0 ? answer.value.events : [...(before ?? []), ...answer.value.events]));
  };
  createEffect(
    on([profile, revision], ([now], before) => {
      // After a change as much as was there before: nothing that is being read may vanish.
      const known = before?.[0] === now ? (events()?.length ?? 0) : 0;
      if (known === 0) setEvents(undefined);
      void read(0, Math.max(PAGE_EVENTS, known));
    }),
  );
  onCleanup(() => {
    generation += 1;
  });
  const readMore = () => {
    const known = events()?.length ?? 0;
    if (!isReading && known > 0 && known < (total() ?? 0)) void read(known, PAGE_EVENTS);
  };
  return { events, total, hasFailed, readMore };
}
