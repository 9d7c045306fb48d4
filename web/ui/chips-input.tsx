import X from 'lucide-solid/icons/x';
import { createSignal, For } from 'solid-js';
import styles from './chips-input.module.css';
import type { FieldTies } from './field.tsx';

export interface ChipsInputProps {
  readonly ties: FieldTies;
  readonly values: readonly string[];
  /** Words for the cross of a chip. */
  readonly removeLabel: (value: string) => string;
  readonly placeholder: string;
  /** Gives the texts with another one, or the same if it adds nothing. */
  readonly add: (values: readonly string[], text: string) => readonly string[];
  readonly onValues: (values: readonly string[]) => void;
}

/** Several texts in one field: Enter adds what is typed, Backspace in an empty field takes the last back. */
export function ChipsInput(props: ChipsInputProps) {
  const [text, setText] = createSignal('');
  let input: HTMLInputElement | undefined;
  const addTyped = () => {
    if (text().trim() === '') return;
    props.onValues(props.add(props.values, text()));
    setText('');
  };
  const remove = (value: string) => {
    props.onValues(props.values.filter((one) => one !== value));
    input?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text().trim() !== '') {
      event.preventDefault();
      addTyped();
    }
    const last = props.values.at(-1);
    if (event.key === 'Backspace' && text() === '' && last !== undefined) remove(last);
  };
  return (
    <div class={styles.chips}>
      <For each={props.values}>
        {(value) => (
          <span class={styles.chip}>
            <span class={styles.text}>{value}</span>
            <button
              type="button"
              class={styles.cross}
              aria-label={props.removeLabel(value)}
              onClick={() => remove(value)}
            >
              <X size={13} aria-hidden="true" />
            </button>
          </span>
        )}
      </For>
      <input
        {...props.ties}
        ref={input}
        type="text"
        class={styles.input}
        autocomplete="off"
        placeholder={props.placeholder}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={addTyped}
      />
    </div>
  );
}
