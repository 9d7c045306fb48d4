import { A, useLocation, useNavigate } from '@solidjs/router';
import { createEffect, on, onCleanup, Show } from 'solid-js';
import { Button, buttonClass } from '../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { importWords } from '../words/en-imports.ts';
import { formatShare } from '../words/format-number.ts';
import { useImports } from './import-context.tsx';
import { importErrorText } from './import-error-text.ts';
import { progressNote, progressShare } from './progress-text.ts';
import styles from './tray.module.css';

const texts = importWords.running;
const PLACE = '/imports/new';

/** While one works elsewhere: the import in a corner, its share in the tab's title, its end in a word. */
export function Tray() {
  const imports = useImports();
  const location = useLocation();
  const navigate = useNavigate();
  const toasts = useToasts();
  const isElsewhere = () => location.pathname !== PLACE && location.pathname !== '/import';
  const running = () => {
    const job = imports.job();
    return job.kind === 'running' ? job : undefined;
  };
  // Not by the accessor of a Show: while a navigation is under way, its condition has two answers.
  const title = () => texts.title(running()?.file.name ?? '');
  createEffect(() => {
    const share = running() ? progressShare(imports.progress()) : null;
    const percent = share === null ? '' : `${texts.percent(formatShare(Math.round(share * 100), 100))} · `;
    document.title = `${percent}${words.product}`;
  });
  onCleanup(() => {
    document.title = words.product;
  });
  createEffect(
    on(imports.job, (job) => {
      if (!isElsewhere()) return;
      if (job.kind === 'done') {
        const action = { label: texts.show, run: () => navigate(PLACE) };
        toasts.show({ text: importWords.outcome.toastDone(job.summary.fileName), action });
      }
      if (job.kind === 'failed') toasts.show({ text: importErrorText(job.error, job.file) });
    }),
  );
  return (
    <Show when={isElsewhere() && running()}>
      <section class={styles.tray} aria-label={title()}>
        <ProgressBar
          label={title()}
          share={progressShare(imports.progress())}
          note={progressNote(imports.progress())}
        />
        <div class={styles.actions}>
          <A href={PLACE} class={buttonClass('quiet', { small: true })}>
            {texts.show}
          </A>
          <Button small busy={running()?.isCancelling} onClick={() => imports.cancel()}>
            {running()?.isCancelling ? texts.cancelling : texts.cancel}
          </Button>
        </div>
      </section>
    </Show>
  );
}
