import { createEffect } from 'solid-js';
import styles from './editors.module.css';

export interface NumberInputProps {
  readonly label: string;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
  readonly whole?: boolean;
}

/** A number within a sentence. Empty is "not typed yet", never 0. */
export function NumberInput(props: NumberInputProps) {
  let input: HTMLInputElement | undefined;
  const typed = () =>
    !input || input.value.trim() === '' || Number.isNaN(input.valueAsNumber) ? null : input.valueAsNumber;
  /** As wide as its number, so that the sentence reads on. */
  const digits = () => Math.max(2, String(props.value ?? '').length);
  createEffect(() => {
    const { value } = props;
    // Only when it differs: writing back what is being typed would eat a decimal point.
    if (input && typed() !== value) input.value = value === null ? '' : String(value);
  });
  return (
    <input
      ref={input}
      type="number"
      class={styles.number}
      style={{ 'inline-size': `calc(${digits()}ch + 1.25rem)` }}
      aria-label={props.label}
      inputmode={props.whole ? 'numeric' : 'decimal'}
      step={props.whole ? '1' : 'any'}
      min={props.whole ? '0' : undefined}
      data-to-fill={props.value === null ? '' : undefined}
      onInput={() => props.onValue(typed())}
    />
  );
}
