import { Show } from 'solid-js';
import type { ColumnPlan, DateOrder } from '../../shared/import-api.ts';
import type { ValueType } from '../../shared/profile/data-model.ts';
import { Field } from '../ui/field.tsx';
import { RadioList } from '../ui/radio-list.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { words } from '../words/en.ts';
import { importWords } from '../words/en-imports.ts';
import { formatDay } from '../words/format-instant.ts';
import { formatNumber } from '../words/format-number.ts';
import { exampleDay, exampleNumber } from './ask-examples.ts';
import type { ColumnRowProps } from './column-props.ts';
import styles from './columns.module.css';
import { type Ask, asksOf, fixedType, isAnswered, reread } from './import-draft.ts';

const texts = importWords.columns;
const TYPES = (Object.entries(words.types) as [ValueType, string][]).map(([value, label]) => ({
  value,
  label,
}));
const DATE_ORDERS: readonly DateOrder[] = ['day-first', 'month-first'];
const DECIMALS = ['point', 'comma'] as const;

export interface ReadingFieldsProps extends Omit<ColumnRowProps, 'hasProblem'> {
  readonly plan: ColumnPlan;
  readonly name: string;
}

/** The type of a column, why, and what the data does not decide. */
export function ReadingFields(props: ReadingFieldsProps) {
  const reading = () => props.plan.reading;
  const isFixed = () => fixedType(props.plan.target, props.model) !== undefined;
  const canChoose = () => props.plan.target.kind === 'attribute' || props.plan.target.kind === 'property';
  const reason = () => props.draft.inspection.columns[props.column]?.reason ?? '';
  return (
    <>
      <Show
        when={canChoose() && !isFixed()}
        fallback={
          <Show when={canChoose()}>
            <p class={styles.fixed}>{words.types[reading().type]}</p>
          </Show>
        }
      >
        <Select
          aria-label={`${props.name}, ${texts.type}`}
          value={reading().type}
          choices={TYPES}
          onValue={(type) => props.onDraft(reread(props.draft, props.column, { type }))}
        />
      </Show>
      <Show when={canChoose() && !isFixed() && reason()}>
        <p class={styles.reason}>{reason()}</p>
      </Show>
      <Question {...props} ask="date-order" />
      <Question {...props} ask="decimal" />
      <Show when={reading().type === 'list'}>
        <Field label={texts.separator}>
          {(ties) => (
            <TextInput
              {...ties}
              value={reading().separator}
              maxlength={3}
              onValue={(separator) => props.onDraft(reread(props.draft, props.column, { separator }))}
            />
          )}
        </Field>
      </Show>
    </>
  );
}

/** Nothing is chosen until the person chose: a guess must not slip through. */
function Question(props: ReadingFieldsProps & { readonly ask: Ask }) {
  const isAsked = () => asksOf(props.draft, props.column).includes(props.ask);
  const isOpen = () => !isAnswered(props.draft, props.column, props.ask);
  const samples = () => props.draft.inspection.columns[props.column]?.samples ?? [];
  const isFoundOpen = () => props.draft.inspection.columns[props.column]?.asks.includes(props.ask) ?? false;
  const label = () =>
    props.ask === 'date-order' && isFoundOpen()
      ? importWords.asks['date-order']
      : importWords.asks.dateChanged;
  return (
    <Show when={isAsked()}>
      <div class={styles.ask} classList={{ [styles.asking ?? '']: isOpen() }}>
        <p>{label()}</p>
        <Show
          when={props.ask === 'date-order'}
          fallback={
            <RadioList
              label={`${props.name}: ${importWords.asks.decimals}`}
              choices={DECIMALS.map((value) => ({
                value,
                label: importWords.asks[value],
                hint: decimalExample(value, samples()),
              }))}
              value={isOpen() ? null : props.plan.reading.decimal}
              onValue={(decimal) => props.onDraft(reread(props.draft, props.column, { decimal }))}
            />
          }
        >
          <RadioList
            label={`${props.name}: ${importWords.asks.dateOrder}`}
            choices={DATE_ORDERS.map((value) => ({
              value,
              label: importWords.asks[value],
              hint: dateExample(value, samples()),
            }))}
            value={isOpen() ? null : props.plan.reading.dateOrder}
            onValue={(dateOrder) => props.onDraft(reread(props.draft, props.column, { dateOrder }))}
          />
        </Show>
      </div>
    </Show>
  );
}

function dateExample(order: DateOrder, samples: readonly string[]): string {
  const day = exampleDay(samples, order);
  return day === undefined ? '' : formatDay(day);
}

function decimalExample(decimal: 'point' | 'comma', samples: readonly string[]): string {
  const number = exampleNumber(samples, decimal);
  return number === undefined ? '' : formatNumber(number);
}
