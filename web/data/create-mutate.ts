import type { Mutation } from '../../shared/sync/mutation.ts';
import type { MutationReceipt } from '../../shared/worker-api.ts';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { refusalText } from '../words/error-text.ts';
import { useApp } from './app-context.tsx';
import { useFirstEdit } from './first-edit.tsx';

export interface MutateOptions {
  /** Said when it is done, with a way back where there is one. */
  readonly done?: { readonly text: string; readonly undo?: Mutation };
}

/** Carries out one wish. A refusal is said to the person; `undefined` tells the caller that nothing changed. */
export function createMutate(): (
  mutation: Mutation,
  options?: MutateOptions,
) => Promise<MutationReceipt | undefined> {
  const app = useApp();
  const toasts = useToasts();
  const firstEdit = useFirstEdit();
  const mutate = async (mutation: Mutation, options: MutateOptions = {}) => {
    const result = await app.worker.mutate(mutation);
    if (!result.ok) {
      toasts.show({ text: refusalText(result.error) });
      return undefined;
    }
    firstEdit.happened();
    const { done } = options;
    if (done) {
      const { undo } = done;
      const run = () => void mutate(undo as Mutation, { done: { text: words.common.undone } });
      toasts.show({ text: done.text, ...(undo ? { action: { label: words.common.undo, run } } : {}) });
    }
    return result.value;
  };
  return mutate;
}
