import { A } from '@solidjs/router';
import { ChevronLeft, Redo2, Undo2 } from 'lucide-solid';
import { Show } from 'solid-js';
import { Button, buttonClass } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { builderWords } from '../words/en-builder.ts';
import styles from './builder.module.css';
import { useBuilder } from './builder-context.tsx';

export interface BuilderHeaderProps {
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Name, how it stands, and what can be done with the whole. */
export function BuilderHeader(props: BuilderHeaderProps) {
  const { store } = useBuilder();
  const isNew = () => store.published() === null;
  return (
    <header class={styles.header}>
      <A
        href="/segments"
        class={buttonClass('quiet', { icon: true })}
        aria-label={builderWords.back}
        title={builderWords.back}
      >
        <ChevronLeft size={18} />
      </A>
      <div class={styles.naming}>
        <h1 class="aside-from-sight">{store.draft().title || builderWords.untitled}</h1>
        <input
          class={styles.name}
          aria-label={builderWords.nameLabel}
          placeholder={builderWords.untitled}
          autocomplete="off"
          spellcheck={false}
          maxlength={200}
          value={store.draft().title}
          onInput={(event) => store.setTitle(event.currentTarget.value)}
        />
        <span class={styles.state} classList={{ [styles.dirty ?? '']: store.isDirty() }}>
          {store.isDirty() ? builderWords.unsaved : builderWords.upToDate}
        </span>
      </div>
      <div class={styles.actions}>
        <IconButton label={builderWords.undo} disabled={!store.canUndo()} onClick={() => store.undo()}>
          <Undo2 size={16} />
        </IconButton>
        <IconButton label={builderWords.redo} disabled={!store.canRedo()} onClick={() => store.redo()}>
          <Redo2 size={16} />
        </IconButton>
        <Show when={store.isDirty()}>
          <Button look="quiet" onClick={() => props.onDiscard()}>
            {isNew() ? builderWords.discardNew : builderWords.discard}
          </Button>
        </Show>
        <Button
          look="primary"
          busy={props.isSaving}
          disabled={!store.isDirty()}
          onClick={() => props.onSave()}
        >
          {builderWords.save}
        </Button>
      </div>
    </header>
  );
}
