import Mail from 'lucide-solid/icons/mail';
import MessageSquareText from 'lucide-solid/icons/message-square-text';
import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js';
import type { Channel } from '../../shared/profile/data-model.ts';
import { useTimeZone } from '../data/workspace-context.tsx';
import { Badge } from '../ui/badge.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { builderWords } from '../words/en-builder.ts';
import { formatInstant } from '../words/format-instant.ts';
import { DASH, formatNumber, formatShare } from '../words/format-number.ts';
import { useBuilder } from './builder-context.tsx';
import styles from './result-panel.module.css';

const words = builderWords.result;
const SPEAK_EVERY_MS = 1000;

/** The number all of this is for: members, their part of everyone, and whom a message could reach. */
export function ResultPanel() {
  const builder = useBuilder();
  const timeZone = useTimeZone();
  const evaluation = builder.evaluation;
  const reach = (channel: Channel) => evaluation()?.reach?.[channel];
  return (
    <div class={styles.result} classList={{ [styles.stale ?? '']: builder.isStale() }}>
      <Total />
      <dl class={styles.reach} title={words.reachHint}>
        <div>
          <dt>
            <Mail size={14} aria-hidden="true" />
            {words.reach.email}
          </dt>
          <dd>{reach('email') === undefined ? DASH : formatNumber(reach('email') ?? 0)}</dd>
        </div>
        <div>
          <dt>
            <MessageSquareText size={14} aria-hidden="true" />
            {words.reach.sms}
          </dt>
          <dd>{reach('sms') === undefined ? DASH : formatNumber(reach('sms') ?? 0)}</dd>
        </div>
      </dl>
      <Show when={evaluation()}>
        {(known) => <p class={styles.asOf}>{words.asOf(formatInstant(known().now, timeZone()))}</p>}
      </Show>
      <Spoken />
    </div>
  );
}

/** The big number with its share. Also at the foot of a phone. */
export function Total(props: { readonly small?: boolean }) {
  const builder = useBuilder();
  const evaluation = builder.evaluation;
  const total = () => evaluation()?.total ?? null;
  const share = () => {
    const known = evaluation();
    return known && known.total !== null ? formatShare(known.total, known.population) : undefined;
  };
  const part = () => {
    const known = evaluation();
    return known && known.population > 0 ? (total() ?? builder.lastTotal() ?? 0) / known.population : 0;
  };
  const state = () => evaluation()?.state;
  return (
    <div class={styles.total} classList={{ [styles.small ?? '']: props.small ?? false }}>
      <p class={styles.number}>
        <Show when={evaluation()} fallback={<Skeleton width={4} />}>
          <Show
            when={total() !== null}
            fallback={
              <>
                {DASH}
                <Show when={builder.lastTotal() !== null}>
                  {' '}
                  <span class={styles.last} title={words.last(formatNumber(builder.lastTotal() ?? 0))}>
                    {formatNumber(builder.lastTotal() ?? 0)}
                  </span>
                </Show>
              </>
            }
          >
            <output data-total>{formatNumber(total() ?? 0)}</output>
          </Show>
        </Show>
        <span class={styles.unit}>{total() === 1 ? words.memberOne : words.members}</span>
      </p>
      <div class={styles.track} aria-hidden="true">
        <div
          class={styles.fill}
          classList={{ [styles.unknown ?? '']: total() === null }}
          style={{ '--share': part() }}
        />
      </div>
      <p class={styles.share}>
        <Show when={state() !== 'incomplete' && state() !== 'broken'} fallback={<StateBadge />}>
          {share() === undefined ? <Skeleton width={8} /> : words.ofAll(share() ?? '')}
        </Show>
      </p>
    </div>
  );
}

function StateBadge() {
  const builder = useBuilder();
  return (
    <Show
      when={builder.evaluation()?.state === 'broken'}
      fallback={<Badge tone="sand">{words.incomplete}</Badge>}
    >
      <Badge tone="coral">{words.broken}</Badge>
    </Show>
  );
}

/** The number read aloud, politely and at most once a second (WCAG 4.1.3). */
function Spoken() {
  const builder = useBuilder();
  const [text, setText] = createSignal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    timer = undefined;
    const known = builder.evaluation();
    if (!known) return;
    setText(
      known.total === null
        ? words.spokenIncomplete
        : words.spoken(formatNumber(known.total), formatShare(known.total, known.population)),
    );
  };
  createEffect(
    on(builder.evaluation, () => {
      timer ??= setTimeout(say, SPEAK_EVERY_MS);
    }),
  );
  onCleanup(() => clearTimeout(timer));
  return (
    <p class="aside-from-sight" role="status">
      {text()}
    </p>
  );
}
