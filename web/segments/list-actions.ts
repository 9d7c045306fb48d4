import { useNavigate } from '@solidjs/router';
import { type Accessor, createSignal } from 'solid-js';
import type { NodeId, SegmentId } from '../../shared/segment/definition.ts';
import { withNewIds } from '../../shared/segment/edit-definition.ts';
import type { RevisionId } from '../../shared/sync/mutation.ts';
import { useApp } from '../data/app-context.tsx';
import { createMutate } from '../data/create-mutate.ts';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { segmentsWords } from '../words/en-segments.ts';
import type { ListEntry } from './list-entries.ts';

export interface SegmentListActions {
  readonly open: (entry: ListEntry) => void;
  readonly create: () => void;
  readonly renaming: Accessor<SegmentId | undefined>;
  readonly startRenaming: (entry: ListEntry) => void;
  readonly stopRenaming: () => void;
  readonly rename: (entry: ListEntry, title: string) => Promise<void>;
  readonly copy: (entry: ListEntry) => Promise<void>;
  readonly archive: (entry: ListEntry, archived: boolean) => Promise<void>;
  readonly remove: (entry: ListEntry) => Promise<void>;
}

/** What can be done to a segment from the list. Nothing asks "are you sure"; everything can be undone. */
export function createListActions(): SegmentListActions {
  const app = useApp();
  const navigate = useNavigate();
  const toasts = useToasts();
  const mutate = createMutate();
  const [renaming, setRenaming] = createSignal<SegmentId>();
  return {
    open: (entry) => navigate(`/segments/${entry.id}`),
    create: () => navigate('/segments/new'),
    renaming,
    startRenaming: (entry) => setRenaming(entry.row?.id),
    stopRenaming: () => setRenaming(undefined),
    rename: async (entry, title) => {
      setRenaming(undefined);
      const undo = { name: 'rename-segment', segment: entry.id, title: entry.title } as const;
      await mutate(
        { name: 'rename-segment', segment: entry.id, title },
        { done: { text: `${entry.title} → ${title}`, undo } },
      );
    },
    copy: async ({ title, row }) => {
      if (!row) return;
      const segment = app.newId() as SegmentId;
      const copyTitle = segmentsWords.copyTitle(title);
      await mutate(
        {
          name: 'create-segment',
          segment,
          title: copyTitle,
          description: row.description,
          revision: app.newId() as RevisionId,
          definition: { version: 1, root: withNewIds(row.definition.root, () => app.newId() as NodeId) },
        },
        { done: { text: segmentsWords.copied(copyTitle), undo: { name: 'delete-segment', segment } } },
      );
    },
    archive: async ({ id, title }, archived) => {
      const there = { name: 'archive-segment', segment: id } as const;
      const back = { name: 'unarchive-segment', segment: id } as const;
      const text = archived ? segmentsWords.archived(title) : segmentsWords.unarchived(title);
      await mutate(archived ? there : back, { done: { text, undo: archived ? back : there } });
    },
    remove: async ({ id, title, row, draft }) => {
      if (row) {
        const undo = { name: 'restore-segment', segment: id } as const;
        await mutate(
          { name: 'delete-segment', segment: id },
          { done: { text: segmentsWords.deleted(title), undo } },
        );
        return;
      }
      if (!draft) return;
      await app.worker.discardDraft(id);
      const run = () => void app.worker.saveDraft(draft);
      toasts.show({ text: segmentsWords.draftDeleted(title), action: { label: words.common.undo, run } });
    },
  };
}
