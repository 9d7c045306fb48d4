import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, Show } from 'solid-js';
import type { Attribute } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import { useTimeZone } from '../data/workspace-context.tsx';
import { words } from '../words/en.ts';
import { profileWords } from '../words/en-profiles.ts';
import { formatValue } from '../words/format-value.ts';
import { AttributeEditor } from './attribute-editor.tsx';
import styles from './attributes.module.css';

export interface AttributeRowProps {
  readonly attribute: Attribute;
  readonly value: Value | undefined;
  /** A text that did not fit the type (SEG-4). */
  readonly keptAside: string | undefined;
  readonly onSave: (value: Value | null) => Promise<boolean>;
  readonly locked: boolean;
}

/** A value that becomes its own editor when pressed. */
export function AttributeRow(props: AttributeRowProps) {
  const timeZone = useTimeZone();
  const [isEditing, setEditing] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  const text = () =>
    props.value === undefined
      ? words.common.emptyValue
      : formatValue(props.value, props.attribute.type, timeZone());
  const leave = () => {
    setEditing(false);
    queueMicrotask(() => button?.focus());
  };
  const save = async (value: Value | null) => {
    if (await props.onSave(value)) leave();
  };
  return (
    <div class={styles.row}>
      <dt class={styles.name}>{props.attribute.name}</dt>
      <dd class={styles.cell}>
        <Show
          when={isEditing()}
          fallback={
            <button
              ref={button}
              type="button"
              class={styles.value}
              classList={{ [styles.empty ?? '']: props.value === undefined }}
              disabled={props.locked}
              aria-label={profileWords.attributes.edit(props.attribute.name, text())}
              onClick={() => setEditing(true)}
            >
              <span class={styles.text}>{text()}</span>
              <Show when={!props.locked}>
                <Pencil size={13} aria-hidden="true" />
              </Show>
            </button>
          }
        >
          <AttributeEditor attribute={props.attribute} value={props.value} onSave={save} onCancel={leave} />
        </Show>
        <Show when={props.keptAside}>
          {(aside) => (
            <p class={styles.aside}>
              {profileWords.attributes.keptAside(aside(), words.types[props.attribute.type])}
            </p>
          )}
        </Show>
      </dd>
    </div>
  );
}
