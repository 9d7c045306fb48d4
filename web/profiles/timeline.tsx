import { A } from '@solidjs/router';
import { createEffect, createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import { Virtualizer } from 'virtua/solid';
import type { DataModel, EventTypeId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import { useApp } from '../data/app-context.tsx';
import { createRevision } from '../data/create-revision.ts';
import { createTimeline } from '../data/create-timeline.ts';
import { useTimeZone } from '../data/workspace-context.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { profileWords } from '../words/en-profiles.ts';
import { formatDay } from '../words/format-instant.ts';
import { formatNumber } from '../words/format-number.ts';
import styles from './timeline.module.css';
import { localDays, type TimelineLine, timelineLines } from './timeline-days.ts';
import { TimelineEventLine } from './timeline-event.tsx';

const texts = profileWords.timeline;
const ALL = '';

export interface ProfileTimelineProps {
  readonly profile: ProfileId;
  readonly model: DataModel | undefined;
}

/** What the person did, newest first, by day. Only what is in sight is drawn; older events are read on the way down. */
export function ProfileTimeline(props: ProfileTimelineProps) {
  const app = useApp();
  const timeZone = useTimeZone();
  const timeline = createTimeline(() => props.profile, createRevision(['profiles', 'imports', 'data-model']));
  const [type, setType] = createSignal<EventTypeId | null>(null);
  const [scroller, setScroller] = createSignal<HTMLElement>();
  const lines = createMemo(() =>
    timelineLines(timeline.events() ?? [], { timeZone: timeZone(), type: type() }),
  );
  const today = createMemo(() => localDays(timeZone())(app.now()));
  const isAllRead = () => (timeline.events()?.length ?? 0) >= (timeline.total() ?? 0);
  // A type may hide far back: with a filter everything is read, one page after the other.
  createEffect(() => {
    if (type() !== null && timeline.events()) timeline.readMore();
  });
  const readOnTheWay = () => {
    const element = scroller();
    if (element && element.scrollTop + 3 * element.clientHeight > element.scrollHeight) timeline.readMore();
  };
  const options = () => {
    const seen = new Map<EventTypeId, number>();
    for (const event of timeline.events() ?? []) seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
    const types = [...seen].map(([id, count]) => ({
      value: id as EventTypeId | typeof ALL,
      label: props.model?.eventTypes.find((one) => one.id === id)?.name ?? texts.unknownType,
      // Counts of what was read so far would mislead.
      count: isAllRead() ? count : undefined,
    }));
    return [{ value: ALL as EventTypeId | typeof ALL, label: texts.all, count: undefined }, ...types];
  };
  return (
    <section class={styles.timeline} aria-labelledby="timeline-title">
      <div class={styles.head}>
        <h2 id="timeline-title" class={styles.title}>
          {texts.title}
          <Show when={timeline.total()}>
            {(total) => <span class={styles.count}>{formatNumber(total())}</span>}
          </Show>
        </h2>
        <Show when={(timeline.total() ?? 0) > 0}>
          <Combobox
            label={texts.filter}
            placeholder={texts.all}
            options={options()}
            value={type() ?? ALL}
            onValue={(chosen) => setType(chosen === ALL ? null : (chosen as EventTypeId))}
          />
        </Show>
      </div>
      <section
        ref={setScroller}
        class={styles.scroll}
        tabindex="0"
        aria-label={texts.label}
        onScroll={readOnTheWay}
      >
        <Switch
          fallback={
            <p class={styles.loading}>
              <Skeleton width={20} />
            </p>
          }
        >
          <Match when={timeline.hasFailed() && !timeline.events()}>
            <p class={styles.none}>{texts.failed}</p>
          </Match>
          <Match when={timeline.total() === 0}>
            <div class={styles.none}>
              <p>{texts.none}</p>
              <A href="/imports/new" class={buttonClass('plain', { small: true })}>
                {texts.toImport}
              </A>
            </div>
          </Match>
          <Match when={lines().length === 0 && isAllRead()}>
            <div class={styles.none}>
              <p>{texts.noneOfType}</p>
              <Button small onClick={() => setType(null)}>
                {texts.all}
              </Button>
            </div>
          </Match>
          <Match when={timeline.events() && scroller()}>
            {(element) => (
              <Lines
                lines={lines()}
                scroller={element()}
                today={today()}
                model={props.model}
                timeZone={timeZone()}
              />
            )}
          </Match>
        </Switch>
      </section>
      <Show when={timeline.events() && !isAllRead()}>
        <p class="aside-from-sight" role="status">
          {texts.shownOf(formatNumber(timeline.events()?.length ?? 0), formatNumber(timeline.total() ?? 0))}
        </p>
      </Show>
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly TimelineLine[];
  readonly scroller: HTMLElement;
  readonly today: number;
  readonly model: DataModel | undefined;
  readonly timeZone: string;
}

function Lines(props: LinesProps) {
  const dayName = (day: number) => {
    if (day === props.today) return texts.today;
    return day === props.today - 1 ? texts.yesterday : formatDay(day);
  };
  return (
    <Virtualizer data={props.lines} scrollRef={props.scroller} as="ol" item="li">
      {(line) =>
        line.kind === 'day' ? (
          <h3 class={styles.day}>{dayName(line.day)}</h3>
        ) : (
          <TimelineEventLine event={line.event} model={props.model} timeZone={props.timeZone} />
        )
      }
    </Virtualizer>
  );
}
