import { Mark } from '../shell/mark.tsx';
import { Card } from '../ui/card.tsx';
import { settingsWords } from '../words/en-settings.ts';
import styles from './settings.module.css';

const texts = settingsWords.about;
/** Set by the build, from package.json. */
const VERSION: unknown = import.meta.env['SHOAL_VERSION'];

export function AboutCard() {
  return (
    <Card title={texts.title}>
      <div class={styles.about}>
        <Mark size={36} />
        <div>
          <p class={styles.label}>{texts.version(typeof VERSION === 'string' ? VERSION : '')}</p>
          <p class={styles.quiet}>{texts.text}</p>
          <p class={styles.quiet}>{texts.licence}</p>
        </div>
      </div>
    </Card>
  );
}
