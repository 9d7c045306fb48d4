import type { Result } from '../../shared/kernel/result.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { Definition } from '../../shared/sync/decision.ts';
import type { SegmentRecord } from '../../shared/sync/segment-record.ts';
import type { CoreDatabase } from './core-database.ts';
import type { Head, ImportRow, JournalRow, MetaRows, PopulationRow, WorkspaceRow } from './core-rows.ts';
import { guardStorage, type StorageError } from './storage-error.ts';

/** The small things of a workspace, which every tab holds in memory. */
export interface CoreState {
  readonly head: Head;
  readonly workspace: WorkspaceRow;
  /** In the order they were made. */
  readonly definitions: readonly Definition[];
  readonly segments: readonly SegmentRecord[];
  readonly imports: readonly ImportRow[];
}

export interface CoreSnapshot extends CoreState {
  readonly population: PopulationRow;
  /** Entries that are not in the stored columns yet. */
  readonly unfolded: readonly JournalRow[];
}

export interface CoreNews extends CoreState {
  /** Entries after the ones that were known. */
  readonly entries: readonly JournalRow[];
}

const SMALL_TABLES = ['meta', 'definitions', 'segments', 'imports', 'journal'] as const;

/** All that a tab starts from, as of one moment; `undefined` where there is no workspace. */
export function readSnapshot(core: CoreDatabase): Promise<Result<CoreSnapshot | undefined, StorageError>> {
  return guardStorage(() =>
    core.transaction('r', SMALL_TABLES, async () => {
      const state = await readState(core);
      const population = await getMeta(core, 'population');
      if (state === undefined || population === undefined) return undefined;
      const unfolded = await core.journal.where('number').above(population.foldedUpTo).toArray();
      return { ...state, population, unfolded };
    }),
  );
}

/** What other tabs did since `lastNumber`, as of one moment; `undefined` where there is no workspace any more. */
export function readNews(
  core: CoreDatabase,
  lastNumber: number,
): Promise<Result<CoreNews | undefined, StorageError>> {
  return guardStorage(() =>
    core.transaction('r', SMALL_TABLES, async () => {
      const state = await readState(core);
      if (state === undefined) return undefined;
      return { ...state, entries: await core.journal.where('number').above(lastNumber).toArray() };
    }),
  );
}

export function readHead(core: CoreDatabase): Promise<Result<Head | undefined, StorageError>> {
  return guardStorage(() => getMeta(core, 'head'));
}

/** Everything recorded about a profile, oldest first. */
export function readHistory(
  core: CoreDatabase,
  profile: ProfileId,
): Promise<Result<JournalRow[], StorageError>> {
  return guardStorage(() => core.journal.where('profile').equals(profile).sortBy('number'));
}

export function readEntriesAfter(
  core: CoreDatabase,
  number: number,
): Promise<Result<JournalRow[], StorageError>> {
  return guardStorage(() => core.journal.where('number').above(number).toArray());
}

async function readState(core: CoreDatabase): Promise<CoreState | undefined> {
  const head = await getMeta(core, 'head');
  const workspace = await getMeta(core, 'workspace');
  if (head === undefined || workspace === undefined) return undefined;
  const rows = await core.definitions.toArray();
  rows.sort((left, right) => left.position - right.position);
  return {
    head,
    workspace,
    definitions: rows.map(({ definition }) => definition),
    segments: await core.segments.toArray(),
    imports: (await core.imports.toArray()).sort((left, right) => left.importNumber - right.importNumber),
  };
}

/** Inside a transaction: reads a single row. */
export async function getMeta<Name extends keyof MetaRows>(
  core: CoreDatabase,
  name: Name,
): Promise<MetaRows[Name] | undefined> {
  // The table holds rows of several kinds; only `putMeta` writes it.
  return (await core.meta.get(name)) as MetaRows[Name] | undefined;
}
