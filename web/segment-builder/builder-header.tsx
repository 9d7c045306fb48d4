import { A } from '@solidjs/router';
import ChevronLeft from 'lucide-solid/icons/chevron-left';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Redo2 from 'lucide-solid/icons/redo-2';
import Trash from 'lucide-solid/icons/trash';
import Undo2 from 'lucide-solid/icons/undo-2';
import { Show } from 'solid-js';
import { Button, buttonClass } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { builderWords } from '../words/en-builder.ts';
import styles from './builder.module.css';
import { useBuilder } from './builder-context.tsx';

export interface BuilderHeaderProps {
  /** Little room: all but Save goes into a menu. */
  readonly isPhone: boolean;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Name, how it stands, and what can be done with the whole. */
export function BuilderHeader(props: BuilderHeaderProps) {
  const { store } = useBuilder();
  const discardLabel = () => (store.published() === null ? builderWords.discardNew : builderWords.discard);
  const isUntouched = () => store.draft().title === '' && store.root.children.length === 0;
  const stateText = () => {
    if (!store.isDirty()) return builderWords.upToDate;
    return store.published() === null && isUntouched() ? builderWords.newDraft : builderWords.unsaved;
  };
  const items = (): readonly MenuItem[] => [
    {
      label: builderWords.undo,
      icon: () => <Undo2 size={15} />,
      disabled: !store.canUndo(),
      onSelect: () => store.undo(),
    },
    {
      label: builderWords.redo,
      icon: () => <Redo2 size={15} />,
      disabled: !store.canRedo(),
      onSelect: () => store.redo(),
    },
    {
      label: discardLabel(),
      icon: () => <Trash size={15} />,
      danger: true,
      apart: true,
      disabled: !store.isDirty(),
      onSelect: () => props.onDiscard(),
    },
  ];
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
          {stateText()}
        </span>
      </div>
      <div class={styles.actions}>
        <Show
          when={!props.isPhone}
          fallback={
            <Menu
              end
              label={builderWords.more}
              items={items()}
              trigger={(trigger) => (
                <IconButton {...trigger} label={builderWords.more}>
                  <Ellipsis size={18} />
                </IconButton>
              )}
            />
          }
        >
          <IconButton label={builderWords.undo} disabled={!store.canUndo()} onClick={() => store.undo()}>
            <Undo2 size={16} />
          </IconButton>
          <IconButton label={builderWords.redo} disabled={!store.canRedo()} onClick={() => store.redo()}>
            <Redo2 size={16} />
          </IconButton>
          <Show when={store.isDirty()}>
            <Button look="quiet" onClick={() => props.onDiscard()}>
              {discardLabel()}
            </Button>
          </Show>
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
