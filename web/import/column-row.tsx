import { Show } from 'solid-js';
import type { FileInspection } from '../../shared/import-api.ts';
import { Combobox } from '../ui/combobox.tsx';
import { importWords } from '../words/en-imports.ts';
import { formatList, formatNumber } from '../words/format-number.ts';
import { columnId } from './column-id.ts';
import type { ColumnRowProps } from './column-props.ts';
import styles from './columns.module.css';
import { asksOf, isAnswered, retarget } from './import-draft.ts';
import { NoValueWords } from './no-value-words.tsx';
import { ReadingFields } from './reading-fields.tsx';
import { TargetDetails } from './target-details.tsx';
import { optionToTarget, targetToOption } from './target-options.ts';

const texts = importWords.columns;

/** One column of the file: what stands in it, where it goes, how it is read. */
export function ColumnRow(props: ColumnRowProps) {
  const plan = () => props.draft.plan.columns[props.column];
  const found = () => props.draft.inspection.columns[props.column];
  const name = () => plan()?.header || texts.unnamed(formatNumber(props.column + 1));
  const choose = (option: string) => {
    // The suggestion comes back whole, its better name included.
    const suggested = props.draft.inspection.plan.columns[props.column]?.target;
    const target =
      suggested && targetToOption(suggested) === option
        ? suggested
        : optionToTarget(option, name(), props.model);
    props.onDraft(retarget(props.draft, props.column, target, props.model));
  };
  const isAsking = () =>
    asksOf(props.draft, props.column).some((ask) => !isAnswered(props.draft, props.column, ask));
  return (
    <Show when={plan()}>
      {(column) => (
        <li
          id={columnId(props.column)}
          class={styles.column}
          classList={{
            [styles.ignored ?? '']: column().target.kind === 'ignore',
            [styles.open ?? '']: isAsking() || props.hasProblem,
          }}
          tabindex="-1"
          aria-label={name()}
        >
          <div class={styles.what}>
            <h3 class={styles.header}>{name()}</h3>
            <Samples found={found()} sampled={props.draft.inspection.sampledRows} />
          </div>
          <div class={styles.target}>
            <Combobox
              label={`${name()}, ${texts.target}`}
              placeholder={importWords.targets.choose}
              options={props.options}
              value={targetToOption(column().target)}
              onValue={choose}
            />
            <TargetDetails {...props} plan={column()} />
          </div>
          <Show when={column().target.kind !== 'ignore'} fallback={<div />}>
            <div class={styles.reading}>
              <ReadingFields {...props} plan={column()} name={name()} />
              <NoValueWords {...props} name={name()} />
              <Unreadable {...props} />
            </div>
          </Show>
        </li>
      )}
    </Show>
  );
}

function Samples(props: {
  readonly found: FileInspection['columns'][number] | undefined;
  readonly sampled: number;
}) {
  const isEmpty = () => props.found?.samples.length === 0;
  return (
    <>
      <p class={styles.samples}>{isEmpty() ? texts.allEmpty : props.found?.samples.join(' · ')}</p>
      <Show when={!isEmpty() && (props.found?.emptyCount ?? 0) > 0}>
        <p class={styles.samples}>
          {texts.empty(formatNumber(props.found?.emptyCount ?? 0), formatNumber(props.sampled))}
        </p>
      </Show>
    </>
  );
}

/** Known only for the reading that was suggested; after a change the import itself will tell. */
function Unreadable(props: ColumnRowProps) {
  const plan = () => props.draft.plan.columns[props.column];
  const suggested = () => props.draft.inspection.plan.columns[props.column];
  const unreadable = () => {
    const words = new Set(plan()?.reading.noValueWords);
    const isAsSuggested =
      plan()?.reading.type === suggested()?.reading.type &&
      plan()?.reading.decimal === suggested()?.reading.decimal;
    const texts = props.draft.inspection.columns[props.column]?.unreadable ?? [];
    return isAsSuggested ? texts.filter((text) => !words.has(text)) : [];
  };
  const text = () => {
    const quoted = formatList(unreadable().map((one) => `“${one}”`));
    return plan()?.target.kind === 'attribute' ? texts.unreadable(quoted) : texts.unreadableEvent(quoted);
  };
  return (
    <Show when={unreadable().length > 0}>
      <p class={styles.warning}>{text()}</p>
    </Show>
  );
}
