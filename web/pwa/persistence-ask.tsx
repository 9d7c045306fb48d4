import { createResource, createSignal, Show } from 'solid-js';
import { useFirstEdit } from '../data/first-edit.tsx';
import { Button } from '../ui/button.tsx';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import styles from './offer.module.css';
import { remember, remembered } from './remembered.ts';

const KEY = 'asked-to-persist';

/** At the first edit, in words, once: may the browser clear this when space runs low? */
export function PersistenceAsk() {
  const firstEdit = useFirstEdit();
  const toasts = useToasts();
  const [isAnswered, setAnswered] = createSignal(remembered(KEY) !== null);
  const [isKept] = createResource(async () => {
    // WebKit without this API keeps what an installed app stores; there is nothing to ask.
    if (typeof navigator.storage?.persist !== 'function') return true;
    return navigator.storage.persisted();
  });
  const answer = () => {
    remember(KEY, 'yes');
    setAnswered(true);
  };
  const protect = () => {
    answer();
    // Firefox leaves this pending until the person answers its own question: nothing may wait for it.
    void navigator.storage.persist().then((granted) => {
      toasts.show({ text: granted ? words.persistence.protected : words.persistence.refused });
    });
  };
  return (
    <Show when={firstEdit.hasHappened() && !isAnswered() && isKept.latest === false}>
      <div class={styles.offer} role="status">
        <p>{words.persistence.ask}</p>
        <div class={styles.actions}>
          <Button look="quiet" small onClick={answer}>
            {words.install.notNow}
          </Button>
          <Button look="primary" small onClick={protect}>
            {words.persistence.protect}
          </Button>
        </div>
      </div>
    </Show>
  );
}
