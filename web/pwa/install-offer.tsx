import { createSignal, onCleanup, Show } from 'solid-js';
import { useFirstEdit } from '../data/first-edit.tsx';
import { Button } from '../ui/button.tsx';
import { words } from '../words/en.ts';
import styles from './offer.module.css';
import { remember, remembered } from './remembered.ts';

/** Chromium's own event; no library types know it. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

const KEY = 'install-declined';

/** After something of value was made, never before: keep Shoal as an app. Only where the browser can. */
export function InstallOffer() {
  const firstEdit = useFirstEdit();
  const [event, setEvent] = createSignal<InstallEvent>();
  const keep = (offered: Event) => {
    offered.preventDefault();
    setEvent(offered as InstallEvent);
  };
  window.addEventListener('beforeinstallprompt', keep);
  onCleanup(() => window.removeEventListener('beforeinstallprompt', keep));
  const decline = () => {
    remember(KEY, 'yes');
    setEvent(undefined);
  };
  const install = () => {
    void event()?.prompt();
    setEvent(undefined);
  };
  return (
    <Show when={event() && firstEdit.hasFeltValue() && remembered(KEY) === null}>
      <div class={styles.offer} role="status">
        <p>{words.install.offer}</p>
        <div class={styles.actions}>
          <Button look="quiet" small onClick={decline}>
            {words.install.notNow}
          </Button>
          <Button look="primary" small onClick={install}>
            {words.install.install}
          </Button>
        </div>
      </div>
    </Show>
  );
}
