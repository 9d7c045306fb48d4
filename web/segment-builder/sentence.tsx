import Copy from 'lucide-solid/icons/copy';
import { createMemo, For, Show } from 'solid-js';
import { sentence } from '../../shared/segment/sentence.ts';
import { sentenceText } from '../../shared/segment/sentence-part.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useToasts } from '../ui/toast.tsx';
import { builderWords } from '../words/en-builder.ts';
import { readerFormat } from '../words/sentence-format.ts';
import styles from './aside.module.css';
import { useBuilder } from './builder-context.tsx';

/** The definition in plain words, always the same as in lists and activities. */
export function Sentence() {
  const builder = useBuilder();
  const toasts = useToasts();
  const parts = createMemo(() =>
    sentence(builder.store.draft().definition, {
      dataModel: builder.dataModel(),
      segmentTitle: builder.segmentTitle,
      ...readerFormat,
    }),
  );
  const copy = () => {
    void navigator.clipboard
      .writeText(sentenceText(parts()))
      .then(() => toasts.show({ text: builderWords.sentence.copied }));
  };
  return (
    <section class={styles.section} aria-labelledby="sentence-heading">
      <header class={styles.head}>
        <h2 id="sentence-heading">{builderWords.sentence.label}</h2>
        {/* Only a secure address has a clipboard. */}
        <Show when={navigator.clipboard}>
          <IconButton small label={builderWords.sentence.copy} onClick={copy}>
            <Copy size={14} />
          </IconButton>
        </Show>
      </header>
      <p class={styles.sentence}>
        <For each={parts()}>
          {(part, index) => (
            <>
              {needsSpace(part.text, index(), parts()[index() - 1]?.text) ? ' ' : ''}
              <span class={styles[part.role]}>{part.text}</span>
            </>
          )}
        </For>
      </p>
    </section>
  );
}

function needsSpace(text: string, index: number, before: string | undefined): boolean {
  return index > 0 && !/^[,)]/.test(text) && before !== '(';
}
