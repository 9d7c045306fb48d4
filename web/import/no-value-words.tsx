import { For, Show } from 'solid-js';
import { importWords } from '../words/en-imports.ts';
import { formatNumber } from '../words/format-number.ts';
import type { ColumnRowProps } from './column-props.ts';
import styles from './columns.module.css';
import { toggleNoValueWord } from './import-draft.ts';

const texts = importWords.columns;

/** Words such as NA, offered where they occur; only those that are pressed mean nothing. */
export function NoValueWords(props: ColumnRowProps & { readonly name: string }) {
  const candidates = () => props.draft.inspection.columns[props.column]?.noValueCandidates ?? [];
  const isOn = (word: string) =>
    props.draft.plan.columns[props.column]?.reading.noValueWords.includes(word) ?? false;
  return (
    <Show when={candidates().length > 0}>
      <fieldset class={styles.words} title={texts.noValueHint}>
        <legend>{texts.noValue}</legend>
        <For each={candidates()}>
          {(candidate) => (
            <button
              type="button"
              class={styles.word}
              aria-pressed={isOn(candidate.word)}
              onClick={() => props.onDraft(toggleNoValueWord(props.draft, props.column, candidate.word))}
            >
              {texts.noValueWord(candidate.word, formatNumber(candidate.count))}
            </button>
          )}
        </For>
      </fieldset>
    </Show>
  );
}
