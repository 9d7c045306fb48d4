import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { Channel, Topic } from '../../shared/profile/data-model.ts';
import { type ConsentState, RECEIVABLE_STATES } from '../../shared/profile/profile.ts';
import type { ProfileDetail } from '../../shared/worker-api.ts';
import { createAttempt } from '../data/create-attempt.ts';
import { useTimeZone } from '../data/workspace-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextInput } from '../ui/text-input.tsx';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { profileWords } from '../words/en-profiles.ts';
import { refusalText } from '../words/error-text.ts';
import { formatInstant } from '../words/format-instant.ts';
import { ConsentMark } from './consent-mark.tsx';
import styles from './consents.module.css';

const texts = profileWords.consents;
const STATES = (['opted-in', 'confirmed', 'pending', 'opted-out'] as const).map((value) => ({
  value,
  label: words.consentStates[value],
}));

export interface ConsentDialogProps {
  readonly profile: ProfileDetail;
  readonly about: { readonly topic: Topic; readonly channel: Channel } | undefined;
  readonly consent: ProfileDetail['consents'][number] | undefined;
  readonly onClose: () => void;
}

export function ConsentDialog(props: ConsentDialogProps) {
  const title = () => {
    const about = props.about;
    return about ? texts.dialogTitle(about.topic.name, texts.channels[about.channel]) : '';
  };
  return (
    <Dialog open={props.about !== undefined} title={title()} onClose={() => props.onClose()}>
      <Ledger consent={props.consent} />
      <Show when={!props.profile.trashed && props.about}>
        {(about) => <ConsentForm {...props} about={about()} />}
      </Show>
    </Dialog>
  );
}

function Ledger(props: Pick<ConsentDialogProps, 'consent'>) {
  const timeZone = useTimeZone();
  return (
    <section class={styles.ledger}>
      <h3>{texts.ledger}</h3>
      <p class={styles.none}>{props.consent ? texts.ledgerHint : texts.ledgerEmpty}</p>
      <ol class={styles.entries}>
        <For each={props.consent?.entries ?? []}>
          {(entry) => (
            <li class={styles.entry}>
              <ConsentMark state={entry.state} />
              <div class={styles.entryText}>
                <p>
                  <time>{formatInstant(entry.at, timeZone())}</time>{' '}
                  <Show when={entry.source}>{texts.from(entry.source)}</Show>
                </p>
                <Show when={entry.evidence}>
                  {(evidence) => <p class={styles.none}>{texts.evidence(evidence())}</p>}
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}

function ConsentForm(
  props: ConsentDialogProps & { readonly about: NonNullable<ConsentDialogProps['about']> },
) {
  const attempt = createAttempt();
  const toasts = useToasts();
  const current = () => props.consent?.state;
  const [state, setState] = createSignal<ConsentState>('opted-in');
  const [source, setSource] = createSignal<string>(texts.sourceDefault);
  const [evidence, setEvidence] = createSignal('');
  const [error, setError] = createSignal<string>();
  // The opposite of what stands is what people come for.
  createEffect(
    on(current, (now) => setState(now && RECEIVABLE_STATES.includes(now) ? 'opted-out' : 'opted-in')),
  );
  const needsProof = () => current() === 'opted-out' && state() !== 'opted-out';
  const record = async (event: SubmitEvent) => {
    event.preventDefault();
    if (needsProof() && evidence().trim() === '') {
      setError(texts.evidenceMissing);
      return;
    }
    const { topic, channel } = props.about;
    const proof = evidence().trim();
    const result = await attempt({
      name: 'record-consent',
      profile: props.profile.id,
      topic: topic.id,
      channel,
      state: state(),
      source: source().trim() || texts.sourceDefault,
      ...(proof === '' ? {} : { evidence: proof }),
    });
    if (!result.ok) {
      setError(refusalText(result.error));
      return;
    }
    props.onClose();
    toasts.show({ text: texts.recorded(topic.name, words.consentStates[state()]) });
  };
  return (
    <form class={styles.form} onSubmit={(event) => void record(event)}>
      <h3>{texts.record}</h3>
      <div class={styles.pair}>
        <Field label={texts.state}>
          {(ties) => <Select {...ties} value={state()} choices={STATES} onValue={setState} />}
        </Field>
        <Field label={texts.source} hint={texts.sourceHint}>
          {(ties) => <TextInput {...ties} value={source()} onValue={setSource} />}
        </Field>
      </div>
      <Field
        label={texts.evidenceLabel}
        hint={needsProof() ? texts.evidenceNeeded : texts.evidenceHint}
        error={error()}
      >
        {(ties) => (
          <TextArea
            {...ties}
            rows={2}
            aria-required={needsProof()}
            value={evidence()}
            onValue={(text) => {
              setEvidence(text);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <div class={styles.actions}>
        <Button onClick={() => props.onClose()}>{words.common.cancel}</Button>
        <Button look="primary" type="submit">
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
