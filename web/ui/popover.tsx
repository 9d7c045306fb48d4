import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import styles from './popover.module.css';

/** Spread onto the button that opens the popover. */
export interface PopoverTrigger {
  readonly popovertarget: string;
  readonly 'aria-expanded': 'true' | 'false';
  readonly 'aria-haspopup': 'menu' | 'listbox' | 'dialog';
  readonly style: JSX.CSSProperties;
}

export interface PopoverProps {
  readonly kind: 'menu' | 'listbox' | 'dialog';
  /** Lines up with the trigger's end instead of its start. */
  readonly end?: boolean | undefined;
  readonly trigger: (trigger: PopoverTrigger) => JSX.Element;
  readonly children: (close: () => void) => JSX.Element;
  readonly onToggle?: (open: boolean) => void;
  readonly ref?: (element: HTMLElement) => void;
}

/** Floats beside its trigger, or comes up as a sheet on a phone. The browser closes it and gives the focus back. */
export function Popover(props: PopoverProps) {
  const id = createUniqueId();
  const anchor = `--${id}`;
  const [isOpen, setOpen] = createSignal(false);
  let popover: HTMLDivElement | undefined;
  const close = () => popover?.hidePopover();
  // Before it shows, so that `autofocus` inside finds its element.
  const prepare = (event: ToggleEvent) => {
    if (event.newState !== 'open') return;
    setOpen(true);
    props.onToggle?.(true);
  };
  const settle = (event: ToggleEvent) => {
    if (event.newState !== 'closed') return;
    setOpen(false);
    props.onToggle?.(false);
  };
  return (
    <>
      {props.trigger({
        popovertarget: id,
        get 'aria-expanded'() {
          return isOpen() ? ('true' as const) : ('false' as const);
        },
        get 'aria-haspopup'() {
          return props.kind;
        },
        style: { 'anchor-name': anchor },
      })}
      <div
        id={id}
        ref={(element) => {
          popover = element;
          props.ref?.(element);
        }}
        popover="auto"
        class={styles.popover}
        classList={{ [styles.end ?? '']: props.end ?? false }}
        style={{ 'position-anchor': anchor }}
        on:beforetoggle={prepare}
        on:toggle={settle}
      >
        <Show when={isOpen()}>{props.children(close)}</Show>
      </div>
    </>
  );
}
