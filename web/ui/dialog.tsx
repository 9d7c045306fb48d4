import X from 'lucide-solid/icons/x';
import { createEffect, createUniqueId, type JSX, Show } from 'solid-js';
import { words } from '../words/en.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  /** Buttons at the foot, the main one last. */
  readonly actions?: JSX.Element;
  readonly children: JSX.Element;
}

/** The browser's own modal: it keeps the focus, hears Escape, and gives the focus back. */
export function Dialog(props: DialogProps) {
  const id = createUniqueId();
  let dialog: HTMLDialogElement | undefined;
  createEffect(() => {
    if (props.open && !dialog?.open) dialog?.showModal();
    if (!props.open && dialog?.open) dialog.close();
  });
  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === dialog) props.onClose();
  };
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      classList={{ [styles.wide ?? '']: props.wide ?? false }}
      aria-labelledby={id}
      onClose={() => props.onClose()}
      onPointerDown={closeOnBackdrop}
    >
      <Show when={props.open}>
        <div class={styles.head}>
          <h2 id={id} class={styles.title}>
            {props.title}
          </h2>
          <IconButton label={words.common.close} onClick={() => props.onClose()}>
            <X size={16} />
          </IconButton>
        </div>
        <div class={styles.body}>
          {props.children}
          <Show when={props.actions}>
            <div class={styles.actions}>{props.actions}</div>
          </Show>
        </div>
      </Show>
    </dialog>
  );
}
