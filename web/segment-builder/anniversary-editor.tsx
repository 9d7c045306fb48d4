import { Show } from 'solid-js';
import type { CalendarDateTest } from '../../shared/segment/definition.ts';
import { Combobox, MultiCombobox } from '../ui/combobox.tsx';
import { builderWords } from '../words/en-builder.ts';
import { formatMonth } from '../words/format-instant.ts';
import { formatList } from '../words/format-number.ts';
import { NumberInput } from './number-input.tsx';

type Anniversary = Extract<CalendarDateTest, { kind: 'anniversary' }>;
type When = Anniversary['when'];

const words = builderWords.time.anniversary;
const KINDS = ['today', 'in-next', 'in-last', 'in-months'] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** "has its anniversary in the next 7 days", "… in the month of May". */
export function AnniversaryEditor(props: {
  readonly test: Anniversary;
  readonly onTest: (test: Anniversary, burst?: string) => void;
}) {
  const change = (when: When, burst?: string) => props.onTest({ kind: 'anniversary', when }, burst);
  const choose = (kind: When['kind']) => {
    const days = 'days' in props.test.when ? props.test.when.days : 7;
    if (kind === 'today') change({ kind });
    else change(kind === 'in-months' ? { kind, months: [] } : { kind, days });
  };
  const span = () => ('days' in props.test.when ? props.test.when : undefined);
  const inMonths = () => (props.test.when.kind === 'in-months' ? props.test.when : undefined);
  return (
    <>
      <Combobox
        word
        label={words.label}
        placeholder={builderWords.subject.choose}
        options={KINDS.map((kind) => ({ value: kind, label: words[kind] }))}
        value={props.test.when.kind}
        onValue={choose}
      />
      <Show when={span()}>
        {(when) => (
          <>
            <NumberInput
              whole
              label={builderWords.time.amount}
              value={when().days}
              onValue={(days) => change({ ...when(), days }, 'days')}
            />
            <span>{builderWords.time.units.day}</span>
          </>
        )}
      </Show>
      <Show when={inMonths()}>
        {(when) => (
          <MultiCombobox
            word
            searchable={false}
            label={words.months}
            options={MONTHS.map((month) => ({ value: String(month), label: formatMonth(month) }))}
            values={when().months.map(String)}
            text={
              when().months.length === 0
                ? words.chooseMonths
                : formatList(when().months.map(formatMonth), 'or')
            }
            onValues={(months) =>
              change({ kind: 'in-months', months: months.map(Number).toSorted((a, b) => a - b) })
            }
          />
        )}
      </Show>
    </>
  );
}
