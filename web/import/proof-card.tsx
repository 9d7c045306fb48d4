import { Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { importWords } from '../words/en-imports.ts';
import styles from './import-cards.module.css';
import { editPlan, type ImportDraft, leaveConsentsOut } from './import-draft.ts';
import { bringsOptIns } from './plan-problems.ts';

const texts = importWords.proof;

export interface ProofCardProps {
  readonly draft: ImportDraft;
  readonly onDraft: (draft: ImportDraft) => void;
}

/** Asked once for the whole file: where its opt-ins come from (SYN-9). */
export function ProofCard(props: ProofCardProps) {
  return (
    <Show when={bringsOptIns(props.draft.plan)}>
      <Card title={texts.title}>
        <div class={styles.stack}>
          <p class={styles.quiet}>
            {texts.text} {texts.hold}
          </p>
          <Field label={texts.label} hint={texts.hint}>
            {(ties) => (
              <TextInput
                {...ties}
                value={props.draft.plan.consentProof}
                onValue={(consentProof) => props.onDraft(editPlan(props.draft, { consentProof }))}
              />
            )}
          </Field>
          <div>
            <Button look="quiet" small onClick={() => props.onDraft(leaveConsentsOut(props.draft))}>
              {texts.without}
            </Button>
          </div>
        </div>
      </Card>
    </Show>
  );
}
