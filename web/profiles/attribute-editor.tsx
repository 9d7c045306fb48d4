import { createSignal, createUniqueId, Show } from 'solid-js';
import type { Attribute } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import { useTimeZone } from '../data/workspace-context.tsx';
import { Button } from '../ui/button.tsx';
import type { FieldTies } from '../ui/field.tsx';
import { words } from '../words/en.ts';
import { profileWords } from '../words/en-profiles.ts';
import styles from './attributes.module.css';
import { isSameValue, readTyped, type Typed, valueToTyped } from './typed-value.ts';
import { typedError, typedHint, typingContext, ValueInput } from './value-input.tsx';

export interface AttributeEditorProps {
  readonly attribute: Attribute;
  readonly value: Value | undefined;
  readonly onSave: (value: Value | null) => void;
  readonly onCancel: () => void;
}

/** In the place of the value: Enter saves, Escape leaves it as it was. */
export function AttributeEditor(props: AttributeEditorProps) {
  const timeZone = useTimeZone();
  const context = () => typingContext(timeZone());
  const [typed, setTyped] = createSignal<Typed>(valueToTyped(props.value, props.attribute.type, context()));
  const id = createUniqueId();
  const error = () => typedError(typed(), props.attribute.type, context());
  const hint = () => typedHint(typed(), props.attribute.type, context());
  const ties: FieldTies = {
    id,
    get 'aria-describedby'() {
      return (error() ?? hint()) ? `${id}-about` : undefined;
    },
    get 'aria-invalid'() {
      return error() ? ('true' as const) : undefined;
    },
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const read = readTyped(typed(), props.attribute.type, context());
    if (read.kind === 'refused') return;
    const value = read.kind === 'value' ? read.value : null;
    if (isSameValue(value ?? undefined, props.value)) props.onCancel();
    else props.onSave(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    props.onCancel();
  };
  return (
    <form ref={focusFirst} class={styles.editor} onSubmit={save} onKeyDown={onKeyDown}>
      <label class="aside-from-sight" for={id}>
        {props.attribute.name}
      </label>
      <ValueInput
        type={props.attribute.type}
        label={props.attribute.name}
        ties={ties}
        typed={typed()}
        onTyped={setTyped}
      />
      <Show when={error() ?? hint()}>
        <p id={`${id}-about`} class={error() ? styles.error : styles.hint}>
          {error() ?? hint()}
        </p>
      </Show>
      <div class={styles.buttons}>
        <Button look="primary" small type="submit">
          {words.common.save}
        </Button>
        <Button small onClick={() => props.onCancel()}>
          {words.common.cancel}
        </Button>
        <Show when={props.value !== undefined}>
          <Button look="quiet" small onClick={() => props.onSave(null)}>
            {profileWords.attributes.clear}
          </Button>
        </Show>
      </div>
    </form>
  );
}

/** The control gets the focus as soon as it stands in the page. */
function focusFirst(form: HTMLFormElement): void {
  queueMicrotask(() => {
    const input = form.querySelector<HTMLInputElement>('input:checked') ?? form.querySelector('input');
    input?.focus();
    if (input?.type === 'text') input.select();
  });
}
