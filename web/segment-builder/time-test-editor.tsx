import { Match, Show, Switch } from 'solid-js';
import type { CalendarUnit, TimeTest, TimeUnit } from '../../shared/segment/definition.ts';
import { Combobox } from '../ui/combobox.tsx';
import { builderWords } from '../words/en-builder.ts';
import { MomentInput } from './moment-input.tsx';
import { NumberInput } from './number-input.tsx';
import { DAY_UNITS, INSTANT_UNITS } from './time-tests.ts';

type Of<Kind extends TimeTest['kind']> = Extract<TimeTest, { kind: Kind }>;
type Single = Of<'on' | 'before' | 'after' | 'on-or-before' | 'on-or-after'>;
type Span = Of<'in-last' | 'in-next' | 'ago' | 'more-than-ago' | 'less-than-ago'>;

export interface TimeTestEditorProps {
  readonly test: TimeTest;
  readonly onTest: (test: TimeTest, burst?: string) => void;
  /** Of dates without time (SEG-18). */
  readonly dayOnly: boolean;
  /** For what has happened: no next month. */
  readonly pastOnly?: boolean;
}

const words = builderWords.time;

/** What follows the operator: "30 days ago", "12 May 2025", "this month". */
export function TimeTestEditor(props: TimeTestEditorProps) {
  const single = () => ('moment' in props.test ? (props.test as Single) : undefined);
  const span = () => ('amount' in props.test ? (props.test as Span) : undefined);
  const of = <Kind extends TimeTest['kind']>(kind: Kind) =>
    props.test.kind === kind ? (props.test as Of<Kind>) : undefined;
  return (
    <Switch>
      <Match when={single()}>
        {(test) => (
          <MomentInput
            label={words.date}
            dayOnly={props.dayOnly}
            value={test().moment}
            onValue={(moment) => props.onTest({ ...test(), moment }, 'moment')}
          />
        )}
      </Match>
      <Match when={of('between-dates')}>
        {(test) => (
          <>
            <MomentInput
              label={words.from}
              dayOnly={props.dayOnly}
              value={test().from}
              onValue={(from) => props.onTest({ ...test(), from }, 'from')}
            />
            <span>{words.and}</span>
            <MomentInput
              label={words.to}
              dayOnly={props.dayOnly}
              value={test().to}
              onValue={(to) => props.onTest({ ...test(), to }, 'to')}
            />
          </>
        )}
      </Match>
      <Match when={span()}>
        {(test) => (
          <>
            <NumberInput
              whole
              label={words.amount}
              value={test().amount}
              onValue={(amount) => props.onTest({ ...test(), amount }, 'amount')}
            />
            <UnitChoice
              dayOnly={props.dayOnly}
              unit={test().unit}
              onUnit={(unit) => props.onTest({ ...test(), unit })}
            />
            <Show when={test().kind.endsWith('ago')}>
              <span>{words.ago}</span>
            </Show>
          </>
        )}
      </Match>
      <Match when={of('between-ago')}>
        {(test) => (
          <>
            <NumberInput
              whole
              label={words.older}
              value={test().from}
              onValue={(from) => props.onTest({ ...test(), from }, 'older')}
            />
            <span>{words.and}</span>
            <NumberInput
              whole
              label={words.newer}
              value={test().to}
              onValue={(to) => props.onTest({ ...test(), to }, 'newer')}
            />
            <UnitChoice
              dayOnly={props.dayOnly}
              unit={test().unit}
              onUnit={(unit) => props.onTest({ ...test(), unit })}
            />
            <span>{words.ago}</span>
          </>
        )}
      </Match>
      <Match when={of('calendar')}>
        {(test) => <PeriodChoice test={test()} pastOnly={props.pastOnly ?? false} onTest={props.onTest} />}
      </Match>
    </Switch>
  );
}

function UnitChoice(props: {
  readonly unit: TimeUnit;
  readonly dayOnly: boolean;
  readonly onUnit: (unit: TimeUnit) => void;
}) {
  return (
    <Combobox
      word
      label={words.unit}
      placeholder={builderWords.subject.choose}
      options={(props.dayOnly ? DAY_UNITS : INSTANT_UNITS).map((unit) => ({
        value: unit,
        label: words.units[unit],
      }))}
      value={props.unit}
      onValue={props.onUnit}
    />
  );
}

const PERIODS: readonly CalendarUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

function PeriodChoice(props: {
  readonly test: Of<'calendar'>;
  readonly pastOnly: boolean;
  readonly onTest: (test: TimeTest) => void;
}) {
  const whiches = () =>
    props.pastOnly ? (['this', 'previous'] as const) : (['this', 'previous', 'next'] as const);
  const options = () =>
    whiches().flatMap((which) =>
      PERIODS.map((unit) => ({ value: `${which} ${unit}`, label: words.calendar[which][unit], which, unit })),
    );
  return (
    <Combobox
      word
      searchable={false}
      label={words.period}
      placeholder={builderWords.subject.choose}
      options={options()}
      value={`${props.test.which} ${props.test.unit}`}
      onValue={(chosen) => {
        const option = options().find(({ value }) => value === chosen);
        if (option) props.onTest({ kind: 'calendar', which: option.which, unit: option.unit });
      }}
    />
  );
}
