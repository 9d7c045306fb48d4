import { unreachable } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { RowChange } from '../../shared/sync/decision.ts';
import type { CoreDatabase } from './core-database.ts';
import type { Head, ImportRow, JournalRow, MetaRows, PopulationRow, WorkspaceRow } from './core-rows.ts';
import { getMeta } from './read-core.ts';
import { guardStorage, type StorageError } from './storage-error.ts';

/** `behind`: another tab wrote first, and nothing was written here. Catch up, decide again, try again. */
export type Written = 'done' | 'behind';

export interface NewWorkspace {
  readonly head: Head;
  readonly workspace: WorkspaceRow;
  readonly population: PopulationRow;
  readonly rows: readonly RowChange[];
}

/** Makes the workspace in one step; `behind` if there is one. */
export function writeWorkspace(
  core: CoreDatabase,
  made: NewWorkspace,
): Promise<Result<Written, StorageError>> {
  return guardStorage(() =>
    core.transaction('rw', ['meta', 'definitions', 'segments', 'revisions'], async () => {
      if ((await getMeta(core, 'head')) !== undefined) return 'behind';
      await putMeta(core, 'head', made.head);
      await putMeta(core, 'workspace', made.workspace);
      await putMeta(core, 'population', made.population);
      // Before all that the journal will number.
      await putRows(core, made.rows, -made.rows.length);
      return 'done';
    }),
  );
}

/** The one write behind every edit: entry and rows, or nothing. Requires that the entry's number follows `known`. */
export function writeEntry(
  core: CoreDatabase,
  known: Head,
  change: { readonly entry: JournalRow; readonly rows: readonly RowChange[] },
): Promise<Result<Written, StorageError>> {
  return guardStorage(() =>
    core.transaction('rw', ['meta', 'journal', 'definitions', 'segments', 'revisions'], async () => {
      const head = await getMeta(core, 'head');
      if (head === undefined || !isSameHead(head, known)) return 'behind';
      await core.journal.add(change.entry);
      await putRows(core, change.rows, change.entry.number);
      await putMeta(core, 'head', { ...head, lastNumber: change.entry.number });
      return 'done';
    }),
  );
}

/** Switches to columns that hold more of the journal; `behind` if an import switched them meanwhile. */
export function writeFold(
  core: CoreDatabase,
  known: Head,
  population: PopulationRow,
): Promise<Result<Written, StorageError>> {
  return guardStorage(() =>
    core.transaction('rw', ['meta'], async () => {
      const head = await getMeta(core, 'head');
      if (head?.workspace !== known.workspace || head.generation !== known.generation) return 'behind';
      await putMeta(core, 'population', population);
      return 'done';
    }),
  );
}

export interface NewGeneration {
  readonly population: PopulationRow;
  readonly importRow: ImportRow;
  readonly entries: readonly { readonly entry: JournalRow; readonly rows: readonly RowChange[] }[];
  /** Rows that come with it and that no entry describes. */
  readonly rows: readonly RowChange[];
}

/** The one step in which an import, or its undoing, becomes visible. Requires that entry numbers follow `known`. */
export function writeGeneration(
  core: CoreDatabase,
  known: Head,
  next: NewGeneration,
): Promise<Result<Written, StorageError>> {
  return guardStorage(() =>
    core.transaction(
      'rw',
      ['meta', 'journal', 'definitions', 'segments', 'revisions', 'imports'],
      async () => {
        const head = await getMeta(core, 'head');
        if (head === undefined || !isSameHead(head, known)) return 'behind';
        await putMeta(core, 'population', next.population);
        await core.imports.put(next.importRow);
        for (const { entry, rows } of next.entries) {
          await core.journal.add(entry);
          await putRows(core, rows, entry.number);
        }
        await putRows(core, next.rows, head.lastNumber);
        const lastNumber = next.entries.at(-1)?.entry.number ?? head.lastNumber;
        await putMeta(core, 'head', { ...head, lastNumber, generation: head.generation + 1 });
        return 'done';
      },
    ),
  );
}

/** Removes everything, in one step. */
export function clearCore(core: CoreDatabase): Promise<Result<void, StorageError>> {
  return guardStorage(() =>
    core.transaction('rw', core.tables, async () => {
      for (const table of core.tables) await table.clear();
    }),
  );
}

function isSameHead(head: Head, known: Head): boolean {
  return (
    head.workspace === known.workspace &&
    head.lastNumber === known.lastNumber &&
    head.generation === known.generation
  );
}

async function putMeta<Name extends keyof MetaRows>(
  core: CoreDatabase,
  name: Name,
  row: MetaRows[Name],
): Promise<void> {
  await core.meta.put(row, name);
}

async function putRows(
  core: CoreDatabase,
  changes: readonly RowChange[],
  firstPosition: number,
): Promise<void> {
  let position = firstPosition;
  for (const change of changes) await putRow(core, change, position++);
}

async function putRow(core: CoreDatabase, change: RowChange, position: number): Promise<void> {
  switch (change.kind) {
    case 'segment':
      await core.segments.put(change.segment);
      return;
    case 'revision':
      await core.revisions.put(change.revision);
      return;
    case 'definition': {
      const { kind, definition } = change.definition;
      const before = await core.definitions.get([kind, definition.id]);
      await core.definitions.put({
        kind,
        id: definition.id,
        position: before?.position ?? position,
        definition: change.definition,
      });
      return;
    }
    case 'definition-removed':
      await core.definitions.delete([change.definition.kind, change.definition.definition.id]);
      return;
    case 'settings': {
      const workspace = await getMeta(core, 'workspace');
      if (workspace !== undefined)
        await putMeta(core, 'workspace', { ...workspace, settings: change.settings });
      return;
    }
    default:
      unreachable(change);
  }
}
