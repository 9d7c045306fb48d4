import Clock from 'lucide-solid/icons/clock';
import ClockFading from 'lucide-solid/icons/clock-fading';
import { Show } from 'solid-js';
import type { Moment } from '../../shared/segment/definition.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { builderWords } from '../words/en-builder.ts';
import styles from './editors.module.css';

export interface MomentInputProps {
  readonly label: string;
  readonly value: Moment | null;
  readonly onValue: (value: Moment | null) => void;
  /** Dates without time have no time of day to choose (SEG-18). */
  readonly dayOnly: boolean;
}

const DAY_LENGTH = 10;

/** A day, or a day with a local time; the browser's own calendar. */
export function MomentInput(props: MomentInputProps) {
  const hasTime = () => (props.value?.length ?? 0) > DAY_LENGTH;
  const turn = () => {
    const { value } = props;
    if (value === null) return;
    props.onValue(hasTime() ? value.slice(0, DAY_LENGTH) : `${value}T00:00`);
  };
  return (
    <>
      <input
        type={hasTime() ? 'datetime-local' : 'date'}
        class={styles.date}
        aria-label={props.label}
        value={props.value ?? ''}
        max={hasTime() ? '9999-12-31T23:59' : '9999-12-31'}
        data-to-fill={props.value === null ? '' : undefined}
        onInput={(event) => props.onValue(event.currentTarget.value || null)}
      />
      <Show when={!props.dayOnly && props.value !== null}>
        <IconButton
          small
          label={hasTime() ? builderWords.time.withoutTime : builderWords.time.withTime}
          onClick={turn}
        >
          <Show when={hasTime()} fallback={<Clock size={14} />}>
            <ClockFading size={14} />
          </Show>
        </IconButton>
      </Show>
    </>
  );
}
