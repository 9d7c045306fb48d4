import { useRegisterSW } from 'virtual:pwa-register/solid';
import { createEffect, Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import styles from './offer.module.css';

/** A new version waits for a word. It reloads every tab of Shoal; drafts are stored at each edit, so none is lost. */
export function UpdatePrompt() {
  const toasts = useToasts();
  const { needRefresh, offlineReady, updateServiceWorker } = useRegisterSW();
  const [isNeeded, setNeeded] = needRefresh;
  createEffect(() => {
    if (offlineReady[0]()) toasts.show({ text: words.update.offlineReady });
  });
  return (
    <Show when={isNeeded()}>
      <div class={styles.offer} role="status">
        <p>
          <strong>{words.update.ready}</strong> {words.update.kept}
        </p>
        <div class={styles.actions}>
          <Button look="quiet" onClick={() => setNeeded(false)}>
            {words.update.later}
          </Button>
          <Button look="primary" onClick={() => void updateServiceWorker(true)}>
            {words.update.reload}
          </Button>
        </div>
      </div>
    </Show>
  );
}
