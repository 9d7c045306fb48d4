import { Show } from 'solid-js';
import type { NumberTest } from '../../shared/segment/definition.ts';
import { Combobox } from '../ui/combobox.tsx';
import { builderWords } from '../words/en-builder.ts';
import { NumberInput } from './number-input.tsx';
import { makeNumberTest, NUMBER_KINDS } from './number-tests.ts';

export interface NumberTestEditorProps {
  readonly test: NumberTest;
  readonly onTest: (test: NumberTest, burst?: string) => void;
  /** The operator is chosen elsewhere: only the numbers are shown. */
  readonly bare?: boolean;
  readonly whole?: boolean;
}

/** "at least 3", "between 3 and 7". */
export function NumberTestEditor(props: NumberTestEditorProps) {
  const options = NUMBER_KINDS.map((kind) => ({ value: kind, label: builderWords.numbers[kind] }));
  return (
    <>
      <Show when={!props.bare}>
        <Combobox
          word
          label={builderWords.numbers.label}
          placeholder={builderWords.subject.choose}
          options={options}
          value={props.test.kind}
          onValue={(kind) => props.onTest(makeNumberTest(kind, props.test))}
        />
      </Show>
      <Show
        when={props.test.kind === 'between' && props.test}
        fallback={
          <NumberInput
            label={builderWords.numbers.number}
            whole={props.whole ?? false}
            value={props.test.kind === 'between' ? null : props.test.value}
            onValue={(value) =>
              props.test.kind !== 'between' && props.onTest({ ...props.test, value }, 'number')
            }
          />
        }
      >
        {(between) => (
          <>
            <NumberInput
              label={builderWords.numbers.number}
              whole={props.whole ?? false}
              value={between().from}
              onValue={(from) => props.onTest({ ...between(), from }, 'number from')}
            />
            <span>{builderWords.numbers.to}</span>
            <NumberInput
              label={builderWords.numbers.upper}
              whole={props.whole ?? false}
              value={between().to}
              onValue={(to) => props.onTest({ ...between(), to }, 'number to')}
            />
          </>
        )}
      </Show>
    </>
  );
}
