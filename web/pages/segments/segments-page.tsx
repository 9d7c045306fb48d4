import { useNavigate } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import Waves from 'lucide-solid/icons/waves-horizontal';
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import type { SegmentId } from '../../../shared/segment/definition.ts';
import { useApp } from '../../data/app-context.tsx';
import { createDataModel } from '../../data/create-data-model.ts';
import { createDrafts, createSegments } from '../../data/create-segments.ts';
import { useWorkspace } from '../../data/workspace-context.tsx';
import { createCounts } from '../../segments/create-counts.ts';
import { createListActions } from '../../segments/list-actions.ts';
import { arrangeEntries, type ListEntry, listEntries } from '../../segments/list-entries.ts';
import { segmentColumns } from '../../segments/segment-columns.tsx';
import styles from '../../segments/segments-list.module.css';
import { Button } from '../../ui/button.tsx';
import { createShortcut } from '../../ui/create-shortcut.ts';
import { DataTable, type Sorting } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { Segmented } from '../../ui/tabs.tsx';
import { SearchInput } from '../../ui/text-input.tsx';
import { segmentsWords } from '../../words/en-segments.ts';
import { workerErrorText } from '../../words/error-text.ts';
import { readerFormat } from '../../words/sentence-format.ts';

const VIEWS = [
  { value: 'active', label: segmentsWords.views.active },
  { value: 'archived', label: segmentsWords.views.archived },
] as const;

/** All segments with their exact numbers; the way in to the builder. */
export function SegmentsPage() {
  const app = useApp();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const segments = createSegments();
  const drafts = createDrafts();
  const model = createDataModel();
  const actions = createListActions();
  const [text, setText] = createSignal('');
  const [view, setView] = createSignal<'active' | 'archived'>('active');
  const [sorting, setSorting] = createSignal<Sorting>({ column: 'name', descending: false });
  let search: HTMLInputElement | undefined;
  createShortcut('/', () => search?.focus());
  const titleOf = (id: SegmentId) => segments.value()?.find((row) => row.id === id && !row.deleted)?.title;
  const entries = createMemo(() => {
    const dataModel = model.value();
    const rows = segments.value();
    if (!dataModel || !rows) return undefined;
    return listEntries(rows, drafts.value() ?? [], { dataModel, segmentTitle: titleOf, ...readerFormat });
  });
  const savedIds = createMemo(() => (entries() ?? []).flatMap(({ row }) => (row ? [row.id] : [])), [], {
    equals: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
  });
  const counts = createCounts(savedIds);
  const shown = createMemo(() =>
    arrangeEntries(
      entries() ?? [],
      { text: text(), archived: view() === 'archived', sorting: sorting() },
      counts.of,
    ),
  );
  const columns = createMemo(() =>
    segmentColumns({
      counts,
      actions,
      titleOf,
      population: workspace().profileCount,
      timeZone: workspace().settings.timeZone,
      now: app.now(),
      renaming: actions.renaming,
    }),
  );
  const onRowKey = (event: KeyboardEvent, entry: ListEntry) => {
    if (event.key === 'F2' && entry.row) actions.startRenaming(entry);
    else if (event.key === 'Delete') void actions.remove(entry);
    else return false;
    return true;
  };
  return (
    <Page filling>
      <PageHeader
        title={segmentsWords.title}
        actions={
          <Button look="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={actions.create}>
            {segmentsWords.create}
          </Button>
        }
      />
      <Show
        when={!segments.error()}
        fallback={<Failed text={workerErrorText(segments.error() ?? { kind: 'no-workspace' })} />}
      >
        <div class={styles.tools}>
          <div class={styles.search}>
            <SearchInput
              ref={search}
              aria-label={segmentsWords.search}
              placeholder={segmentsWords.search}
              title={segmentsWords.searchHint}
              value={text()}
              onValue={setText}
            />
          </div>
          <Segmented label={segmentsWords.view} choices={VIEWS} value={view()} onValue={setView} />
        </div>
        <DataTable
          label={segmentsWords.table}
          columns={columns()}
          rowHeight={3.75}
          rowCount={shown().length}
          rowAt={(index) => shown()[index]}
          sorting={sorting()}
          onSort={setSorting}
          onOpen={actions.open}
          onRowKey={onRowKey}
          empty={
            <Show when={entries()}>
              <Switch>
                <Match when={text().trim() !== ''}>
                  <EmptyState
                    title={segmentsWords.noMatch.title}
                    text={segmentsWords.noMatch.text(text().trim())}
                    actions={<Button onClick={() => setText('')}>{segmentsWords.noMatch.clear}</Button>}
                  />
                </Match>
                <Match when={view() === 'archived'}>
                  <EmptyState
                    title={segmentsWords.noneArchived.title}
                    text={segmentsWords.noneArchived.text}
                  />
                </Match>
                <Match when={true}>
                  <EmptyState
                    icon={<Waves size={30} aria-hidden="true" />}
                    title={segmentsWords.empty.title}
                    text={segmentsWords.empty.text}
                    actions={
                      <>
                        <Button onClick={() => navigate('/imports')}>{segmentsWords.empty.import}</Button>
                        <Button look="primary" onClick={actions.create}>
                          {segmentsWords.create}
                        </Button>
                      </>
                    }
                  />
                </Match>
              </Switch>
            </Show>
          }
        />
      </Show>
    </Page>
  );
}

function Failed(props: { readonly text: string }) {
  return <EmptyState title={segmentsWords.failed} text={props.text} />;
}
