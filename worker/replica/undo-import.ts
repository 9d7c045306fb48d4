import type { ImportSummary } from '../../shared/import-api.ts';
import { unreachable } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ConsentState } from '../../shared/profile/profile.ts';
import type { ImportId } from '../../shared/sync/mutation.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import { attributeColumn, type ColumnName, keyColumn, tagColumn } from '../columns/column-name.ts';
import type { Population } from '../columns/population.ts';
import type { CellColumn, ImportRow } from '../storage/core-rows.ts';
import { readEntriesAfter } from '../storage/read-core.ts';
import { decodeCells } from './cell-history.ts';
import { keyOfColumn, keyOfConsent } from './cell-key.ts';
import { commitStage, type Stage } from './commit-stage.ts';
import { ConsentHistory } from './consent-history.ts';
import { type Before, EarlierWriters, sinceFirstUndone } from './earlier-writers.ts';
import { LaterChanges } from './later-changes.ts';
import { loadColumns } from './load-workspace.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { readPage } from './read-page.ts';
import type { Replica } from './replica.ts';

type UndoError = WorkerError | { readonly kind: 'unknown-import' };

/**
 * Takes an import back, in one step: its events go, what it set is what it was before, and the profiles
 * it created move to the trash; all that unless something changed it since. Definitions stay.
 */
export async function undoImport(replica: Replica, id: ImportId): Promise<Result<ImportSummary, UndoError>> {
  const opened = await replica.open();
  if (!opened.ok) return opened;
  const end = await replica.tabs.beginImport();
  if (end === undefined)
    return err({ kind: 'storage-failed', message: 'An import is under way. Try again when it is done.' });
  try {
    const staged = await stageUndoing(replica, id);
    if (!staged.ok) return staged;
    const { stage, importRow } = staged.value;
    if (importRow.summary.state === 'undone') return ok(importRow.summary);
    const summary: ImportSummary = { ...importRow.summary, state: 'undone' };
    const undone = await commitStage(replica, {
      stage,
      importRow: { ...importRow, summary },
      additions: [],
      pages: [],
      onProgress: () => {},
    });
    return undone.ok ? ok(summary) : undone;
  } finally {
    await end();
  }
}

/** Inside a turn, so that all is of one moment. */
function stageUndoing(
  replica: Replica,
  id: ImportId,
): Promise<Result<{ readonly stage: Stage; readonly importRow: ImportRow }, UndoError>> {
  return replica.inTurn<{ readonly stage: Stage; readonly importRow: ImportRow }, UndoError>(async () => {
    const caughtUp = await replica.catchUp();
    if (!caughtUp.ok) return caughtUp;
    const base = replica.current;
    if (base === undefined) return err({ kind: 'no-workspace' });
    const importRow = base.imports.find((row) => row.id === id);
    if (importRow === undefined) return err({ kind: 'unknown-import' });
    const population = base.population.stage();
    const stage = { population, aliases: new Map(base.aliases), base };
    if (importRow.summary.state === 'undone') return ok({ stage, importRow });
    const loaded = await loadColumns(population, [
      'profile-ids',
      ...importRow.replaced.map(({ of }) => columnOf(of)),
      ...population.eventColumns(population.eventTypes()),
    ]);
    if (!loaded.ok) return loaded;
    const undone = await undoOn(population, importRow, { replica, base });
    return undone.ok ? ok({ stage, importRow }) : undone;
  });
}

async function undoOn(
  population: Population,
  importRow: ImportRow,
  { replica, base }: { readonly replica: Replica; readonly base: OpenWorkspace },
): Promise<Result<null, WorkerError>> {
  const undone = sinceFirstUndone(importRow, base).filter(({ summary }) => summary.state === 'undone');
  const entries = await readEntriesAfter(replica.core, (undone[0] ?? importRow).afterNumber);
  if (!entries.ok) return entries;
  const from = { pages: replica.pages, entries: entries.value };
  const later = await LaterChanges.after(importRow, base, from);
  if (!later.ok) return later;
  const earlier = await EarlierWriters.before(importRow, base, from);
  if (!earlier.ok) return earlier;

  population.removeEvents(importRow.importNumber);
  for (const { of, page } of importRow.replaced) {
    const cells = await readPage(replica.pages, page, decodeCells);
    if (!cells.ok) return cells;
    const key = keyOfColumn(of);
    cells.value.ordinals.forEach((ordinal, index) => {
      if (later.value.has(key, ordinal)) return;
      restore(population, {
        of,
        ordinal,
        before: earlier.value.resolve(key, ordinal, cells.value.before[index] ?? null),
      });
    });
  }
  const consents = await undoConsents(population, importRow, {
    replica,
    later: later.value,
    earlier: earlier.value,
  });
  if (!consents.ok) return consents;
  // Profiles of undone imports that stayed for this one's sake go with it.
  const withoutIt = { ...base, imports: base.imports.filter((row) => row !== importRow) };
  for (const row of [importRow, ...undone]) {
    const standing = await LaterChanges.after(row, withoutIt, from);
    if (!standing.ok) return standing;
    trashCreated(population, row, standing.value);
  }
  return ok(null);
}

function trashCreated(population: Population, { created }: ImportRow, later: LaterChanges): void {
  for (let ordinal = created.first; ordinal < created.first + created.count; ordinal += 1) {
    if (!later.hasProfile(ordinal)) population.setLive(ordinal, false);
  }
}

function restore(
  population: Population,
  { of, ordinal, before }: { readonly of: CellColumn; readonly ordinal: number; readonly before: Before },
): void {
  switch (of.kind) {
    case 'attribute':
      population.setAttribute(ordinal, { id: of.attribute, type: of.type }, before ?? undefined);
      return;
    case 'tag':
      population.setTag(ordinal, of.tag, false);
      return;
    case 'key':
      population.setKey(ordinal, of.keyspace, typeof before === 'string' ? before : undefined);
      return;
    default:
      unreachable(of);
  }
}

/** Backwards, so that of several lines about one consent the first has the last word. */
async function undoConsents(
  population: Population,
  importRow: ImportRow,
  from: { readonly replica: Replica; readonly later: LaterChanges; readonly earlier: EarlierWriters },
): Promise<Result<null, WorkerError>> {
  if (importRow.ledger === undefined) return ok(null);
  const ledger = await readPage(from.replica.pages, importRow.ledger, ConsentHistory.decode);
  if (!ledger.ok) return ledger;
  for (let row = ledger.value.size - 1; row >= 0; row -= 1) {
    const { ordinal, topic, channel, before } = ledger.value.lineAt(row);
    const key = keyOfConsent(topic, channel);
    if (from.later.has(key, ordinal)) continue;
    // Of consents only states are kept.
    const state = from.earlier.resolve(key, ordinal, before ?? null) as ConsentState | null;
    population.setConsent(ordinal, topic, channel, state ?? undefined);
  }
  return ok(null);
}

function columnOf(of: CellColumn): ColumnName {
  switch (of.kind) {
    case 'attribute':
      return attributeColumn(of.attribute);
    case 'tag':
      return tagColumn(of.tag);
    case 'key':
      return keyColumn(of.keyspace);
  }
}
