import { For, Show } from 'solid-js';
import type { Instant, TimeZone } from '../../shared/kernel/time.ts';
import type { DataModel } from '../../shared/profile/data-model.ts';
import type { TimelineEvent } from '../../shared/worker-api.ts';
import { profileWords } from '../words/en-profiles.ts';
import { formatInstant } from '../words/format-instant.ts';
import { formatValue } from '../words/format-value.ts';
import { readerLocale } from '../words/locale.ts';
import styles from './timeline.module.css';

export interface TimelineEventLineProps {
  readonly event: TimelineEvent;
  readonly model: DataModel | undefined;
  readonly timeZone: TimeZone;
}

/** One thing the person did: when, what, and its properties by name. */
export function TimelineEventLine(props: TimelineEventLineProps) {
  const typeName = () =>
    props.model?.eventTypes.find((type) => type.id === props.event.type)?.name ??
    profileWords.timeline.unknownType;
  const properties = () =>
    props.event.properties.map(({ property, value }) => {
      const definition = props.model?.properties.find((one) => one.id === property);
      return {
        name: definition?.name ?? profileWords.timeline.unknownProperty,
        text: formatValue(value, definition?.type ?? 'text', props.timeZone),
      };
    });
  return (
    <div class={styles.event}>
      <time class={styles.time} title={formatInstant(props.event.occurredAt, props.timeZone)}>
        {formatTimeOfDay(props.event.occurredAt, props.timeZone)}
      </time>
      <div class={styles.what}>
        <p class={styles.type}>{typeName()}</p>
        <Show when={properties().length > 0}>
          <dl class={styles.properties}>
            <For each={properties()}>
              {(property) => (
                <div class={styles.property}>
                  <dt>{property.name}</dt>
                  <dd>{property.text}</dd>
                </div>
              )}
            </For>
          </dl>
        </Show>
      </div>
    </div>
  );
}

const formats = new Map<TimeZone, Intl.DateTimeFormat>();

function formatTimeOfDay(instant: Instant, timeZone: TimeZone): string {
  const known = formats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat(readerLocale(), { timeStyle: 'short', timeZone });
  if (!known) formats.set(timeZone, format);
  return format.format(instant);
}
