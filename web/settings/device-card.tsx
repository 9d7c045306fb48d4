import { createSignal } from 'solid-js';
import { Card } from '../ui/card.tsx';
import { setSingleKeys, singleKeysAreOn } from '../ui/create-shortcut.ts';
import { Switch } from '../ui/switch.tsx';
import { Segmented } from '../ui/tabs.tsx';
import { words } from '../words/en.ts';
import { settingsWords } from '../words/en-settings.ts';
import styles from './settings.module.css';
import { chooseTheme, chosenTheme, type Theme } from './theme.ts';

const texts = settingsWords.look;
const THEMES = [
  { value: 'system', label: words.theme.system },
  { value: 'light', label: words.theme.light },
  { value: 'dark', label: words.theme.dark },
] as const;

/** Choices of this device alone: they are no part of the workspace. */
export function DeviceCard() {
  const [theme, setTheme] = createSignal<Theme>(chosenTheme());
  const [singleKeys, setOn] = createSignal(singleKeysAreOn());
  return (
    <Card title={texts.title}>
      <div class={styles.stack}>
        <div class={styles.line}>
          <span class={styles.label} aria-hidden="true">
            {texts.theme}
          </span>
          <Segmented
            label={texts.theme}
            choices={THEMES}
            value={theme()}
            onValue={(chosen) => {
              setTheme(chosen);
              chooseTheme(chosen);
            }}
          />
        </div>
        <div>
          <Switch
            label={texts.singleKeys}
            checked={singleKeys()}
            onValue={(on) => {
              setOn(on);
              setSingleKeys(on);
            }}
          />
          <p class={styles.quiet}>{texts.singleKeysHint}</p>
        </div>
      </div>
    </Card>
  );
}
