import { createSignal } from 'solid-js';
import { createAttempt } from '../data/create-attempt.ts';
import { createMutate } from '../data/create-mutate.ts';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { dataModelWords } from '../words/en-data-model.ts';
import { refusalText } from '../words/error-text.ts';
import { changed, type Definition, defineMutation, removeMutation } from './definition.ts';
import type { RemovalQuestion } from './removal-dialog.tsx';

const texts = dataModelWords.done;

export interface DefinitionActions {
  readonly rename: (definition: Definition, name: string) => Promise<void>;
  readonly archive: (definition: Definition, archived: boolean) => Promise<void>;
  /** Asks first where data stands behind it; where a segment uses it, shows which. */
  readonly remove: (definition: Definition, behind: string | undefined) => void;
  readonly removeNow: (definition: Definition) => Promise<void>;
  readonly copyKey: (definition: Definition) => Promise<void>;
  readonly question: () => RemovalQuestion | undefined;
  readonly closeQuestion: () => void;
  readonly renaming: () => string | undefined;
  readonly setRenaming: (id: string | undefined) => void;
}

export function createDefinitionActions(): DefinitionActions {
  const mutate = createMutate();
  const attempt = createAttempt();
  const toasts = useToasts();
  const [question, setQuestion] = createSignal<RemovalQuestion>();
  const [renaming, setRenaming] = createSignal<string>();
  const rename = async (definition: Definition, name: string) => {
    setRenaming(undefined);
    await mutate(defineMutation(changed(definition, { name })), {
      done: { text: texts.renamed(name), undo: defineMutation(definition) },
    });
  };
  const archive = async (definition: Definition, archived: boolean) => {
    setQuestion(undefined);
    const say = archived ? texts.archived : texts.unarchived;
    await mutate(defineMutation(changed(definition, { archived })), {
      done: { text: say(definition.of.name), undo: defineMutation(definition) },
    });
  };
  const removeNow = async (definition: Definition) => {
    const result = await attempt(removeMutation(definition));
    if (!result.ok) {
      if (result.error.kind === 'in-use') {
        setQuestion({ kind: 'in-use', definition, segments: result.error.segments });
        return;
      }
      setQuestion(undefined);
      toasts.show({ text: refusalText(result.error) });
      return;
    }
    setQuestion(undefined);
    const run = () => void mutate(defineMutation(definition), { done: { text: words.common.undone } });
    toasts.show({ text: texts.removed(definition.of.name), action: { label: words.common.undo, run } });
  };
  const remove = (definition: Definition, behind: string | undefined) => {
    if (behind === undefined) void removeNow(definition);
    else setQuestion({ kind: 'has-data', definition, behind });
  };
  const copyKey = async (definition: Definition) => {
    await navigator.clipboard.writeText(definition.of.key);
    toasts.show({ text: words.common.copied });
  };
  return {
    rename,
    archive,
    remove,
    removeNow,
    copyKey,
    question,
    closeQuestion: () => setQuestion(undefined),
    renaming,
    setRenaming,
  };
}
