import { A } from '@solidjs/router';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import FileInput from 'lucide-solid/icons/file-input';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import type { ImportSummary } from '../../../shared/import-api.ts';
import { useApp } from '../../data/app-context.tsx';
import { createQuery } from '../../data/create-query.ts';
import { createRevision } from '../../data/create-revision.ts';
import { useTimeZone } from '../../data/workspace-context.tsx';
import { Outcome } from '../../import/outcome.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { words } from '../../words/en.ts';
import { importWords } from '../../words/en-imports.ts';
import { workerErrorText } from '../../words/error-text.ts';
import { formatInstant } from '../../words/format-instant.ts';
import { formatNumber } from '../../words/format-number.ts';
import styles from './imports-page.module.css';

const texts = importWords.list;

export function ImportsPage() {
  const app = useApp();
  const revision = createRevision(['imports']);
  const imports = createQuery(
    () => ({ at: revision() }),
    () => app.worker.imports(),
  );
  return (
    <Page>
      <PageHeader
        title={texts.title}
        note={texts.note}
        actions={
          <A href="/imports/new" class={buttonClass('primary')}>
            {texts.start}
          </A>
        }
      />
      <Switch
        fallback={
          <p>
            <Skeleton width={30} />
          </p>
        }
      >
        <Match when={imports.value()?.length === 0}>
          <EmptyState
            icon={<FileInput size={32} aria-hidden="true" />}
            title={texts.emptyTitle}
            text={texts.emptyText}
            actions={
              <A href="/imports/new" class={buttonClass('plain')}>
                {texts.start}
              </A>
            }
          />
        </Match>
        <Match when={imports.value()}>
          {(list) => (
            <ul class={styles.imports}>
              <For each={list()}>{(summary) => <ImportLine summary={summary} />}</For>
            </ul>
          )}
        </Match>
        <Match when={imports.error()}>
          {(error) => (
            <EmptyState
              title={texts.failed}
              text={workerErrorText(error())}
              actions={<Button onClick={imports.ask}>{words.common.retry}</Button>}
            />
          )}
        </Match>
      </Switch>
    </Page>
  );
}

/** One import in a line; it opens to what happened. */
function ImportLine(props: { readonly summary: ImportSummary }) {
  const timeZone = useTimeZone();
  const [isOpen, setOpen] = createSignal(false);
  const figures = () => {
    const { summary } = props;
    const all: readonly (readonly [string, number])[] = [
      [texts.figures.rows, summary.rowCount],
      [texts.figures.created, summary.createdProfiles],
      [texts.figures.changed, summary.changedProfiles],
      [texts.figures.added, summary.addedEvents],
    ];
    return all.filter(([label, count]) => count > 0 || label === texts.figures.rows);
  };
  return (
    <li>
      <details class={styles.import} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class={styles.line}>
          <ChevronRight size={16} aria-hidden="true" />
          <span class={styles.file}>
            <span class={styles.name}>{props.summary.fileName}</span>
            <span class={styles.quiet}>
              {texts.kinds[props.summary.rows]}, <time>{formatInstant(props.summary.at, timeZone())}</time>
            </span>
          </span>
          <span class={styles.figures}>
            <For each={figures()}>
              {([label, count]) => (
                <span>
                  <strong>{formatNumber(count)}</strong> {label}
                </span>
              )}
            </For>
          </span>
          <span class={styles.state}>
            <Show when={props.summary.failedRows > 0}>
              <Badge tone="coral">
                {formatNumber(props.summary.failedRows)} {texts.figures.failed}
              </Badge>
            </Show>
            <Show when={props.summary.state === 'undone'}>
              <Badge>{texts.undone}</Badge>
            </Show>
          </span>
        </summary>
        <div class={styles.details}>
          <Show when={isOpen()}>
            <Outcome summary={props.summary} />
          </Show>
        </div>
      </details>
    </li>
  );
}
