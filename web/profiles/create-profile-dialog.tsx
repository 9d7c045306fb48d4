import { A, useNavigate } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import X from 'lucide-solid/icons/x';
import { createSignal, Index, Show } from 'solid-js';
import type { Attribute, AttributeId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { ProfileKey } from '../../shared/sync/mutation.ts';
import type { MutationRefusal } from '../../shared/worker-api.ts';
import { useApp } from '../data/app-context.tsx';
import { createAttempt } from '../data/create-attempt.ts';
import { createDataModel } from '../data/create-data-model.ts';
import { useTimeZone } from '../data/workspace-context.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { profileWords } from '../words/en-profiles.ts';
import { refusalText } from '../words/error-text.ts';
import styles from './create-profile-dialog.module.css';
import { KeyFields } from './key-fields.tsx';
import { createProfileMutation, type NewProfile, type NewProfileProblem } from './new-profile.ts';
import type { Typed } from './typed-value.ts';
import { typedError, typedHint, typingContext, ValueInput } from './value-input.tsx';

const texts = profileWords.create;
const NEW_KEY: ProfileKey = { keyspace: 'email', value: '' };
const FIRST_ATTRIBUTES = ['first_name', 'last_name'] as readonly string[] as readonly AttributeId[];
const EMPTY: NewProfile = {
  keys: [NEW_KEY],
  attributes: FIRST_ATTRIBUTES.map((attribute) => ({ attribute, typed: '' })),
};
const PROBLEMS: Readonly<Record<NewProfileProblem, string | undefined>> = {
  'needs-something': texts.needsSomething,
  'duplicate-key': texts.duplicateKey,
  // Said beside the field itself.
  'value-refused': undefined,
};

export function CreateProfileDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const app = useApp();
  const navigate = useNavigate();
  const timeZone = useTimeZone();
  const toasts = useToasts();
  const attempt = createAttempt();
  const model = createDataModel();
  const [draft, setDraft] = createSignal<NewProfile>(EMPTY);
  const [error, setError] = createSignal<string>();
  const [refusal, setRefusal] = createSignal<MutationRefusal>();
  const context = () => typingContext(timeZone());
  const attributes = () => model.value()?.attributes ?? [];
  const attributeOf = (id: AttributeId) => attributes().find((one) => one.id === id);
  const edit = (changed: Partial<NewProfile>) => {
    setDraft((before) => ({ ...before, ...changed }));
    setError(undefined);
    setRefusal(undefined);
  };
  const setTyped = (attribute: AttributeId, typed: Typed) =>
    edit({
      attributes: draft().attributes.map((one) => (one.attribute === attribute ? { attribute, typed } : one)),
    });
  const close = () => {
    edit(EMPTY);
    props.onClose();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const known = model.value();
    if (!known) return;
    const id = app.newId() as ProfileId;
    const mutation = createProfileMutation(draft(), {
      id,
      source: texts.source,
      model: known,
      context: context(),
    });
    if (typeof mutation === 'string') {
      setError(PROBLEMS[mutation]);
      return;
    }
    const result = await attempt(mutation);
    if (!result.ok) {
      setRefusal(result.error);
      return;
    }
    close();
    toasts.show({ text: texts.created(draftName(mutation) || profileWords.list.nameless) });
    navigate(`/profiles/${id}`);
  };
  return (
    <Dialog open={props.open} title={texts.title} onClose={close}>
      <form class={styles.form} onSubmit={(event) => void submit(event)}>
        <KeyFields keys={draft().keys} onKeys={(keys) => edit({ keys })} />
        <fieldset class={styles.group}>
          <legend>{texts.attributes}</legend>
          <Index each={draft().attributes}>
            {(row) => (
              <Show when={attributeOf(row().attribute)}>
                {(attribute) => (
                  <div class={styles.row}>
                    <Field
                      label={attribute().name}
                      hint={typedHint(row().typed, attribute().type, context())}
                      error={typedError(row().typed, attribute().type, context())}
                    >
                      {(ties) => (
                        <ValueInput
                          type={attribute().type}
                          label={attribute().name}
                          ties={ties}
                          typed={row().typed}
                          onTyped={(typed) => setTyped(attribute().id, typed)}
                        />
                      )}
                    </Field>
                    <IconButton
                      label={texts.removeAttribute(attribute().name)}
                      onClick={() =>
                        edit({
                          attributes: draft().attributes.filter((one) => one.attribute !== row().attribute),
                        })
                      }
                    >
                      <X size={16} />
                    </IconButton>
                  </div>
                )}
              </Show>
            )}
          </Index>
          <AddAttribute
            attributes={attributes().filter((one) => isFree(one, draft()))}
            onAdd={(attribute) =>
              edit({
                attributes: [
                  ...draft().attributes,
                  { attribute: attribute.id, typed: attribute.type === 'list' ? [] : '' },
                ],
              })
            }
          />
        </fieldset>
        <div role="alert" class={styles.error}>
          {error()}
          <Show when={refusal()}>
            {(refused) => (
              <>
                {refusalText(refused())} <TakenBy refusal={refused()} />
              </>
            )}
          </Show>
        </div>
        <div class={styles.actions}>
          <Button onClick={close}>{words.common.cancel}</Button>
          <Button look="primary" type="submit">
            {texts.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function AddAttribute(props: {
  readonly attributes: readonly Attribute[];
  readonly onAdd: (attribute: Attribute) => void;
}) {
  const add = (id: AttributeId) => {
    const attribute = props.attributes.find((one) => one.id === id);
    if (attribute) props.onAdd(attribute);
  };
  return (
    <Show when={props.attributes.length > 0}>
      <div>
        <Combobox
          label={texts.attributes}
          placeholder={texts.addAttribute}
          icon={<Plus size={14} aria-hidden="true" />}
          value={null}
          options={props.attributes.map((one) => ({
            value: one.id,
            label: one.name,
            hint: words.types[one.type],
          }))}
          onValue={add}
        />
      </div>
    </Show>
  );
}

function TakenBy(props: { readonly refusal: MutationRefusal }) {
  const by = () => (props.refusal.kind === 'key-taken' ? props.refusal.by : undefined);
  return <Show when={by()}>{(id) => <A href={`/profiles/${id()}`}>{texts.goTo}</A>}</Show>;
}

function isFree(attribute: Attribute, draft: NewProfile): boolean {
  return !attribute.archived && !draft.attributes.some((one) => one.attribute === attribute.id);
}

function draftName(mutation: Exclude<ReturnType<typeof createProfileMutation>, string>): string {
  if (mutation.name !== 'create-profile') return '';
  const text = (id: string) => mutation.attributes.find((one) => one.attribute === id)?.value;
  const name = [text('first_name'), text('last_name')].filter((part) => part !== undefined).join(' ');
  return name || mutation.keys[0]?.value || '';
}
