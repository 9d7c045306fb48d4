import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { Definition } from '../../shared/sync/decision.ts';
import { allDefinitions, mutationOf } from '../../shared/sync/definitions.ts';
import type { MutationUid } from '../../shared/sync/mutation.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { EncodedPage } from '../columns/manifest.ts';
import type { Population } from '../columns/population.ts';
import type { ImportRow, JournalRow, PopulationRow } from '../storage/core-rows.ts';
import { readEntriesAfter } from '../storage/read-core.ts';
import { writeGeneration } from '../storage/write-core.ts';
import { EVERYTHING } from './change-of.ts';
import type { WriteProgress } from './import-stage.ts';
import { applyEntries, loadFailure } from './load-workspace.ts';
import { type OpenWorkspace, withRows } from './open-workspace.ts';
import type { Replica } from './replica.ts';
import { missingSmartSegments, rowsOfNew } from './smart-segment-rows.ts';

/** A population that is to take the place of the open one, and what it was made from. */
export interface Stage {
  readonly population: Population;
  readonly aliases: Map<ProfileId, ProfileId>;
  /** The workspace it was made from: entries up to its head are in the stage. */
  readonly base: OpenWorkspace;
}

export interface StageCommit {
  readonly stage: Stage;
  readonly importRow: ImportRow;
  /** Definitions that are new, or other than before. */
  readonly additions: readonly Definition[];
  /** Besides those of columns. */
  readonly pages: readonly EncodedPage[];
  readonly onProgress: (written: WriteProgress) => void;
}

/**
 * Puts the stage in the place of what is open, in one step: its pages are written beside what is there,
 * then one transaction switches to them. Edits made meanwhile stay in the journal and are replayed on it.
 */
export function commitStage(replica: Replica, commit: StageCommit): Promise<Result<null, WorkerError>> {
  return replica.aroundPages(async () => {
    const { stage, pages, onProgress } = commit;
    const sealing = await stage.population.seal();
    if (!sealing.ok) return err(loadFailure(sealing.error));
    const aliases = [...stage.aliases];
    const progress = { pagesWritten: 0, bytesWritten: 0 };
    const written = await replica.pages.write(sealing.value.pages(), pages, (batch) => {
      progress.pagesWritten += batch.pages;
      progress.bytesWritten += batch.bytes;
      onProgress({ ...progress });
    });
    if (!written.ok) return written;

    const stored = { manifest: sealing.value.manifest(), foldedUpTo: stage.base.head.lastNumber, aliases };
    const switched = await replica.inTurn(() => switchTo(replica, commit, stored));
    if (switched.ok) sealing.value.stored();
    return switched;
  });
}

/** Inside a turn. The open workspace may have moved on in the journal; only an import could have replaced it. */
async function switchTo(
  replica: Replica,
  { stage, importRow, additions }: StageCommit,
  stored: PopulationRow,
): Promise<Result<null, WorkerError>> {
  let appliedUpTo = stage.base.head.lastNumber;
  for (;;) {
    const caughtUp = await replica.catchUp();
    if (!caughtUp.ok) return caughtUp;
    const open = replica.current;
    if (open === undefined || !isSuccessorOf(open, stage.base)) return err({ kind: 'no-workspace' });
    const missed = await readEntriesAfter(replica.core, appliedUpTo);
    if (!missed.ok) return missed;
    const applied = await applyEntries(stage, missed.value);
    if (!applied.ok) return applied;
    appliedUpTo = missed.value.at(-1)?.number ?? appliedUpTo;
    if (appliedUpTo !== open.head.lastNumber) continue;

    const entries = entriesOf(replica, open, additions);
    let next: OpenWorkspace = {
      ...open,
      population: stage.population,
      aliases: stage.aliases,
      manifest: stored.manifest,
      foldedUpTo: stored.foldedUpTo,
    };
    for (const { entry, rows } of entries)
      next = withRows(next, { ...next.head, lastNumber: entry.number }, rows);
    const smart = await missingSmartSegments(next, importRow.summary.at);
    if (!smart.ok) return smart;
    const rows = rowsOfNew(smart.value);
    const written = await writeGeneration(replica.core, open.head, {
      population: stored,
      importRow,
      entries,
      rows,
    });
    if (!written.ok) return written;
    if (written.value === 'behind') continue;

    const head = { ...next.head, generation: next.head.generation + 1 };
    const imports = [...open.imports.filter(({ id }) => id !== importRow.id), importRow].sort(
      (left, right) => left.importNumber - right.importNumber,
    );
    replica.became({ ...withRows(next, head, rows), imports }, EVERYTHING);
    return ok(null);
  }
}

function isSuccessorOf(open: OpenWorkspace, base: OpenWorkspace): boolean {
  return open.head.workspace === base.head.workspace && open.head.generation === base.head.generation;
}

/** New definitions are edits like any other: numbered, and sent one day. */
function entriesOf(
  { deps }: Replica,
  open: OpenWorkspace,
  additions: readonly Definition[],
): readonly {
  readonly entry: JournalRow;
  readonly rows: readonly [{ readonly kind: 'definition'; readonly definition: Definition }];
}[] {
  const at = deps.now();
  return additions.map((addition, index) => {
    const definition = withFreeKey(addition, open);
    const before = allDefinitions(open.model).find((other) => isSame(other, definition));
    const entry: JournalRow = {
      number: open.head.lastNumber + 1 + index,
      uid: deps.newId() as MutationUid,
      at,
      mutation: mutationOf(definition),
      replaced: before === undefined ? { kind: 'nothing' } : { kind: 'definition', definition: before },
    };
    return { entry, rows: [{ kind: 'definition', definition }] };
  });
}

function isSame(left: Definition, right: Definition): boolean {
  return left.kind === right.kind && left.definition.id === right.definition.id;
}

/** Somebody may have taken the key by hand while the file was read. */
function withFreeKey(addition: Definition, open: OpenWorkspace): Definition {
  const taken = new Set(
    allDefinitions(open.model)
      .filter((other) => other.kind === addition.kind && !isSame(other, addition))
      .map(({ definition }) => definition.key),
  );
  let key = addition.definition.key;
  for (let count = 2; taken.has(key); count += 1) key = `${addition.definition.key}-${count}`;
  return { kind: addition.kind, definition: { ...addition.definition, key } } as Definition;
}
