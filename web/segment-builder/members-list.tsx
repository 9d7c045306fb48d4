import { useNavigate } from '@solidjs/router';
import { type Accessor, createMemo, Show } from 'solid-js';
import type { ProfileRow } from '../../shared/worker-api.ts';
import { createProfilePages } from '../data/create-profile-pages.ts';
import { Avatar } from '../profiles/avatar.tsx';
import { profileName } from '../profiles/profile-name.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { builderWords } from '../words/en-builder.ts';
import styles from './aside.module.css';
import { useBuilder } from './builder-context.tsx';

const words = builderWords.members;
const COLUMNS: readonly Column<ProfileRow>[] = [
  { id: 'who', label: words.name, width: 'minmax(0, 1fr)', free: true, cell: (row) => <Member row={row} /> },
];

/** Who they are, from the first to the last; pages come as one scrolls. */
export function MembersList(props: { readonly lane: string; readonly answers: Accessor<number> }) {
  const builder = useBuilder();
  const navigate = useNavigate();
  const set = { kind: 'lane', lane: props.lane } as const;
  const isKnown = () => builder.evaluation()?.total != null;
  return (
    <section class={styles.members} aria-labelledby="members-heading">
      <header class={styles.head}>
        <h2 id="members-heading">{words.label}</h2>
      </header>
      <Show when={isKnown()} fallback={<p class={styles.waiting}>{words.waiting}</p>}>
        <Rows set={set} answers={props.answers} onOpen={(row) => navigate(`/profiles/${row.id}`)} />
      </Show>
    </section>
  );
}

function Rows(props: {
  readonly set: { readonly kind: 'lane'; readonly lane: string };
  readonly answers: Accessor<number>;
  readonly onOpen: (row: ProfileRow) => void;
}) {
  const set = createMemo(() => props.set);
  const pages = createProfilePages(set, props.answers);
  return (
    <DataTable
      label={words.label}
      columns={COLUMNS}
      rowHeight={3}
      rowCount={pages.total() ?? 0}
      rowAt={pages.rowAt}
      onWindow={pages.onWindow}
      onOpen={props.onOpen}
      headless
      empty={
        <Show when={pages.total() === 0}>
          <EmptyState title={builderWords.result.nobodyTitle} text={builderWords.result.nobodyText} />
        </Show>
      }
    />
  );
}

function Member(props: { readonly row: ProfileRow }) {
  return (
    <span class={styles.member}>
      <Avatar name={props.row.name || props.row.email} known={props.row.known} />
      <span class={styles.memberTexts}>
        <span class={styles.memberName}>{profileName(props.row)}</span>
        <span class={styles.memberEmail}>{props.row.email || props.row.phone}</span>
      </span>
    </span>
  );
}
