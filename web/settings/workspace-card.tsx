import { createEffect, createMemo, createSignal, on } from 'solid-js';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { settingsWords } from '../words/en-settings.ts';
import { createSettings } from './create-settings.ts';

const texts = settingsWords.workspace;

export function WorkspaceCard() {
  const { settings, change } = createSettings();
  const [name, setName] = createSignal(settings().name);
  // Changed in another tab, or undone: what stands in the field follows. Other settings may change
  // while one types here, so only another name counts.
  const stored = createMemo(() => settings().name);
  createEffect(on(stored, setName, { defer: true }));
  const isMissing = () => name().trim() === '';
  const save = () => {
    if (isMissing()) setName(settings().name);
    else void change({ name: name().trim() });
  };
  return (
    <Card title={texts.title}>
      <Field label={texts.name} hint={texts.nameHint} error={isMissing() ? texts.nameMissing : undefined}>
        {(ties) => (
          <TextInput
            {...ties}
            maxlength={120}
            value={name()}
            onValue={setName}
            onChange={save}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        )}
      </Field>
    </Card>
  );
}
