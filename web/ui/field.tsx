import { createUniqueId, type JSX, Show } from 'solid-js';
import styles from './field.module.css';

/** Ties a control to its label, hint and error; spread it onto the control. */
export interface FieldTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined;
  readonly children: (ties: FieldTies) => JSX.Element;
}

export function Field(props: FieldProps) {
  const id = createUniqueId();
  const ties: FieldTies = {
    id,
    get 'aria-describedby'() {
      return props.error || props.hint ? `${id}-about` : undefined;
    },
    get 'aria-invalid'() {
      return props.error ? 'true' : undefined;
    },
  };
  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {props.label}
      </label>
      {props.children(ties)}
      <Show when={props.error || props.hint}>
        <p id={`${id}-about`} class={props.error ? styles.error : styles.hint}>
          {props.error || props.hint}
        </p>
      </Show>
    </div>
  );
}
