import { createUniqueId, For } from 'solid-js';
import styles from './radio-list.module.css';

export interface RadioListProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  /** `null`: not answered yet, nothing is chosen. */
  readonly value: Value | null;
  readonly onValue: (value: Value) => void;
}

/** A question with few answers, one below the other, open until one is chosen. */
export function RadioList<Value extends string>(props: RadioListProps<Value>) {
  const name = createUniqueId();
  return (
    <div role="radiogroup" aria-label={props.label} class={styles.list}>
      <For each={props.choices}>
        {(choice) => (
          <label class={styles.choice}>
            <input
              type="radio"
              class={styles.radio}
              name={name}
              checked={choice.value === props.value}
              onChange={() => props.onValue(choice.value)}
            />
            <span>
              {choice.label} <span class={styles.hint}>{choice.hint}</span>
            </span>
          </label>
        )}
      </For>
    </div>
  );
}
