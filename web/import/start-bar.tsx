import { For, Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { importWords } from '../words/en-imports.ts';
import { formatList, formatNumber } from '../words/format-number.ts';
import { columnId } from './column-id.ts';
import styles from './import-cards.module.css';
import type { ImportDraft } from './import-draft.ts';
import type { PlanProblem } from './plan-problems.ts';

const texts = importWords.start;

export interface StartBarProps {
  readonly draft: ImportDraft;
  readonly problems: readonly PlanProblem[];
  readonly isBusy: boolean;
  readonly onStart: () => void;
}

/** Always in sight: what still keeps the import from starting, or the button that starts it. */
export function StartBar(props: StartBarProps) {
  const columns = () => props.draft.plan.columns;
  const used = () => columns().filter((column) => column.target.kind !== 'ignore').length;
  return (
    <div class={styles.bar}>
      <div class={styles.state} role="status">
        <p>{texts.summary(formatNumber(used()), formatNumber(columns().length))}</p>
        <Show when={props.problems.length > 0}>
          <ul class={styles.problems} aria-label={texts.open}>
            <For each={props.problems}>
              {(problem) => (
                <li>
                  <ProblemText problem={problem} draft={props.draft} />
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.isBusy}>
          <p>{texts.busy}</p>
        </Show>
      </div>
      <Button
        look="primary"
        disabled={props.problems.length > 0 || props.isBusy}
        onClick={() => props.onStart()}
      >
        {texts.start}
      </Button>
    </div>
  );
}

/** A link to the column, where there is one to mend. */
function ProblemText(props: { readonly problem: PlanProblem; readonly draft: ImportDraft }) {
  const text = () => problemText(props.problem, props.draft);
  const first = () => ('columns' in props.problem ? props.problem.columns[0] : undefined);
  const go = (column: number) => {
    const row = document.getElementById(columnId(column));
    row?.scrollIntoView({ block: 'center' });
    const control = row?.querySelector<HTMLElement>('input:not(:disabled), select, button');
    (control ?? row)?.focus({ preventScroll: true });
  };
  return (
    <Show when={first() !== undefined} fallback={text()}>
      <button type="button" onClick={() => go(first() ?? 0)}>
        {text()}
      </button>
    </Show>
  );
}

function problemText(problem: PlanProblem, draft: ImportDraft): string {
  if (!('columns' in problem)) return importWords.problems[problem.kind];
  const names = problem.columns.map((column) => `“${draft.plan.columns[column]?.header ?? ''}”`);
  return importWords.problems[problem.kind](formatList(names));
}
