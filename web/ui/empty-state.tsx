import { type JSX, Show } from 'solid-js';
import styles from './surface.module.css';

export interface EmptyStateProps {
  readonly icon?: JSX.Element;
  readonly title: string;
  /** Teaches: what would stand here, and how it gets here. */
  readonly text?: JSX.Element;
  readonly actions?: JSX.Element;
}

export function EmptyState(props: EmptyStateProps) {
  return (
    <div class={styles.empty}>
      {props.icon}
      <h2 class={styles.emptyTitle}>{props.title}</h2>
      <Show when={props.text}>
        <p>{props.text}</p>
      </Show>
      <Show when={props.actions}>
        <div class={styles.emptyActions}>{props.actions}</div>
      </Show>
    </div>
  );
}
