import { For, type JSX, Show } from 'solid-js';
import styles from './menu.module.css';
import { Popover, type PopoverTrigger } from './popover.tsx';

export interface MenuItem {
  readonly label: string;
  readonly icon?: () => JSX.Element;
  readonly onSelect: () => void;
  /** Takes something away. */
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly keys?: string;
  /** A line above it. */
  readonly apart?: boolean;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly end?: boolean;
  readonly trigger: (trigger: PopoverTrigger) => JSX.Element;
}

/** A button's list of actions: arrows, Home, End and first letters move, Escape leaves. */
export function Menu(props: MenuProps) {
  return (
    <Popover kind="menu" end={props.end} trigger={props.trigger}>
      {(close) => <MenuItems label={props.label} items={props.items} close={close} />}
    </Popover>
  );
}

function MenuItems(props: {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly close: () => void;
}) {
  let menu: HTMLDivElement | undefined;
  const buttons = () => [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const select = (item: MenuItem) => {
    if (item.disabled) return;
    props.close();
    item.onSelect();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.findIndex((button) => button.matches(':focus'));
    const target = nextFocus(event.key, at, all);
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  return (
    <div
      ref={menu}
      role="menu"
      aria-label={props.label}
      class={styles.menu}
      onKeyDown={onKeyDown}
      tabindex="-1"
    >
      <For each={props.items}>
        {(item, index) => (
          <>
            <Show when={item.apart}>
              <hr class={styles.line} />
            </Show>
            <button
              type="button"
              role="menuitem"
              tabindex="-1"
              autofocus={index() === 0}
              aria-disabled={item.disabled ? 'true' : undefined}
              class={styles.item}
              classList={{ [styles.danger ?? '']: item.danger ?? false }}
              onClick={() => select(item)}
              onPointerMove={(event) => event.currentTarget.focus()}
            >
              {item.icon?.()}
              <span class={styles.label}>{item.label}</span>
              <Show when={item.keys}>
                <span class={styles.keys}>{item.keys}</span>
              </Show>
            </button>
          </>
        )}
      </For>
    </div>
  );
}

function nextFocus(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return all[(at + 1) % all.length];
  if (key === 'ArrowUp') return all[(at - 1 + all.length) % all.length];
  if (key === 'Home') return all[0];
  if (key === 'End') return all.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const begins = (button: HTMLElement) =>
    button.textContent?.trim().toLowerCase().startsWith(key.toLowerCase());
  return [...all.slice(at + 1), ...all].find(begins);
}
