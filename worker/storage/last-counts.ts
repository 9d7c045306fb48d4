import type { Result } from '../../shared/kernel/result.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { CoreDatabase } from './core-database.ts';
import type { CountRow } from './core-rows.ts';
import { guardStorage, type StorageError } from './storage-error.ts';

/** The last good counts, to be shown greyed where there is none now (SEG-22). */
export function readCounts(
  core: CoreDatabase,
): Promise<Result<ReadonlyMap<SegmentId, CountRow>, StorageError>> {
  return guardStorage(async () => new Map((await core.counts.toArray()).map((row) => [row.segment, row])));
}

export function writeCounts(
  core: CoreDatabase,
  rows: readonly CountRow[],
): Promise<Result<null, StorageError>> {
  return guardStorage(async () => {
    if (rows.length > 0) await core.counts.bulkPut(rows);
    return null;
  });
}
