import { createSignal, Show } from 'solid-js';
import { useApp } from '../data/app-context.tsx';
import { Mark } from '../shell/mark.tsx';
import { Button } from '../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { onboardingWords } from '../words/en-onboarding.ts';
import { workerErrorText } from '../words/error-text.ts';
import styles from './onboarding.module.css';
import { ShoalPicture } from './shoal-picture.tsx';

/** The first screen there is: a sample to play with, or a place for one's own data. */
export function Onboarding() {
  const app = useApp();
  const toasts = useToasts();
  const [making, setMaking] = createSignal<'sample' | 'empty'>();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const make = async (from: 'sample' | 'empty') => {
    setMaking(from);
    const name = from === 'sample' ? onboardingWords.sampleName : onboardingWords.emptyName;
    const settings = { name, timeZone, weekStart: 'monday', leapDay: 'february-28' } as const;
    const result = await app.worker.createWorkspace({ from, settings });
    if (result.ok) return;
    setMaking(undefined);
    toasts.show({ text: workerErrorText(result.error) });
  };
  return (
    <main class={styles.start}>
      <div class={styles.inner}>
        <p class={styles.brand}>
          <Mark size={32} />
          {words.product}
        </p>
        <div class={styles.opening}>
          <div>
            <h1 class={styles.title}>{onboardingWords.title}</h1>
            <p class={styles.lead}>{onboardingWords.lead}</p>
          </div>
          <ShoalPicture />
        </div>
        <Show
          when={!making()}
          fallback={
            <div class={styles.progress}>
              <ProgressBar label={onboardingWords.working} share={null} />
            </div>
          }
        >
          <div class={styles.ways}>
            <section class={styles.way}>
              <h2>{onboardingWords.sample.title}</h2>
              <p>{onboardingWords.sample.text}</p>
              <Button look="primary" onClick={() => void make('sample')}>
                {onboardingWords.sample.start}
              </Button>
            </section>
            <section class={styles.way}>
              <h2>{onboardingWords.empty.title}</h2>
              <p>{onboardingWords.empty.text}</p>
              <Button onClick={() => void make('empty')}>{onboardingWords.empty.start}</Button>
            </section>
          </div>
        </Show>
        <p class={styles.note}>
          {onboardingWords.zone(timeZone)} {onboardingWords.device}
        </p>
      </div>
    </main>
  );
}
