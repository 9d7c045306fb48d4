// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the field; the field names the active option
import { createEffect, For, onMount, Show } from 'solid-js';
import type { Suggestion } from '../../shared/worker-api.ts';
import { builderWords } from '../words/en-builder.ts';
import { formatNumber } from '../words/format-number.ts';
import styles from './value-chips.module.css';

export interface ValueSuggestionsProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly isKnown: boolean;
  readonly active: number;
  readonly typed: string;
  readonly onChoose: (value: string) => void;
}

/** What is in the data, with exact counts, below the field. It never takes the focus. */
export function ValueSuggestions(props: ValueSuggestionsProps) {
  let list: HTMLDivElement | undefined;
  onMount(() => list?.showPopover?.());
  createEffect(() => {
    if (props.active >= 0)
      document.getElementById(`${props.id}-${props.active}`)?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div
      ref={list}
      popover="manual"
      id={`${props.id}-list`}
      role="listbox"
      aria-label={builderWords.values.suggestions}
      class={styles.list}
      style={{ 'position-anchor': `--${props.id}` }}
      onPointerDown={(event) => event.preventDefault()}
    >
      <For each={props.suggestions}>
        {(suggestion, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the field
          <div
            id={`${props.id}-${index()}`}
            role="option"
            aria-selected={index() === props.active}
            class={styles.option}
            onClick={() => props.onChoose(suggestion.value)}
          >
            <span>{suggestion.value}</span>
            <span class={styles.count}>{formatNumber(suggestion.count)}</span>
          </div>
        )}
      </For>
      <Show when={props.isKnown && props.suggestions.length === 0}>
        <div role="option" aria-selected="false" aria-disabled="true" class={styles.none}>
          {props.typed === '' ? builderWords.values.none : builderWords.values.useTyped(props.typed)}
        </div>
      </Show>
    </div>
  );
}
