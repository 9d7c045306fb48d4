import { Show } from 'solid-js';
import type { DataModel, EventTypeId } from '../../shared/profile/data-model.ts';
import { Card } from '../ui/card.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { importWords } from '../words/en-imports.ts';
import styles from './import-cards.module.css';
import { editPlan, type ImportDraft } from './import-draft.ts';

const texts = importWords.file;
const NEW = '*';

export interface EventTypeFieldProps {
  readonly draft: ImportDraft;
  readonly model: DataModel;
  readonly onDraft: (draft: ImportDraft) => void;
}

/** For events of which no column says the type: one for all of them. */
export function EventTypeField(props: EventTypeFieldProps) {
  const plan = () => props.draft.plan;
  const hasColumn = () => plan().columns.some((column) => column.target.kind === 'event-type');
  const chosen = () => plan().eventType;
  const newName = () => {
    const type = chosen();
    return typeof type === 'object' ? type.name : undefined;
  };
  const options = () => [
    ...props.model.eventTypes
      .filter((type) => !type.archived)
      .map((type) => ({ value: type.id as string, label: type.name })),
    { value: NEW, label: texts.eventTypeNew },
  ];
  const value = () => {
    const type = chosen();
    if (type === undefined) return null;
    return typeof type === 'string' ? type : NEW;
  };
  const choose = (option: string) =>
    props.onDraft(
      editPlan(props.draft, {
        eventType: option === NEW ? { name: newName() ?? '' } : (option as EventTypeId),
      }),
    );
  return (
    <Show when={plan().rows === 'events' && !hasColumn()}>
      <Card title={texts.eventType}>
        <div class={styles.pair}>
          <Field label={texts.eventType} hint={texts.eventTypeHint}>
            {(ties) => (
              <Combobox
                id={ties.id}
                label={texts.eventType}
                placeholder={importWords.targets.choose}
                options={options()}
                value={value()}
                onValue={choose}
              />
            )}
          </Field>
          <Show when={newName() !== undefined}>
            <Field label={texts.eventTypeName}>
              {(ties) => (
                <TextInput
                  {...ties}
                  value={newName() ?? ''}
                  onValue={(name) => props.onDraft(editPlan(props.draft, { eventType: { name } }))}
                />
              )}
            </Field>
          </Show>
        </div>
      </Card>
    </Show>
  );
}
