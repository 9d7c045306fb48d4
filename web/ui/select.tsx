import { type ComponentProps, For, splitProps } from 'solid-js';
import styles from './field.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string>
  extends Omit<ComponentProps<'select'>, 'class' | 'style' | 'onChange'> {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onValue: (value: Value) => void;
}

/** A short, known list: the browser's own control, the best there is on a phone. For long lists see Combobox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const [own, rest] = splitProps(props, ['choices', 'onValue', 'value']);
  const choose = (text: string) => {
    const chosen = own.choices.find((choice) => choice.value === text);
    if (chosen) own.onValue(chosen.value);
  };
  return (
    <select {...rest} class={styles.input} onChange={(event) => choose(event.currentTarget.value)}>
      <For each={own.choices}>
        {(choice) => (
          <option value={choice.value} selected={choice.value === own.value}>
            {choice.label}
          </option>
        )}
      </For>
    </select>
  );
}
