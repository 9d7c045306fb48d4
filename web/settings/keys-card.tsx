import { For } from 'solid-js';
import { Card } from '../ui/card.tsx';
import { settingsWords } from '../words/en-settings.ts';
import styles from './settings.module.css';

const texts = settingsWords.keys;

export function KeysCard() {
  return (
    <Card title={texts.title}>
      <div class={styles.keyGroups}>
        <For each={texts.groups}>
          {(group) => (
            <section>
              <h3 class={styles.label}>{group.title}</h3>
              <dl class={styles.keys}>
                <For each={group.keys}>
                  {([key, does]) => (
                    <div>
                      <dt>
                        <kbd>{key}</kbd>
                      </dt>
                      <dd>{does}</dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Card>
  );
}
