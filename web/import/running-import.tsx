import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { importWords } from '../words/en-imports.ts';
import { formatNumber } from '../words/format-number.ts';
import styles from './import-cards.module.css';
import { useImports } from './import-context.tsx';
import { progressNote, progressShare } from './progress-text.ts';

const texts = importWords.running;
const SAY_EVERY_MS = 10_000;

/** An import at work: how far, how fast, how long still, and the way out. */
export function RunningImport() {
  const imports = useImports();
  const progress = imports.progress;
  const isCancelling = () => {
    const job = imports.job();
    return job.kind === 'running' && job.isCancelling;
  };
  const label = () => (progress()?.phase === 'writing' ? texts.writing : texts.reading);
  return (
    <div class={styles.running}>
      <ProgressBar label={label()} share={progressShare(progress())} note={progressNote(progress())} />
      <div class={styles.runningFoot}>
        <span>
          <Show when={(progress()?.failedRows ?? 0) > 0}>
            {texts.failed(formatNumber(progress()?.failedRows ?? 0))}
          </Show>
        </span>
        <Button busy={isCancelling()} onClick={() => imports.cancel()}>
          {isCancelling() ? texts.cancelling : texts.cancel}
        </Button>
      </div>
      <p class={styles.quiet}>{texts.elsewhere}</p>
      <SpokenProgress />
    </div>
  );
}

/** Said aloud now and then, not at each step. */
function SpokenProgress() {
  const imports = useImports();
  const [spoken, setSpoken] = createSignal('');
  let saidAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(imports.progress, (progress) => {
      clearTimeout(timer);
      const wait = Math.max(0, saidAt + SAY_EVERY_MS - performance.now());
      timer = setTimeout(() => {
        saidAt = performance.now();
        setSpoken(progressNote(progress));
      }, wait);
    }),
  );
  onCleanup(() => clearTimeout(timer));
  return (
    <p class="aside-from-sight" role="status">
      {spoken()}
    </p>
  );
}
