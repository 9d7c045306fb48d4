import { For, Show } from 'solid-js';
import { Card } from '../ui/card.tsx';
import { createMedia } from '../ui/create-media.ts';
import { settingsWords } from '../words/en-settings.ts';
import styles from './settings.module.css';

const texts = settingsWords.install;

export function InstallCard() {
  const isInstalled = createMedia('(display-mode: standalone)');
  return (
    <Card title={texts.title}>
      <Show when={!isInstalled()} fallback={<p class={styles.quiet}>{texts.installed}</p>}>
        <div class={styles.stack}>
          <p class={styles.quiet}>{texts.text}</p>
          <dl class={styles.ways}>
            <For each={texts.ways}>
              {([where, how]) => (
                <div>
                  <dt>{where}</dt>
                  <dd>{how}</dd>
                </div>
              )}
            </For>
          </dl>
        </div>
      </Show>
    </Card>
  );
}
