import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Instant, TimeZone } from '../../shared/kernel/time.ts';
import type { ProfileRow } from '../../shared/worker-api.ts';
import type { Column } from '../ui/data-table.tsx';
import { profileWords } from '../words/en-profiles.ts';
import { formatAgo, formatInstant } from '../words/format-instant.ts';
import { DASH, formatNumber } from '../words/format-number.ts';
import { Avatar } from './avatar.tsx';
import { profileName } from './profile-name.ts';
import styles from './profile-table.module.css';

const labels = profileWords.list.columns;

export interface ProfileColumnsRequest {
  readonly timeZone: TimeZone;
  readonly now: Instant;
  /** Two lines a row: the address goes under the name. */
  readonly stacked: boolean;
}

export function profileColumns(request: ProfileColumnsRequest): readonly Column<ProfileRow>[] {
  const { timeZone, now, stacked } = request;
  return [
    {
      id: 'name',
      label: labels.name,
      width: 'minmax(0, 2.2fr)',
      cell: (row) => <Who row={row} stacked={stacked} />,
    },
    { id: 'email', label: labels.email, width: 'minmax(0, 2fr)', from: 'middle', cell: (row) => row.email },
    {
      id: 'phone',
      label: labels.phone,
      width: 'minmax(0, 1.1fr)',
      from: 'wide',
      cell: (row) => <span class={styles.quiet}>{row.phone}</span>,
    },
    {
      id: 'events',
      label: labels.events,
      width: '4.5rem',
      end: true,
      from: 'middle',
      cell: (row) => formatNumber(row.eventCount),
    },
    {
      id: 'last-event',
      label: labels.lastEvent,
      width: '7.5rem',
      cell: (row) => <Ago at={row.lastEventAt} now={now} timeZone={timeZone} />,
    },
    {
      id: 'created',
      label: labels.created,
      width: '7rem',
      from: 'wide',
      cell: (row) => <span class={styles.quiet}>{formatInstant(row.createdAt, timeZone, 'day')}</span>,
    },
  ];
}

/** Restoring instead of dates: what one comes to the trash for. */
export function trashColumns(
  request: ProfileColumnsRequest,
  restore: Pick<Column<ProfileRow>, 'cell'>,
): readonly Column<ProfileRow>[] {
  const kept = profileColumns(request).filter((column) =>
    ['name', 'email', 'phone', 'events'].includes(column.id),
  );
  return [
    ...kept,
    {
      id: 'actions',
      label: labels.actions,
      hideLabel: true,
      width: '7rem',
      end: true,
      free: true,
      ...restore,
    },
  ];
}

function Who(props: { readonly row: ProfileRow; readonly stacked: boolean }) {
  const under = () => (props.row.name === '' ? props.row.phone : props.row.email || props.row.phone);
  return (
    <span class={styles.who}>
      <Avatar name={props.row.name || props.row.email} known={props.row.known} />
      <span class={styles.texts}>
        <A
          href={`/profiles/${props.row.id}`}
          tabindex="-1"
          class={styles.name}
          classList={{ [styles.nameless ?? '']: props.row.name === '' }}
        >
          {profileName(props.row)}
        </A>
        <Show when={props.stacked && under()}>
          <span class={styles.under}>{under()}</span>
        </Show>
      </span>
    </span>
  );
}

function Ago(props: { readonly at: Instant | null; readonly now: Instant; readonly timeZone: TimeZone }) {
  return (
    <Show when={props.at !== null} fallback={<span class={styles.quiet}>{DASH}</span>}>
      <time title={formatInstant(props.at ?? 0, props.timeZone)}>{formatAgo(props.at ?? 0, props.now)}</time>
    </Show>
  );
}
