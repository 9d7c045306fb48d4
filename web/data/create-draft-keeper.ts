import type { SegmentDraft } from '../../shared/worker-api.ts';
import { useToasts } from '../ui/toast.tsx';
import { workerErrorText } from '../words/error-text.ts';
import { useApp } from './app-context.tsx';
import { useFirstEdit } from './first-edit.tsx';

/** Keeps a draft at every edit: one write at a time, and the newest state next. */
export function createDraftKeeper(): (draft: SegmentDraft) => void {
  const app = useApp();
  const toasts = useToasts();
  const firstEdit = useFirstEdit();
  let waiting: SegmentDraft | undefined;
  let isWriting = false;
  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    while (waiting) {
      const draft = waiting;
      waiting = undefined;
      const result = await app.worker.saveDraft(draft);
      if (result.ok) firstEdit.happened();
      else toasts.show({ text: workerErrorText(result.error) });
    }
    isWriting = false;
  };
  return (draft) => {
    waiting = draft;
    void write();
  };
}
