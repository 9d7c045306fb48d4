import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { formatNumber } from '../words/format-number.ts';
import styles from './tabs.module.css';

export interface TabChoice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabChoice<Id>[];
  readonly value: Id;
  readonly onValue: (id: Id) => void;
  /** Gives the height that is left to the panel, for a table that scrolls by itself. */
  readonly filling?: boolean | undefined;
  readonly children: JSX.Element;
}

/** Views of one thing. The children are the panel of the chosen tab. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const id = createUniqueId();
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -1 : 1;
    const at = props.tabs.findIndex((tab) => tab.id === props.value);
    const next = props.tabs[(at + step * rtl + props.tabs.length) % props.tabs.length];
    if (!next) return;
    props.onValue(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={props.label} class={styles.tabs} onKeyDown={move}>
        <For each={props.tabs}>
          {(tab) => (
            <button
              type="button"
              role="tab"
              id={`${id}-${tab.id}`}
              class={styles.tab}
              aria-selected={tab.id === props.value}
              aria-controls={`${id}-panel`}
              tabindex={tab.id === props.value ? 0 : -1}
              onClick={() => props.onValue(tab.id)}
            >
              {tab.label}
              <Show when={tab.count !== undefined}>
                <span class={styles.count}>{formatNumber(tab.count ?? 0)}</span>
              </Show>
            </button>
          )}
        </For>
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${props.value}`}
        classList={{ [styles.filling ?? '']: props.filling ?? false }}
      >
        {props.children}
      </div>
    </>
  );
}

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: () => JSX.Element;
  }[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}

/** One of two to four, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const name = createUniqueId();
  return (
    <div role="radiogroup" aria-label={props.label} class={styles.segments}>
      <For each={props.choices}>
        {(choice) => (
          <label class={styles.segment}>
            <input
              type="radio"
              name={name}
              checked={choice.value === props.value}
              onChange={() => props.onValue(choice.value)}
            />
            {choice.icon?.()}
            {choice.label}
          </label>
        )}
      </For>
    </div>
  );
}
