import type { Result } from '../../shared/kernel/result.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { MutationReceipt, MutationRefusal } from '../../shared/worker-api.ts';
import { useApp } from './app-context.tsx';
import { useFirstEdit } from './first-edit.tsx';

/** Carries out one wish and gives its answer, for those who say a refusal where the person is looking. */
export function createAttempt(): (mutation: Mutation) => Promise<Result<MutationReceipt, MutationRefusal>> {
  const app = useApp();
  const firstEdit = useFirstEdit();
  return async (mutation) => {
    const result = await app.worker.mutate(mutation);
    if (result.ok) firstEdit.happened();
    return result;
  };
}
