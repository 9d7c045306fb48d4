import CaseSensitive from 'lucide-solid/icons/case-sensitive';
import X from 'lucide-solid/icons/x';
import { createSignal, createUniqueId, For, Show } from 'solid-js';
import type { SuggestRequest } from '../../shared/worker-api.ts';
import { useApp } from '../data/app-context.tsx';
import { createQuery } from '../data/create-query.ts';
import { builderWords } from '../words/en-builder.ts';
import styles from './value-chips.module.css';
import { ValueSuggestions } from './value-suggestions.tsx';

export interface ValueChipsProps {
  /** What the values are of. */
  readonly name: string;
  readonly values: readonly string[];
  readonly exact: boolean;
  /** Counts while typing: what stands in the field is a value already. */
  readonly isLive: boolean;
  readonly suggest: SuggestRequest['subject'] | undefined;
  readonly onValues: (values: readonly string[], burst?: string) => void;
  readonly onExact: (exact: boolean) => void;
}

const words = builderWords.values;
const MOST_SUGGESTIONS = 50;
const TYPING = 'typing a value';

/** Texts to compare with, as chips: type and press Enter, or choose from what is in the data. */
export function ValueChips(props: ValueChipsProps) {
  const app = useApp();
  const id = createUniqueId();
  const [text, setText] = createSignal('');
  const [isOpen, setOpen] = createSignal(false);
  const [active, setActive] = createSignal(-1);
  let input: HTMLInputElement | undefined;
  /** While typing a live value it is the last of the values, but has no chip yet. */
  const chips = () =>
    props.isLive && text().trim() !== '' ? withoutLast(props.values, text().trim()) : props.values;
  const suggestions = createQuery(
    () =>
      isOpen() && props.suggest
        ? { subject: props.suggest, search: text().trim(), limit: MOST_SUGGESTIONS }
        : undefined,
    (request) => app.worker.suggestValues(request),
  );
  const offered = () => (suggestions.value() ?? []).filter(({ value }) => !chips().includes(value));
  const type = (typed: string) => {
    const before = chips();
    setText(typed);
    setActive(-1);
    setOpen(true);
    const pasted = typed.includes('\n') || typed.includes('\t') ? typed.split(/[\n\t]/) : undefined;
    if (pasted) return add(pasted);
    if (props.isLive) props.onValues(typed.trim() === '' ? before : [...before, typed.trim()], TYPING);
  };
  const add = (typed: readonly string[]) => {
    const added = typed.map((one) => one.trim()).filter((one) => one !== '');
    const values = [...new Set([...chips(), ...added])];
    setText('');
    setActive(-1);
    if (added.length > 0) props.onValues(values);
  };
  const remove = (value: string) => {
    props.onValues(chips().filter((one) => one !== value));
    input?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = offered().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.altKey) return;
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0) setActive((at) => (at + step + count + (at === -1 && step === -1 ? 1 : 0)) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = offered()[active()];
      add([chosen ? chosen.value : text()]);
    } else if (event.key === 'Escape' && isOpen()) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && text() === '' && chips().length > 0) {
      props.onValues(chips().slice(0, -1));
    }
  };
  const leave = () => {
    setOpen(false);
    add([text()]);
  };
  return (
    <span class={styles.chips} style={{ 'anchor-name': `--${id}` }}>
      <For each={chips()}>
        {(value) => (
          <span class={styles.chip}>
            {value}
            <button
              type="button"
              class={styles.remove}
              aria-label={words.remove(value)}
              onClick={() => remove(value)}
            >
              <X size={12} />
            </button>
          </span>
        )}
      </For>
      <input
        ref={input}
        class={styles.input}
        role="combobox"
        aria-label={words.label(props.name)}
        aria-expanded={isOpen()}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active() >= 0 ? `${id}-${active()}` : undefined}
        autocomplete="off"
        spellcheck={false}
        size={Math.max(chips().length === 0 ? 10 : 3, text().length + 1)}
        placeholder={chips().length === 0 ? words.add : words.addMore}
        data-to-fill={props.values.length === 0 ? '' : undefined}
        value={text()}
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        class={styles.exact}
        aria-pressed={props.exact}
        title={props.exact ? builderWords.notes.sameCase : builderWords.notes.anyCase}
        aria-label={builderWords.notes.sameCase}
        onClick={() => props.onExact(!props.exact)}
      >
        <CaseSensitive size={15} />
      </button>
      <Show when={isOpen() && props.suggest}>
        <ValueSuggestions
          id={id}
          suggestions={offered()}
          isKnown={suggestions.value() !== undefined}
          active={active()}
          typed={text().trim()}
          onChoose={(value) => {
            add([value]);
            input?.focus();
          }}
        />
      </Show>
    </span>
  );
}

function withoutLast(values: readonly string[], value: string): readonly string[] {
  return values.at(-1) === value ? values.slice(0, -1) : values;
}
