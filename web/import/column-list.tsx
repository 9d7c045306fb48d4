import { createMemo, Index } from 'solid-js';
import type { DataModel } from '../../shared/profile/data-model.ts';
import { importWords } from '../words/en-imports.ts';
import { ColumnRow } from './column-row.tsx';
import styles from './columns.module.css';
import type { ImportDraft } from './import-draft.ts';
import type { PlanProblem } from './plan-problems.ts';
import { targetOptions } from './target-options.ts';

const texts = importWords.columns;

export interface ColumnListProps {
  readonly draft: ImportDraft;
  readonly model: DataModel;
  readonly problems: readonly PlanProblem[];
  readonly onDraft: (draft: ImportDraft) => void;
}

/** By place, not by identity: a column keeps its controls, and the focus in them, while it is edited. */
export function ColumnList(props: ColumnListProps) {
  const rows = createMemo(() => props.draft.plan.rows);
  const options = createMemo(() => targetOptions(rows(), props.model));
  const hasProblem = (column: number) =>
    props.problems.some((problem) => 'columns' in problem && problem.columns.includes(column));
  return (
    <div class={styles.columns}>
      <div class={styles.heads} aria-hidden="true">
        <span>{texts.header}</span>
        <span>{texts.target}</span>
        <span>{texts.reading}</span>
      </div>
      <ul>
        <Index each={props.draft.plan.columns}>
          {(_, index) => (
            <ColumnRow
              draft={props.draft}
              column={index}
              model={props.model}
              options={options()}
              hasProblem={hasProblem(index)}
              onDraft={props.onDraft}
            />
          )}
        </Index>
      </ul>
    </div>
  );
}
