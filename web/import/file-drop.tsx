import FileUp from 'lucide-solid/icons/file-up';
import { createSignal, For } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { useToasts } from '../ui/toast.tsx';
import { importWords } from '../words/en-imports.ts';
import styles from './file-drop.module.css';

const texts = importWords.pick;

/** Where a file comes in: dropped, or chosen. */
export function FileDrop(props: { readonly onFile: (file: File) => void }) {
  const toasts = useToasts();
  const [isOver, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const take = (files: FileList | null | undefined) => {
    const [file, ...others] = files ?? [];
    if (!file) return;
    if (others.length > 0) toasts.show({ text: texts.several });
    props.onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer?.files.length) take(event.dataTransfer.files);
    else toasts.show({ text: texts.notAFile });
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div class={styles.layout}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the way beside the button within */}
      <div
        class={styles.drop}
        classList={{ [styles.over ?? '']: isOver() }}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <FileUp size={32} aria-hidden="true" />
        <p class={styles.lead}>{texts.drop}</p>
        <p class={styles.or}>{texts.or}</p>
        <Button look="primary" onClick={() => input?.click()}>
          {texts.choose}
        </Button>
        <input
          ref={input}
          type="file"
          class="aside-from-sight"
          tabindex="-1"
          aria-label={texts.choose}
          accept=".csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values,application/gzip"
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <p class={styles.formats}>{texts.formats}</p>
      </div>
      <ul class={styles.teach}>
        <For each={texts.teach}>
          {(point) => (
            <li>
              <h2>{point.title}</h2>
              <p>{point.text}</p>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
