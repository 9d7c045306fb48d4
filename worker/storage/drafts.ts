import type { Result } from '../../shared/kernel/result.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { SegmentDraft } from '../../shared/worker-api.ts';
import type { CoreDatabase } from './core-database.ts';
import { guardStorage, type StorageError } from './storage-error.ts';

export function readDrafts(core: CoreDatabase): Promise<Result<SegmentDraft[], StorageError>> {
  return guardStorage(() => core.drafts.toArray());
}

/** Says whether there was one before. */
export function writeDraft(core: CoreDatabase, draft: SegmentDraft): Promise<Result<boolean, StorageError>> {
  return guardStorage(() =>
    core.transaction('rw', ['drafts'], async () => {
      const before = await core.drafts.get(draft.segment);
      await core.drafts.put(draft);
      return before !== undefined;
    }),
  );
}

export function deleteDraft(core: CoreDatabase, segment: SegmentId): Promise<Result<void, StorageError>> {
  return guardStorage(() => core.drafts.delete(segment));
}
