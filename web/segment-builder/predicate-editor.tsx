import { Match, Switch } from 'solid-js';
import type { ValueType } from '../../shared/profile/data-model.ts';
import type {
  CalendarDateTest,
  ListTest,
  NumberTest,
  Predicate,
  TextTest,
  TimeTest,
  ValueTest,
} from '../../shared/segment/definition.ts';
import type { SuggestRequest } from '../../shared/worker-api.ts';
import { Combobox } from '../ui/combobox.tsx';
import { builderWords } from '../words/en-builder.ts';
import { AnniversaryEditor } from './anniversary-editor.tsx';
import { NumberTestEditor } from './number-test-editor.tsx';
import { isNumberTest } from './number-tests.ts';
import { OPERATORS, type Operator, operatorOf, predicateFor } from './operators.ts';
import { TimeTestEditor } from './time-test-editor.tsx';
import { isTimeTest } from './time-tests.ts';
import { ValueChips } from './value-chips.tsx';

export interface PredicateEditorProps {
  /** What the values are of, read aloud. */
  readonly name: string;
  readonly type: ValueType;
  readonly predicate: Predicate | undefined;
  readonly onPredicate: (predicate: Predicate | undefined, burst?: string) => void;
  readonly suggest: SuggestRequest['subject'] | undefined;
}

/** Operator and value of one test; only operators that make sense for the type are offered. */
export function PredicateEditor(props: PredicateEditorProps) {
  const operator = () => operatorOf(props.predicate);
  const test = () => props.predicate?.test;
  const label = (value: Operator) =>
    builderWords.operators[value] ??
    builderWords.negatedOperator(builderWords.operators[value.replace(/^not-/, '') as Operator] ?? value);
  const options = () => {
    const offered = OPERATORS[props.type];
    // One that was written by another version, or does not fit any more, is shown until it is changed.
    const all = offered.includes(operator()) ? offered : [...offered, operator()];
    return all.map((value) => ({ value, label: label(value) }));
  };
  const setTest = (changed: ValueTest, burst?: string) =>
    props.onPredicate({ ...props.predicate, test: changed }, burst);
  const as = <Test extends ValueTest>(fits: (test: ValueTest) => test is Test) => {
    const current = test();
    return current && fits(current) ? current : undefined;
  };
  const compared = () => {
    const current = test();
    return current?.kind === 'length' || current?.kind === 'age' ? current : undefined;
  };
  return (
    <>
      <Combobox
        word
        isNext
        label={builderWords.operatorLabel}
        placeholder={builderWords.subject.choose}
        options={options()}
        value={operator()}
        onValue={(chosen) => props.onPredicate(predicateFor(chosen, props.predicate))}
      />
      <Switch>
        <Match when={as(hasValues)}>
          {(valued) => (
            <ValueChips
              name={props.name}
              values={valued().values}
              exact={valued().exact ?? false}
              isLive={
                valued().kind === 'contains' ||
                valued().kind === 'starts-with' ||
                valued().kind === 'ends-with'
              }
              suggest={props.suggest}
              onValues={(values, burst) => setTest({ ...valued(), values }, burst)}
              onExact={(exact) => setTest(withExact(valued(), exact))}
            />
          )}
        </Match>
        <Match when={as((current): current is NumberTest => isNumberTest(current))}>
          {(number) => <NumberTestEditor bare test={number()} onTest={setTest} />}
        </Match>
        <Match when={as((current): current is TimeTest => isTimeTest(current))}>
          {(time) => <TimeTestEditor test={time()} dayOnly={props.type === 'date'} onTest={setTest} />}
        </Match>
        <Match
          when={as(
            (current): current is Extract<CalendarDateTest, { kind: 'anniversary' }> =>
              current.kind === 'anniversary',
          )}
        >
          {(anniversary) => <AnniversaryEditor test={anniversary()} onTest={setTest} />}
        </Match>
        <Match when={compared()}>
          {(current) => (
            <>
              <NumberTestEditor
                whole
                test={current().compare}
                onTest={(compare, burst) => setTest({ ...current(), compare }, burst)}
              />
              <span>{current().kind === 'age' ? builderWords.years : builderWords.entries}</span>
            </>
          )}
        </Match>
      </Switch>
    </>
  );
}

type Valued = TextTest | Extract<ListTest, { values: readonly string[] }>;

function hasValues(test: ValueTest): test is Valued {
  return 'values' in test;
}

function withExact(test: Valued, exact: boolean): Valued {
  const { exact: _, ...rest } = test;
  return exact ? { ...rest, exact: true } : rest;
}
