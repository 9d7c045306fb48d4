import type { ImportSummary } from '../../shared/import-api.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ImportId } from '../../shared/sync/mutation.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import { attributeColumn } from '../columns/column-name.ts';
import type { EncodedPage } from '../columns/manifest.ts';
import type { ImportRow, ReplacedCells } from '../storage/core-rows.ts';
import { encodeSet, encodeText } from './cell-history.ts';
import { commitStage, type Stage } from './commit-stage.ts';
import type { ImportOutcome, ImportStage, StageImport, WriteProgress } from './import-stage.ts';
import { isKeptAside } from './kept-aside.ts';
import { loadColumns } from './load-workspace.ts';
import type { Replica } from './replica.ts';
import { StagedImport } from './staged-import.ts';

/** Begins imports on a replica. */
export function stageImportOn(replica: Replica): StageImport {
  return async () => {
    const opened = await replica.open();
    if (!opened.ok) return opened;
    const end = await replica.tabs.beginImport();
    if (end === undefined) return err({ kind: 'busy' });
    const staged = await beginStage(replica);
    if (!staged.ok) {
      await end();
      return staged;
    }
    const { stage, writer } = staged.value;
    const id = replica.deps.newId() as ImportId;
    const { settings } = stage.base.workspace;
    return ok({
      id,
      at: writer.at,
      settings,
      get model() {
        return writer.model;
      },
      population: stage.population,
      newId: writer.newId,
      define: (addition) => writer.define(addition),
      createProfile: (profile) => writer.createProfile(profile),
      setKey: (...cell) => writer.setKey(...cell),
      setAttribute: (...cell) => writer.setAttribute(...cell),
      keepAside: (...cell) => writer.keepAside(...cell),
      addTag: (...cell) => writer.addTag(...cell),
      setConsent: (...cell) => writer.setConsent(...cell),
      addEvents: (batch) => writer.addEvents(batch),
      commit: (outcome, onProgress) =>
        commitImport({ replica, stage, writer, id }, outcome, onProgress).finally(end),
      drop: () => void end(),
    } satisfies ImportStage);
  };
}

/** Inside a turn, so that the stage is of one moment. */
function beginStage(
  replica: Replica,
): Promise<Result<{ readonly stage: Stage; readonly writer: StagedImport }, WorkerError>> {
  return replica.inTurn(async () => {
    const caughtUp = await replica.catchUp();
    if (!caughtUp.ok) return caughtUp;
    const base = replica.current;
    if (base === undefined) return err({ kind: 'no-workspace' });
    const population = base.population.stage();
    const aside = population.attributeIds().filter(isKeptAside).map(attributeColumn);
    const loaded = await loadColumns(population, aside);
    if (!loaded.ok) return loaded;
    const writer = new StagedImport({
      population,
      model: base.model,
      at: replica.deps.now(),
      importNumber: Math.max(0, ...base.imports.map(({ importNumber }) => importNumber)) + 1,
      newId: replica.deps.newId,
    });
    return ok({ stage: { population, aliases: new Map(base.aliases), base }, writer });
  });
}

async function commitImport(
  {
    replica,
    stage,
    writer,
    id,
  }: {
    readonly replica: Replica;
    readonly stage: Stage;
    readonly writer: StagedImport;
    readonly id: ImportId;
  },
  outcome: ImportOutcome,
  onProgress: (written: WriteProgress) => void,
): Promise<Result<ImportSummary, WorkerError>> {
  const summary: ImportSummary = { ...outcome.summary, id, at: writer.at, state: 'done' };
  const pages: EncodedPage[] = [];
  const keep = (page: EncodedPage) => {
    pages.push(page);
    return { name: page.name, bytes: page.bytes };
  };
  const replaced: ReplacedCells[] = [];
  for (const { of, page } of writer.replacedPages()) replaced.push({ of, page: keep(page) });
  const ledger = writer.ledgerPage(outcome.consentSource, outcome.consentProof);
  const importRow: ImportRow = {
    id,
    importNumber: writer.importNumber,
    summary,
    afterNumber: stage.base.head.lastNumber,
    created: { first: writer.firstCreated, count: writer.createdCount },
    touched: keep(encodeSet(writer.touched())),
    replaced,
    ...(ledger !== undefined && { ledger: keep(ledger) }),
    ...(outcome.failedRows !== '' && { failedRows: keep(encodeText(outcome.failedRows)) }),
  };
  const committed = await commitStage(replica, {
    stage,
    importRow,
    additions: writer.additions(),
    pages,
    onProgress,
  });
  return committed.ok ? ok(summary) : committed;
}
