import { A } from '@solidjs/router';
import CircleCheck from 'lucide-solid/icons/circle-check';
import Download from 'lucide-solid/icons/download';
import ListFilter from 'lucide-solid/icons/list-filter';
import Undo2 from 'lucide-solid/icons/undo-2';
import { createSignal, For, Show } from 'solid-js';
import type { ImportSummary } from '../../shared/import-api.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { importWords } from '../words/en-imports.ts';
import { formatNumber } from '../words/format-number.ts';
import { createImportActions } from './create-import-actions.ts';
import styles from './outcome.module.css';

const texts = importWords.outcome;

export interface OutcomeProps {
  readonly summary: ImportSummary;
  readonly onUndone?: (summary: ImportSummary) => void;
}

/** What an import did, what it could not do and why, and the way back. */
export function Outcome(props: OutcomeProps) {
  const actions = createImportActions();
  const [isUndoing, setUndoing] = createSignal(false);
  const summary = () => props.summary;
  const isUndone = () => summary().state === 'undone';
  const changedNothing = () =>
    summary().createdProfiles + summary().changedProfiles + summary().addedEvents + summary().failedRows ===
    0;
  const undo = async () => {
    setUndoing(true);
    const undone = await actions.undo(summary());
    setUndoing(false);
    if (undone) props.onUndone?.(undone);
  };
  return (
    <div class={styles.outcome}>
      <Show when={!isUndone() && changedNothing()}>
        <p class={styles.nothing}>
          <CircleCheck size={16} aria-hidden="true" />
          {texts.nothing}
        </p>
      </Show>
      <Figures summary={summary()} />
      <Show when={!isUndone()}>
        <div class={styles.actions}>
          <Show when={summary().createdProfiles > 0}>
            <Button icon={<ListFilter size={15} />} onClick={() => void actions.makeSegment(summary())}>
              {importWords.list.segment}
            </Button>
          </Show>
          <A href="/profiles" class={buttonClass('plain')}>
            {texts.profiles}
          </A>
          <Button look="danger" icon={<Undo2 size={15} />} busy={isUndoing()} onClick={() => void undo()}>
            {importWords.list.undo}
          </Button>
        </div>
      </Show>
      <Show when={summary().failuresByReason.length > 0}>
        <section class={styles.part}>
          <h2>{texts.reasons}</h2>
          <Counted
            head={[texts.reason, texts.count]}
            rows={summary().failuresByReason.map((one) => [one.reason, one.count])}
          />
          <div>
            <Button icon={<Download size={15} />} onClick={() => void actions.download(summary())}>
              {importWords.list.download}
            </Button>
          </div>
        </section>
      </Show>
      <Show when={summary().keptAside.length > 0}>
        <section class={styles.part}>
          <h2>{texts.aside}</h2>
          <p class={styles.quiet}>{texts.asideText}</p>
          <Counted
            head={[texts.asideColumn, texts.asideCount]}
            rows={summary().keptAside.map((one) => [one.header, one.count])}
          />
        </section>
      </Show>
    </div>
  );
}

function Figures(props: { readonly summary: ImportSummary }) {
  const figures = () => {
    const { summary } = props;
    const isEvents = summary.rows === 'events';
    const all: readonly (readonly [string, number, boolean])[] = [
      [texts.rows, summary.rowCount, true],
      [texts.added, summary.addedEvents, isEvents],
      [texts.created, summary.createdProfiles, true],
      [texts.changed, summary.changedProfiles, !isEvents || summary.changedProfiles > 0],
      [texts.unchanged, summary.unchangedRows, summary.unchangedRows > 0],
      [texts.failed, summary.failedRows, true],
    ];
    return all.filter(([, , isShown]) => isShown);
  };
  return (
    <dl class={styles.figures}>
      <For each={figures()}>
        {([label, count]) => (
          <div class={styles.figure} classList={{ [styles.bad ?? '']: label === texts.failed && count > 0 }}>
            <dt>{label}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

function Counted(props: {
  readonly head: readonly [string, string];
  readonly rows: readonly (readonly [string, number])[];
}) {
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">{props.head[0]}</th>
          <th scope="col">{props.head[1]}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {([name, count]) => (
            <tr>
              <td>{name}</td>
              <td>{formatNumber(count)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
