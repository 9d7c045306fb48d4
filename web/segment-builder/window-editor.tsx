import { Show } from 'solid-js';
import type { TimeTest } from '../../shared/segment/definition.ts';
import { Combobox } from '../ui/combobox.tsx';
import { builderWords } from '../words/en-builder.ts';
import { TimeTestEditor } from './time-test-editor.tsx';
import { makeTimeTest, PAST_KINDS, type TimeKind } from './time-tests.ts';

export interface WindowEditorProps {
  /** Absent: ever. */
  readonly window: TimeTest | undefined;
  readonly onWindow: (window: TimeTest | undefined, burst?: string) => void;
  /** Whether "ever" is an answer. */
  readonly canBeEver: boolean;
}

/** When something happened: "ever", "in the last 30 days". */
export function WindowEditor(props: WindowEditorProps) {
  const options = () => [
    ...(props.canBeEver ? [{ value: 'ever' as const, label: builderWords.time.ever }] : []),
    ...PAST_KINDS.map((kind) => ({ value: kind, label: builderWords.time.kinds[kind] })),
  ];
  const choose = (kind: TimeKind | 'ever') =>
    props.onWindow(kind === 'ever' ? undefined : makeTimeTest(kind, props.window));
  return (
    <>
      <Combobox
        word
        searchable={false}
        label={builderWords.time.label}
        placeholder={builderWords.subject.choose}
        options={options()}
        value={props.window?.kind ?? (props.canBeEver ? 'ever' : null)}
        onValue={choose}
      />
      <Show when={props.window}>
        {(window) => (
          <TimeTestEditor
            test={window()}
            dayOnly={false}
            pastOnly
            onTest={(test, burst) => props.onWindow(test, burst)}
          />
        )}
      </Show>
    </>
  );
}
