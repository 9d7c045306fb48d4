import ChevronDown from 'lucide-solid/icons/chevron-down';
import { type JSX, Show } from 'solid-js';
import styles from './combobox.module.css';
import { type Option, OptionList } from './option-list.tsx';
import { Popover } from './popover.tsx';

export interface ComboboxProps<Value extends string> {
  /** Read aloud before the chosen one. */
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onValue: (value: Value) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder: string;
  /** Looks like a word of a sentence instead of a field. */
  readonly word?: boolean | undefined;
  readonly icon?: JSX.Element;
  /** What the button says, where the list says it at more length. */
  readonly text?: string | undefined;
  /** With a search field; by itself from nine options on. */
  readonly searchable?: boolean | undefined;
  readonly id?: string | undefined;
  /** What one most likely changes next: found by `[data-next]`. */
  readonly isNext?: boolean | undefined;
}

/** One of many: a button that opens a list with a search. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const chosen = () => props.options.find((option) => option.value === props.value);
  // Not in the markup: there, Solid makes a plain `false` of a condition that does not hold.
  const text = () => {
    const option = chosen();
    return option === undefined ? props.placeholder : (props.text ?? option.label);
  };
  return (
    <Popover
      kind="listbox"
      trigger={(trigger) => (
        <button
          type="button"
          {...trigger}
          id={props.id}
          data-to-fill={props.value === null ? '' : undefined}
          data-next={props.isNext ? '' : undefined}
          class={styles.trigger}
          classList={{ [styles.word ?? '']: props.word ?? false }}
        >
          {props.icon}
          <span class="aside-from-sight">{`${props.label}: `}</span>
          <span classList={{ [styles.empty ?? '']: !chosen() }}>{text()}</span>
          <Show when={!props.word}>
            <ChevronDown size={14} aria-hidden="true" />
          </Show>
        </button>
      )}
    >
      {(close) => (
        <OptionList
          label={props.label}
          options={props.options}
          chosen={props.value === null ? [] : [props.value]}
          searchable={props.searchable ?? props.options.length > 8}
          onChoose={(value) => {
            close();
            props.onValue(value);
          }}
        />
      )}
    </Popover>
  );
}

export interface MultiComboboxProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly values: readonly Value[];
  readonly onValues: (values: readonly Value[]) => void;
  /** What the button says: the chosen ones in words. */
  readonly text: string;
  readonly word?: boolean | undefined;
  readonly searchable?: boolean | undefined;
}

/** Several of many; the list stays open while choosing. */
export function MultiCombobox<Value extends string>(props: MultiComboboxProps<Value>) {
  const toggle = (value: Value) =>
    props.onValues(
      props.values.includes(value) ? props.values.filter((one) => one !== value) : [...props.values, value],
    );
  return (
    <Popover
      kind="listbox"
      trigger={(trigger) => (
        <button
          type="button"
          {...trigger}
          data-to-fill={props.values.length === 0 ? '' : undefined}
          class={styles.trigger}
          classList={{ [styles.word ?? '']: props.word ?? false }}
        >
          <span class="aside-from-sight">{`${props.label}: `}</span>
          <span classList={{ [styles.empty ?? '']: props.values.length === 0 }}>{props.text}</span>
          <Show when={!props.word}>
            <ChevronDown size={14} aria-hidden="true" />
          </Show>
        </button>
      )}
    >
      {() => (
        <OptionList
          label={props.label}
          options={props.options}
          chosen={props.values}
          multiple
          searchable={props.searchable ?? props.options.length > 8}
          onChoose={toggle}
        />
      )}
    </Popover>
  );
}
