import { type JSX, Show } from 'solid-js';
import styles from './switch.module.css';

export interface SwitchProps {
  readonly label: JSX.Element;
  readonly checked: boolean;
  readonly onValue: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** On or off, at once. */
export function Switch(props: SwitchProps) {
  return (
    <label class={styles.line}>
      <input
        type="checkbox"
        role="switch"
        class={styles.switch}
        aria-checked={props.checked}
        checked={props.checked}
        disabled={props.disabled ?? false}
        onChange={(event) => props.onValue(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}

/** Part of a choice that is sent later, or one of several. */
export function Checkbox(props: SwitchProps & { readonly 'aria-label'?: string }) {
  return (
    <label class={styles.line}>
      <input
        type="checkbox"
        class={styles.box}
        checked={props.checked}
        disabled={props.disabled ?? false}
        aria-label={props['aria-label']}
        onChange={(event) => props.onValue(event.currentTarget.checked)}
      />
      <Show when={props.label}>{props.label}</Show>
    </label>
  );
}
