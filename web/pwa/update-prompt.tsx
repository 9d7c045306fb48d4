import { Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { words } from '../words/en.ts';
import type { AppUpdate } from './create-app-update.ts';
import styles from './offer.module.css';

/** A new version waits for a word; it never comes by itself. */
export function UpdatePrompt(props: { readonly update: AppUpdate }) {
  return (
    <Show when={props.update.isWaiting()}>
      <div class={styles.offer} role="status">
        <p>
          <strong>{words.update.ready}</strong> {words.update.kept}
        </p>
        <div class={styles.actions}>
          <Button look="quiet" small onClick={() => props.update.later()}>
            {words.update.later}
          </Button>
          <Button look="primary" small onClick={() => props.update.reload()}>
            {words.update.reload}
          </Button>
        </div>
      </div>
    </Show>
  );
}
