import { A, useNavigate, useSearchParams } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import { createMemo, createSignal, Show } from 'solid-js';
import type { ProfileRow, ProfileSet } from '../../../shared/worker-api.ts';
import { useApp } from '../../data/app-context.tsx';
import { createMutate } from '../../data/create-mutate.ts';
import { createProfilePages } from '../../data/create-profile-pages.ts';
import { createRevision } from '../../data/create-revision.ts';
import { useTimeZone } from '../../data/workspace-context.tsx';
import { CreateProfileDialog } from '../../profiles/create-profile-dialog.tsx';
import { profileColumns, trashColumns } from '../../profiles/profile-columns.tsx';
import { profileName } from '../../profiles/profile-name.ts';
import { ProfilesEmpty } from '../../profiles/profiles-empty.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { createMedia, NARROW } from '../../ui/create-media.ts';
import { createShortcut } from '../../ui/create-shortcut.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { Segmented } from '../../ui/tabs.tsx';
import { SearchInput } from '../../ui/text-input.tsx';
import { words } from '../../words/en.ts';
import { profileWords } from '../../words/en-profiles.ts';
import { formatCounted } from '../../words/format-number.ts';
import styles from './profiles-page.module.css';

const VIEWS = [
  { value: 'all', label: profileWords.list.all },
  { value: 'trash', label: profileWords.list.trash },
] as const;

export function ProfilesPage() {
  const app = useApp();
  const navigate = useNavigate();
  const timeZone = useTimeZone();
  const mutate = createMutate();
  const isNarrow = createMedia(NARROW);
  const [params, setParams] = useSearchParams<{ q?: string; view?: string }>();
  const [isCreating, setCreating] = createSignal(false);
  let search: HTMLInputElement | undefined;
  createShortcut('/', () => search?.focus());

  const view = () => (params.view === 'trash' ? 'trash' : 'all');
  const text = () => (typeof params.q === 'string' ? params.q : '');
  const set = createMemo<ProfileSet>(() =>
    view() === 'trash' ? { kind: 'trash' } : { kind: 'search', text: text().trim() },
  );
  const pages = createProfilePages(set, createRevision(['profiles', 'imports']));
  const shownText = () => {
    const shown = pages.shown();
    return shown?.kind === 'search' ? shown.text : '';
  };
  const note = () => {
    const total = pages.total();
    if (total === undefined) return ' ';
    const count = formatCounted(total, words.common.profileOne, words.common.profileMany);
    if (pages.shown()?.kind === 'trash') return profileWords.list.inTrash(count);
    return shownText() === '' ? count : profileWords.list.found(count, shownText());
  };
  const restore = (row: ProfileRow) =>
    void mutate(
      { name: 'restore-profile', profile: row.id },
      {
        done: {
          text: profileWords.list.restored(profileName(row)),
          undo: { name: 'trash-profile', profile: row.id },
        },
      },
    );
  const rowHeight = () => (isNarrow() ? 3.5 : 2.75);
  const columns = createMemo(() => {
    const request = { timeZone: timeZone(), now: app.now(), stacked: isNarrow() };
    if (pages.shown()?.kind !== 'trash') return profileColumns(request);
    const cell = (row: ProfileRow) => (
      <Button small onClick={() => restore(row)}>
        {profileWords.list.restore}
      </Button>
    );
    return trashColumns(request, { cell });
  });
  return (
    <Page filling>
      <PageHeader
        title={profileWords.list.title}
        note={<span role="status">{note()}</span>}
        actions={
          <>
            <A href="/imports/new" class={buttonClass('plain')}>
              {profileWords.list.import}
            </A>
            <Button look="primary" icon={<Plus size={16} />} onClick={() => setCreating(true)}>
              {profileWords.list.create}
            </Button>
          </>
        }
      />
      <div class={styles.tools}>
        <div class={styles.search}>
          <SearchInput
            ref={(element) => {
              search = element;
            }}
            aria-label={profileWords.list.search}
            placeholder={profileWords.list.search}
            aria-keyshortcuts="/"
            value={text()}
            disabled={view() === 'trash'}
            onValue={(q) => setParams({ q: q || undefined }, { replace: true })}
          />
        </div>
        <Segmented
          label={profileWords.list.view}
          choices={VIEWS}
          value={view()}
          onValue={(chosen) => setParams({ view: chosen === 'trash' ? chosen : undefined, q: undefined })}
        />
      </div>
      <Show when={pages.error()}>
        <p role="alert" class={styles.failed}>
          {profileWords.list.failed}
          <Button small onClick={pages.ask}>
            {words.common.retry}
          </Button>
        </p>
      </Show>
      {/* Anew for each set: another list begins at its top. */}
      <Show when={pages.shown() ?? set()} keyed>
        {(shown) => (
          <DataTable
            label={profileWords.list.table}
            columns={columns()}
            rowCount={pages.total() ?? 12}
            rowAt={pages.rowAt}
            rowHeight={rowHeight()}
            onWindow={pages.onWindow}
            onOpen={(row) => navigate(`/profiles/${row.id}`)}
            empty={
              <ProfilesEmpty
                set={shown}
                onClear={() => {
                  setParams({ q: undefined }, { replace: true });
                  search?.focus();
                }}
                onCreate={() => setCreating(true)}
              />
            }
          />
        )}
      </Show>
      <CreateProfileDialog open={isCreating()} onClose={() => setCreating(false)} />
    </Page>
  );
}
