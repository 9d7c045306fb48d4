import Search from 'lucide-solid/icons/search';
import { type ComponentProps, splitProps } from 'solid-js';
import styles from './field.module.css';

export interface TextInputProps extends Omit<ComponentProps<'input'>, 'class' | 'style' | 'onInput'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** One line of text; also numbers and dates, by `type`. Needs a Field or an `aria-label`. */
export function TextInput(props: TextInputProps) {
  const [own, rest] = splitProps(props, ['onValue']);
  return (
    <input
      type="text"
      autocomplete="off"
      {...rest}
      class={styles.input}
      onInput={(event) => own.onValue(event.currentTarget.value)}
    />
  );
}

export function SearchInput(props: Omit<TextInputProps, 'type'> & { readonly 'aria-label': string }) {
  return (
    <div class={styles.search}>
      <Search size={15} aria-hidden="true" />
      <TextInput spellcheck={false} {...props} type="search" />
    </div>
  );
}

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'class' | 'style' | 'onInput'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function TextArea(props: TextAreaProps) {
  const [own, rest] = splitProps(props, ['onValue']);
  return (
    <textarea {...rest} class={styles.input} onInput={(event) => own.onValue(event.currentTarget.value)} />
  );
}
