import { createMemo, Match, Switch } from 'solid-js';
import type { TimeZone } from '../../shared/kernel/time.ts';
import type { ValueType } from '../../shared/profile/data-model.ts';
import { ChipsInput } from '../ui/chips-input.tsx';
import type { FieldTies } from '../ui/field.tsx';
import { Segmented } from '../ui/tabs.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { words } from '../words/en.ts';
import { profileWords } from '../words/en-profiles.ts';
import { formatNumber } from '../words/format-number.ts';
import { readerLocale } from '../words/locale.ts';
import { decimalMark } from './typed-number.ts';
import { readTyped, type Typed, type TypingContext, withText } from './typed-value.ts';

export interface ValueInputProps {
  readonly type: ValueType;
  readonly label: string;
  readonly ties: FieldTies;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly autofocus?: boolean;
}

const YES_NO = [
  { value: 'yes', label: words.common.yes },
  { value: 'no', label: words.common.no },
] as const;

export function typingContext(timeZone: TimeZone): TypingContext {
  return { timeZone, decimal: decimalMark(readerLocale()) };
}

/** The right control for a value of a type. It holds what is typed; `readTyped` says what that means. */
export function ValueInput(props: ValueInputProps) {
  const text = () => (typeof props.typed === 'string' ? props.typed : '');
  const texts = () => (typeof props.typed === 'string' ? [] : props.typed);
  const native = createMemo(() => NATIVE[props.type]);
  return (
    <Switch
      fallback={
        <TextInput
          {...props.ties}
          type={native().type}
          inputmode={native().inputmode}
          step={native().step}
          autofocus={props.autofocus}
          value={text()}
          onValue={props.onTyped}
        />
      }
    >
      <Match when={props.type === 'yes-no'}>
        <Segmented
          label={props.label}
          choices={YES_NO}
          value={text() as 'yes' | 'no'}
          onValue={props.onTyped}
        />
      </Match>
      <Match when={props.type === 'list'}>
        <ChipsInput
          ties={props.ties}
          values={texts()}
          placeholder={profileWords.attributes.addText}
          removeLabel={profileWords.attributes.removeText}
          add={withText}
          onValues={props.onTyped}
        />
      </Match>
    </Switch>
  );
}

interface Native {
  readonly type: 'text' | 'date' | 'datetime-local';
  readonly inputmode?: 'decimal';
  /** To the second: times come with seconds, and a browser refuses what it cannot step to. */
  readonly step?: number;
}
const NATIVE: Readonly<Record<ValueType, Native>> = {
  text: { type: 'text' },
  number: { type: 'text', inputmode: 'decimal' },
  date: { type: 'date' },
  timestamp: { type: 'datetime-local', step: 1 },
  'yes-no': { type: 'text' },
  list: { type: 'text' },
};

/** Words under the control: what is wrong with it, or how it was understood. */
export function typedError(typed: Typed, type: ValueType, context: TypingContext): string | undefined {
  const read = readTyped(typed, type, context);
  return read.kind === 'refused' ? profileWords.attributes.errors[read.why] : undefined;
}

export function typedHint(typed: Typed, type: ValueType, context: TypingContext): string | undefined {
  if (type === 'timestamp') return profileWords.attributes.inZone(context.timeZone);
  if (type === 'list') return profileWords.attributes.listHint;
  if (type !== 'number') return undefined;
  const read = readTyped(typed, type, context);
  const isPlain = typeof typed === 'string' && /^-?\d*$/.test(typed.trim());
  if (read.kind !== 'value' || typeof read.value !== 'number' || isPlain) return undefined;
  return profileWords.attributes.readAs(formatNumber(read.value));
}
