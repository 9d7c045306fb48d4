import { createMemo, createSignal, For, Show } from 'solid-js';
import { CHANNELS, type Channel, type DataModel, type ValueType } from '../../shared/profile/data-model.ts';
import { useApp } from '../data/app-context.tsx';
import { createAttempt } from '../data/create-attempt.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { RadioList } from '../ui/radio-list.tsx';
import { Checkbox } from '../ui/switch.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { dataModelWords } from '../words/en-data-model.ts';
import { refusalText } from '../words/error-text.ts';
import { type Definition, defineMutation } from './definition.ts';
import styles from './definitions.module.css';
import { keyFromName } from './key-from-name.ts';

const texts = dataModelWords.form;
const TYPES = (Object.entries(words.types) as [ValueType, string][]).map(([value, label]) => ({
  value,
  label,
  hint: dataModelWords.typeHints[value],
}));

export interface CreateDefinitionDialogProps {
  /** What is to be defined; `undefined` while the dialog is closed. */
  readonly kind: Definition['kind'] | undefined;
  readonly title: string;
  readonly model: DataModel;
  readonly onCreated?: (definition: Definition) => void;
  readonly onClose: () => void;
}

export function CreateDefinitionDialog(props: CreateDefinitionDialogProps) {
  return (
    <Dialog open={props.kind !== undefined} title={props.title} onClose={() => props.onClose()}>
      <Show when={props.kind}>{(kind) => <DefinitionForm {...props} kind={kind()} />}</Show>
    </Dialog>
  );
}

function DefinitionForm(props: CreateDefinitionDialogProps & { readonly kind: Definition['kind'] }) {
  const app = useApp();
  const attempt = createAttempt();
  const toasts = useToasts();
  const [name, setName] = createSignal('');
  const [ownKey, setOwnKey] = createSignal<string>();
  const [type, setType] = createSignal<ValueType>('text');
  const [channels, setChannels] = createSignal<readonly Channel[]>(['email']);
  const [error, setError] = createSignal<string>();
  const taken = createMemo(() => keysOf(props.model, props.kind));
  const key = () => ownKey() ?? (name().trim() === '' ? '' : keyFromName(name(), taken()));
  const isTyped = () => props.kind === 'attribute' || props.kind === 'property';
  const toggle = (channel: Channel, on: boolean) =>
    setChannels((all) => CHANNELS.filter((one) => (one === channel ? on : all.includes(one))));
  const missingText = () => {
    if (name().trim() === '') return texts.nameMissing;
    return props.kind === 'topic' && channels().length === 0 ? texts.channelsMissing : undefined;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const missing = missingText();
    if (missing !== undefined) {
      setError(missing);
      return;
    }
    const shape = { id: app.newId(), key: key().trim(), name: name().trim(), archived: false };
    const definition = {
      kind: props.kind,
      of: { ...shape, ...particulars(props.kind, { type: type(), channels: channels() }) },
    } as Definition;
    const result = await attempt(defineMutation(definition));
    if (!result.ok) {
      setError(refusalText(result.error));
      return;
    }
    toasts.show({ text: dataModelWords.done.created(shape.name) });
    props.onClose();
    props.onCreated?.(definition);
  };
  return (
    <form class={styles.form} onSubmit={(event) => void submit(event)}>
      <Field label={texts.name}>
        {(ties) => <TextInput {...ties} autofocus maxlength={200} value={name()} onValue={setName} />}
      </Field>
      <Field label={texts.key} hint={texts.keyHint}>
        {(ties) => (
          <TextInput {...ties} spellcheck={false} maxlength={200} value={key()} onValue={setOwnKey} />
        )}
      </Field>
      <Show when={isTyped()}>
        <fieldset class={styles.types}>
          <legend>{texts.type}</legend>
          <RadioList label={texts.type} choices={TYPES} value={type()} onValue={setType} />
          <p class={styles.quiet}>{texts.typeHint}</p>
        </fieldset>
      </Show>
      <Show when={props.kind === 'topic'}>
        <fieldset class={styles.checks}>
          <legend>{texts.channels}</legend>
          <For each={CHANNELS}>
            {(channel) => (
              <Checkbox
                label={words.channels[channel]}
                checked={channels().includes(channel)}
                onValue={(on) => toggle(channel, on)}
              />
            )}
          </For>
        </fieldset>
      </Show>
      <p role="alert" class={styles.error}>
        {error()}
      </p>
      <div class={styles.actions}>
        <Button onClick={() => props.onClose()}>{words.common.cancel}</Button>
        <Button look="primary" type="submit">
          {texts.submit}
        </Button>
      </div>
    </form>
  );
}

function particulars(
  kind: Definition['kind'],
  of: { readonly type: ValueType; readonly channels: readonly Channel[] },
) {
  if (kind === 'attribute' || kind === 'property') return { type: of.type };
  if (kind === 'topic') return { channels: of.channels };
  return kind === 'event-type' ? { properties: [] } : {};
}

function keysOf(model: DataModel, kind: Definition['kind']): readonly string[] {
  const lists = {
    attribute: model.attributes,
    property: model.properties,
    'event-type': model.eventTypes,
    tag: model.tags,
    topic: model.topics,
  };
  return lists[kind].map((one) => one.key);
}
