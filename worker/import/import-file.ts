import type { ImportError, ImportPlan, ImportProgress, ImportSummary } from '../../shared/import-api.ts';
import { unreachable } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ImportStage, StageImport } from '../replica/import-stage.ts';
import { giveWay } from './give-way.ts';
import { ProgressReport, type Stopwatch } from './import-progress.ts';
import type { ImportableFile } from './inspect-file.ts';
import { columnsToLoad } from './rows/columns-to-load.ts';
import { compilePlan } from './rows/compile-plan.ts';
import { Definitions } from './rows/definitions.ts';
import { FailedRows } from './rows/failed-rows.ts';
import { keyspacesOf } from './rows/find-profile.ts';
import { RowImporter } from './rows/import-rows.ts';
import { refusePlan } from './rows/refuse-plan.ts';
import { headersOf } from './table/find-header.ts';
import { openBytes } from './table/open-bytes.ts';
import { describeTableError, type TableError, TableReader } from './table/read-table.ts';

export interface ImportRequest {
  readonly file: ImportableFile;
  readonly plan: ImportPlan;
  /** Ends the import without a trace, at any time before its last step. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

export interface ImportDependencies {
  readonly stageImport: StageImport;
  readonly stopwatch: Stopwatch;
  /** Ids for what is defined on the way; those of the stage unless given. */
  readonly definitionId?: (key: string) => string;
}

/** Longer than this without giving way, and cancelling would feel stuck. */
const GIVE_WAY_AFTER_MS = 30;
const ROWS_BETWEEN_LOOKS = 256;

/** Reads a file into a stage and commits that: what was imported is seen as a whole, or not at all. */
export async function importFile(
  { stageImport, stopwatch, definitionId }: ImportDependencies,
  { file, plan, signal, onProgress }: ImportRequest,
): Promise<Result<ImportSummary, ImportError>> {
  const refusal = refusePlan(plan);
  if (refusal !== undefined) return err({ kind: 'plan-refused', message: refusal });
  const staged = await stageImport();
  if (!staged.ok) return staged;
  const stage = staged.value;
  const report = new ProgressReport(onProgress, stopwatch, file.size);
  const rows = await readRows({ stage, file, plan, signal, report, stopwatch, definitionId }).catch(
    (thrown: unknown) => {
      stage.drop();
      throw thrown;
    },
  );
  if (!rows.ok) {
    stage.drop();
    return rows;
  }
  const { importer, failedRows } = rows.value;
  const done = { rows: importer.rowCount, failedRows: failedRows.count };
  report.writing(done);
  return stage.commit(
    {
      summary: { fileName: file.name, rows: plan.rows, ...importer.finish() },
      failedRows: failedRows.toCsv(),
      consentSource: file.name,
      consentProof: plan.consentProof.trim(),
    },
    () => report.writing(done),
  );
}

interface Reading extends Pick<ImportRequest, 'file' | 'plan' | 'signal'> {
  readonly stage: ImportStage;
  readonly report: ProgressReport;
  readonly stopwatch: Stopwatch;
  readonly definitionId: ImportDependencies['definitionId'] | undefined;
}

interface RowsRead {
  readonly importer: RowImporter;
  readonly failedRows: FailedRows;
}

async function readRows(reading: Reading): Promise<Result<RowsRead, ImportError>> {
  const { plan } = reading;
  const bytes = await openBytes(reading.file);
  const table = new TableReader(bytes, plan);
  try {
    return await takeRows(reading, table);
  } finally {
    await table.close();
  }
}

async function takeRows(reading: Reading, table: TableReader): Promise<Result<RowsRead, ImportError>> {
  const { plan, signal, report, stopwatch } = reading;
  const prepared = await prepare(reading);
  if (!prepared.ok) return prepared;
  const { importer, failedRows } = prepared.value;
  let isHeaderAhead = plan.hasHeader;
  let gaveWayAt = stopwatch();
  for (;;) {
    if (signal.aborted) return err({ kind: 'cancelled' });
    const next = await table.next();
    if (!next.ok) return err(importErrorOf(next.error));
    if (next.value === null) return ok({ importer, failedRows });
    const { rows, numbers, broken } = next.value;
    for (const line of broken) importer.takeBroken(line);
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? [];
      if (isHeaderAhead) {
        isHeaderAhead = false;
        if (!isPlannedHeader(row, plan)) return err(OTHER_COLUMNS);
        continue;
      }
      importer.take(row, numbers[index] ?? 0);
      if (index % ROWS_BETWEEN_LOOKS === 0 && stopwatch() - gaveWayAt > GIVE_WAY_AFTER_MS) {
        report.reading({
          bytesRead: table.fileBytesRead,
          rows: importer.rowCount,
          failedRows: failedRows.count,
        });
        await giveWay();
        gaveWayAt = stopwatch();
        if (signal.aborted) return err({ kind: 'cancelled' });
      }
    }
  }
}

/** Compiles the plan and loads the columns it touches. */
async function prepare({ stage, plan, file, definitionId }: Reading): Promise<Result<RowsRead, ImportError>> {
  const definitions = new Definitions(stage, definitionId);
  const compiled = compilePlan(plan, definitions);
  const loaded = await stage.population.load(columnsToLoad(stage, compiled, keyspacesOf(compiled)));
  if (!loaded.ok) return err({ kind: 'page-damaged', page: loaded.error.page });
  const failedRows = new FailedRows(plan.columns.map(({ header }) => header));
  const width = plan.columns.length;
  const importer = new RowImporter({
    stage,
    plan: compiled,
    definitions,
    width,
    source: file.name,
    failedRows,
  });
  return ok({ importer, failedRows });
}

const OTHER_COLUMNS: ImportError = {
  kind: 'plan-refused',
  message:
    'The columns of the file are not those that were shown. Nothing was imported: choose the file again.',
};

function isPlannedHeader(row: readonly string[], plan: ImportPlan): boolean {
  const headers = headersOf([row], true);
  return (
    headers.length === plan.columns.length &&
    plan.columns.every(({ header }, index) => header === headers[index])
  );
}

function importErrorOf(error: TableError): ImportError {
  switch (error.kind) {
    case 'file-changed':
      return error;
    case 'undecodable':
    case 'file-unreadable':
      return { kind: 'file-unreadable', message: describeTableError(error) };
    default:
      return unreachable(error);
  }
}
