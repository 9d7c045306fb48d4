import { A } from '@solidjs/router';
import CircleAlert from 'lucide-solid/icons/circle-alert';
import { For, Show } from 'solid-js';
import type { Instant, TimeZone } from '../../shared/kernel/time.ts';
import type { Channel } from '../../shared/profile/data-model.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { problemText } from '../segment-builder/problem-text.ts';
import { Badge } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { RenameField } from '../ui/rename-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { segmentsWords } from '../words/en-segments.ts';
import { formatAgo, formatInstant } from '../words/format-instant.ts';
import { DASH, formatList, formatNumber } from '../words/format-number.ts';
import type { SegmentCounts } from './create-counts.ts';
import type { SegmentListActions } from './list-actions.ts';
import type { ListEntry } from './list-entries.ts';
import { RowMenu } from './row-menu.tsx';
import styles from './segments-list.module.css';

const labels = segmentsWords.columns;

export interface SegmentColumnsRequest {
  readonly counts: SegmentCounts;
  readonly actions: SegmentListActions;
  readonly titleOf: (id: SegmentId) => string | undefined;
  readonly population: number;
  readonly timeZone: TimeZone;
  readonly now: Instant;
  readonly renaming: () => SegmentId | undefined;
}

export function segmentColumns(request: SegmentColumnsRequest): readonly Column<ListEntry>[] {
  const { counts, actions, timeZone, now } = request;
  return [
    {
      id: 'name',
      label: labels.name,
      width: 'minmax(0, 1fr)',
      sortable: true,
      cell: (entry) => (
        <Show when={request.renaming() === entry.id} fallback={<Name entry={entry} request={request} />}>
          <RenameField
            name={entry.title}
            label={segmentsWords.renameLabel(entry.title)}
            onName={(title) => void actions.rename(entry, title)}
            onCancel={actions.stopRenaming}
          />
        </Show>
      ),
    },
    {
      id: 'members',
      label: labels.members,
      width: '6.5rem',
      end: true,
      sortable: true,
      cell: (entry) => <Members entry={entry} request={request} />,
    },
    ...(['email', 'sms'] as const).map(
      (channel): Column<ListEntry> => ({
        id: channel,
        label: labels[channel],
        width: '5rem',
        end: true,
        from: 'middle',
        sortable: true,
        cell: (entry) => <Reach id={entry.id} channel={channel} counts={counts} />,
      }),
    ),
    {
      id: 'state',
      label: labels.state,
      width: '8rem',
      from: 'middle',
      cell: (entry) => <State entry={entry} counts={counts} />,
    },
    {
      id: 'changed',
      label: labels.changed,
      width: '6rem',
      from: 'wide',
      sortable: true,
      cell: (entry) => (
        <time class={styles.quiet} title={formatInstant(entry.changedAt, timeZone)}>
          {formatAgo(entry.changedAt, now)}
        </time>
      ),
    },
    {
      id: 'actions',
      label: labels.actions,
      hideLabel: true,
      width: '2rem',
      end: true,
      free: true,
      cell: (entry) => <RowMenu entry={entry} actions={actions} />,
    },
  ];
}

/** Name, sentence, and what is wrong with it if something is. */
function Name(props: { readonly entry: ListEntry; readonly request: SegmentColumnsRequest }) {
  const problems = () => {
    const count = props.request.counts.of(props.entry.id);
    return count?.state === 'broken' ? count.problems : [];
  };
  const usedBy = () =>
    (props.entry.row?.usedBy ?? []).map((id) => props.request.titleOf(id) ?? segmentsWords.untitled);
  return (
    <span class={styles.texts}>
      <span class={styles.first}>
        <A
          href={`/segments/${props.entry.id}`}
          tabindex="-1"
          class={styles.name}
          title={props.entry.row?.description || undefined}
        >
          {props.entry.title}
        </A>
        <Show when={props.entry.row?.smart}>
          <span title={segmentsWords.smartHint}>
            <Badge>{segmentsWords.smart}</Badge>
          </span>
        </Show>
        <Show when={usedBy().length > 0}>
          <span class={styles.usedBy}>{segmentsWords.usedBy(formatList(usedBy()))}</span>
        </Show>
      </span>
      <Show when={problems()[0]} fallback={<span class={styles.words}>{props.entry.words}</span>}>
        {(problem) => (
          <span class={styles.problem}>
            <CircleAlert size={13} aria-hidden="true" />
            {problemText(problem(), props.request.titleOf)}
            <Show when={problems().length > 1}>
              {' '}
              {segmentsWords.moreProblems(formatNumber(problems().length - 1))}
            </Show>
          </span>
        )}
      </Show>
    </span>
  );
}

/** The exact number over its part of everyone. An older one greys; one that is unknown is a dash, never 0. */
function Members(props: { readonly entry: ListEntry; readonly request: SegmentColumnsRequest }) {
  const count = () => props.request.counts.of(props.entry.id);
  const share = () => (props.request.population > 0 ? (count()?.members ?? 0) / props.request.population : 0);
  const lastGood = () => {
    const last = count()?.lastGood;
    if (!last) return segmentsWords.unknown;
    return segmentsWords.lastGood(formatNumber(last.members), formatInstant(last.at, props.request.timeZone));
  };
  return (
    <Show when={props.entry.row} fallback={<span class={styles.quiet}>{DASH}</span>}>
      <Show when={count()} fallback={<Skeleton width={4} />}>
        {(known) => (
          <span
            class={styles.members}
            classList={{ [styles.stale ?? '']: props.request.counts.isStale(props.entry.id) }}
          >
            <Show
              when={known().members !== null}
              fallback={
                <span class={styles.quiet} title={lastGood()}>
                  {DASH} <Show when={known().lastGood}>{(last) => formatNumber(last().members)}</Show>
                </span>
              }
            >
              <b>{formatNumber(known().members ?? 0)}</b>
              <span class={styles.track} aria-hidden="true">
                <span class={styles.fill} style={{ '--share': share() }} />
              </span>
            </Show>
          </span>
        )}
      </Show>
    </Show>
  );
}

function Reach(props: { readonly id: SegmentId; readonly channel: Channel; readonly counts: SegmentCounts }) {
  const count = () => props.counts.of(props.id);
  return (
    <span
      class={styles.quiet}
      classList={{ [styles.stale ?? '']: props.counts.isStale(props.id) }}
      title={segmentsWords.reachHint}
    >
      <Show when={count()} fallback={DASH}>
        {(known) => {
          const reach = () => known().reach?.[props.channel];
          return <>{reach() === undefined ? DASH : formatNumber(reach() ?? 0)}</>;
        }}
      </Show>
    </span>
  );
}

function State(props: { readonly entry: ListEntry; readonly counts: SegmentCounts }) {
  const badges = (): readonly (readonly ['sea' | 'sand' | 'coral' | 'neutral', string])[] => {
    if (!props.entry.row) return [['sand', segmentsWords.states.draft]];
    if (props.entry.draft) return [['sand', segmentsWords.withChanges]];
    const state = props.counts.of(props.entry.id)?.state;
    if (state === undefined) return [['neutral', segmentsWords.states.counting]];
    const tones = { ready: 'sea', draft: 'sand', broken: 'coral' } as const;
    return [[tones[state], segmentsWords.states[state]]];
  };
  return <For each={badges()}>{([tone, text]) => <Badge tone={tone}>{text}</Badge>}</For>;
}
