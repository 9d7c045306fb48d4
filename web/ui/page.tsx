import { type JSX, Show } from 'solid-js';
import styles from './surface.module.css';

/** The frame of a screen. `filling` gives the height to a table that scrolls by itself. */
export function Page(props: { readonly filling?: boolean; readonly children: JSX.Element }) {
  return (
    <div class={styles.page} classList={{ [styles.filling ?? '']: props.filling ?? false }}>
      {props.children}
    </div>
  );
}

export interface PageHeaderProps {
  readonly title: JSX.Element;
  readonly note?: JSX.Element;
  readonly actions?: JSX.Element;
}

export function PageHeader(props: PageHeaderProps) {
  return (
    <header class={styles.head}>
      <div class={styles.headTexts}>
        <h1 class={styles.headTitle}>{props.title}</h1>
        <Show when={props.note}>
          <p class={styles.headNote}>{props.note}</p>
        </Show>
      </div>
      <Show when={props.actions}>
        <div class={styles.headActions}>{props.actions}</div>
      </Show>
    </header>
  );
}
