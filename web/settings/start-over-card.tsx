import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { useApp } from '../data/app-context.tsx';
import { useWorkspace } from '../data/workspace-context.tsx';
import { useImports } from '../import/import-context.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { words } from '../words/en.ts';
import { settingsWords } from '../words/en-settings.ts';
import { workerErrorText } from '../words/error-text.ts';
import { formatCounted } from '../words/format-number.ts';
import styles from './settings.module.css';

const texts = settingsWords.startOver;

/** The one step that nothing can undo: so the name is typed. */
export function StartOverCard() {
  const app = useApp();
  const workspace = useWorkspace();
  const imports = useImports();
  const navigate = useNavigate();
  const [isOpen, setOpen] = createSignal(false);
  const [typed, setTyped] = createSignal('');
  const [error, setError] = createSignal<string>();
  const [isRemoving, setRemoving] = createSignal(false);
  const name = () => workspace().settings.name;
  const profiles = () =>
    formatCounted(workspace().profileCount, words.common.profileOne, words.common.profileMany);
  const events = () => formatCounted(workspace().eventCount, words.common.eventOne, words.common.eventMany);
  const close = () => {
    setOpen(false);
    setTyped('');
    setError(undefined);
  };
  const remove = async (event: SubmitEvent) => {
    event.preventDefault();
    if (typed().trim() !== name().trim()) {
      setError(texts.mismatch);
      return;
    }
    setRemoving(true);
    imports.cancel();
    const result = await app.worker.removeWorkspace();
    setRemoving(false);
    if (!result.ok) {
      setError(workerErrorText(result.error));
      return;
    }
    imports.setPreparation({ kind: 'none' });
    navigate('/');
  };
  return (
    <Card title={texts.title}>
      <div class={styles.stack}>
        <p class={styles.quiet}>{texts.text}</p>
        <div>
          <Button look="danger" onClick={() => setOpen(true)}>
            {texts.button}
          </Button>
        </div>
      </div>
      <Dialog open={isOpen()} title={texts.dialogTitle} onClose={close}>
        <form class={styles.stack} onSubmit={(event) => void remove(event)}>
          <p>{texts.dialogText(profiles(), events())}</p>
          <Field label={texts.label(name())} error={error()}>
            {(ties) => (
              <TextInput
                {...ties}
                autofocus
                value={typed()}
                onValue={(text) => {
                  setTyped(text);
                  setError(undefined);
                }}
              />
            )}
          </Field>
          <div class={styles.actions}>
            <Button onClick={close}>{words.common.cancel}</Button>
            <Button look="danger" type="submit" busy={isRemoving()}>
              {texts.confirm}
            </Button>
          </div>
        </form>
      </Dialog>
    </Card>
  );
}
