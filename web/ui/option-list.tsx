// biome-ignore-all lint/a11y/useAriaActivedescendantWithTabindex: it has a tabindex, in Solid's spelling
// biome-ignore-all lint/a11y/useFocusableInteractive: it has a tabindex, in Solid's spelling
import Check from 'lucide-solid/icons/check';
import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { words } from '../words/en.ts';
import { formatNumber } from '../words/format-number.ts';
import styles from './combobox.module.css';
import { SearchInput } from './text-input.tsx';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly count?: number | undefined;
  /** Options of a group stand together under its name. */
  readonly group?: string | undefined;
  readonly icon?: () => JSX.Element;
}

export interface OptionListProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: readonly Value[];
  readonly onChoose: (value: Value) => void;
  readonly multiple?: boolean | undefined;
  readonly searchable: boolean;
  /** Searching is done elsewhere, as with values from the data; then `options` are the answer. */
  readonly onSearch?: ((text: string) => void) | undefined;
}

/** The list inside a combobox: the focus stays in the search, arrows move, Enter chooses. */
export function OptionList<Value extends string>(props: OptionListProps<Value>) {
  const id = createUniqueId();
  const [text, setText] = createSignal('');
  const [active, setActive] = createSignal(
    Math.max(
      0,
      props.options.findIndex((option) => props.chosen.includes(option.value)),
    ),
  );
  const shown = createMemo(() => {
    const wanted = text().trim().toLowerCase();
    if (wanted === '' || props.onSearch) return props.options;
    const score = (option: Option<Value>) => matchScore(option.label.toLowerCase(), wanted);
    return props.options.filter((option) => score(option) > 0).toSorted((a, b) => score(b) - score(a));
  });
  const search = (wanted: string) => {
    setText(wanted);
    setActive(0);
    props.onSearch?.(wanted);
  };
  const move = (to: number) => {
    const count = shown().length;
    if (count === 0) return;
    setActive((to + count) % count);
    document.getElementById(`${id}-${active()}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => move(active() + 1),
      ArrowUp: () => move(active() - 1),
      PageDown: () => move(Math.min(shown().length - 1, active() + 8)),
      PageUp: () => move(Math.max(0, active() - 8)),
      Enter: () => {
        const option = shown()[active()];
        if (option) props.onChoose(option.value);
      },
    };
    const run = moves[event.key] ?? (event.key === ' ' && !props.searchable ? moves['Enter'] : undefined);
    if (!run) return;
    event.preventDefault();
    run();
  };
  const ties = () => ({
    'aria-controls': `${id}-list`,
    'aria-activedescendant': shown().length > 0 ? `${id}-${active()}` : undefined,
  });
  return (
    <div class={styles.list}>
      <Show when={props.searchable}>
        <div class={styles.search}>
          <SearchInput
            autofocus
            role="combobox"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-label={`${words.common.search}: ${props.label}`}
            placeholder={words.common.search}
            value={text()}
            onValue={search}
            onKeyDown={onKeyDown}
            {...ties()}
          />
        </div>
      </Show>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={props.label}
        aria-multiselectable={props.multiple ? 'true' : undefined}
        class={styles.options}
        tabindex={props.searchable ? -1 : 0}
        autofocus={!props.searchable}
        aria-activedescendant={props.searchable ? undefined : ties()['aria-activedescendant']}
        onKeyDown={(event) => !props.searchable && onKeyDown(event)}
      >
        <For each={shown()}>
          {(option, index) => (
            <>
              <Show when={option.group && option.group !== shown()[index() - 1]?.group}>
                <div role="presentation" class={styles.group}>
                  {option.group}
                </div>
              </Show>
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard where the focus is */}
              <div
                id={`${id}-${index()}`}
                role="option"
                tabindex="-1"
                aria-selected={props.chosen.includes(option.value)}
                class={styles.option}
                classList={{ [styles.active ?? '']: index() === active() }}
                onClick={() => props.onChoose(option.value)}
                onPointerMove={() => setActive(index())}
              >
                {option.icon?.()}
                <span class={styles.label}>
                  {option.label}
                  <Show when={option.hint}>
                    <span class={styles.hint}>{option.hint}</span>
                  </Show>
                </span>
                <Show when={option.count !== undefined}>
                  <span class={styles.count}>{formatNumber(option.count ?? 0)}</span>
                </Show>
                <span class={styles.tick}>
                  <Show when={props.chosen.includes(option.value)}>
                    <Check size={15} aria-hidden="true" />
                  </Show>
                </span>
              </div>
            </>
          )}
        </For>
      </div>
      <Show when={shown().length === 0}>
        <p class={styles.none}>{words.common.noMatch}</p>
      </Show>
    </div>
  );
}

/** Higher is nearer; 0 is no match: the beginning, then a word's beginning, then anywhere. */
export function matchScore(label: string, wanted: string): number {
  const at = label.indexOf(wanted);
  if (at === 0) return 3;
  if (at > 0) return /[\s_\-.]/.test(label[at - 1] ?? '') ? 2 : 1;
  const parts = wanted.split(/\s+/);
  return parts.length > 1 && parts.every((part) => label.includes(part)) ? 0.5 : 0;
}
