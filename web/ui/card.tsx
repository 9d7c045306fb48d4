import { type JSX, Show } from 'solid-js';
import styles from './surface.module.css';

export interface CardProps {
  readonly title?: string;
  readonly actions?: JSX.Element;
  readonly children: JSX.Element;
}

/** A sheet of paper for one matter. */
export function Card(props: CardProps) {
  return (
    <section class={styles.card}>
      <Show when={props.title}>
        <div class={styles.cardHead}>
          <h2 class={styles.cardTitle}>{props.title}</h2>
          {props.actions}
        </div>
      </Show>
      <div class={styles.cardBody}>{props.children}</div>
    </section>
  );
}
