import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { LoadError, ReadPage } from '../columns/manifest.ts';
import { openPopulation, type Population } from '../columns/population.ts';
import type { CoreDatabase } from '../storage/core-database.ts';
import type { JournalRow } from '../storage/core-rows.ts';
import type { PageDatabase } from '../storage/page-database.ts';
import { readSnapshot } from '../storage/read-core.ts';
import { applyEntry, columnsToApply } from './apply-entry.ts';
import { type OpenWorkspace, smallState } from './open-workspace.ts';

/** Opens what is stored, as of one moment: the columns, then the journal entries that are not in them yet. */
export async function loadWorkspace(
  core: CoreDatabase,
  pages: PageDatabase,
): Promise<Result<OpenWorkspace | undefined, WorkerError>> {
  const snapshot = await readSnapshot(core);
  if (!snapshot.ok) return snapshot;
  if (snapshot.value === undefined) return ok(undefined);
  const { population: stored, unfolded } = snapshot.value;
  const population = await openPopulation(stored.manifest, readPageOf(pages));
  if (!population.ok) return err(loadFailure(population.error));
  const open = {
    ...smallState(snapshot.value),
    population: population.value,
    aliases: new Map(stored.aliases),
    manifest: stored.manifest,
    foldedUpTo: stored.foldedUpTo,
  };
  const replayed = await applyEntries(open, unfolded);
  return replayed.ok ? ok(open) : replayed;
}

/** Writes entries into the columns, in their order. */
export async function applyEntries(
  target: Pick<OpenWorkspace, 'population' | 'aliases'>,
  entries: readonly JournalRow[],
): Promise<Result<null, WorkerError>> {
  const loaded = await target.population.load(columnsToApply(entries));
  if (!loaded.ok) return err(loadFailure(loaded.error));
  for (const entry of entries) applyEntry(target, entry);
  return ok(null);
}

/** What the database fails to give counts as not there: the columns say which page was missed. */
export function readPageOf(pages: PageDatabase): ReadPage {
  return async (name) => {
    const page = await pages.read(name);
    return page.ok ? page.value : undefined;
  };
}

export function loadFailure(error: LoadError): WorkerError {
  return { kind: 'page-damaged', page: error.page };
}

/** Loads columns; the failure in the words of the API. */
export async function loadColumns(
  population: Population,
  columns: Parameters<Population['load']>[0],
): Promise<Result<null, WorkerError>> {
  const loaded = await population.load(columns);
  return loaded.ok ? loaded : err(loadFailure(loaded.error));
}
