import type {
  FileInspection,
  ImportError,
  ImportPlan,
  ImportProgress,
  ImportSummary,
  InspectError,
  PickedFile,
} from '../../shared/import-api.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ImportId } from '../../shared/sync/mutation.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { ChangedByHand, ImportableFile } from '../import/inspect-file.ts';
import { decodeText } from '../replica/cell-history.ts';
import { readPage } from '../replica/read-page.ts';
import type { Session } from './session.ts';

const NO_FILE = { kind: 'file-unreadable', message: 'What was handed over is not a file.' } as const;

/** The files of one page: at most one is being imported. What reads them is loaded with the first. */
export class Imports {
  readonly #session: Session;
  #underWay: AbortController | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  async inspect(file: PickedFile, changed?: ChangedByHand): Promise<Result<FileInspection, InspectError>> {
    if (!isBlob(file)) return err(NO_FILE);
    const opened = await this.#session.replica.open();
    if (!opened.ok) return opened;
    const { model, workspace } = opened.value;
    const { inspectFile } = await import('../import/inspect-file.ts');
    return inspectFile(file, { model, timeZone: workspace.settings.timeZone }, changed);
  }

  async importFile(
    file: PickedFile,
    plan: ImportPlan,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Result<ImportSummary, ImportError>> {
    if (!isBlob(file)) return err(NO_FILE);
    if (this.#underWay !== undefined) return err({ kind: 'busy' });
    this.#underWay = new AbortController();
    const { signal } = this.#underWay;
    const { replica, ticks } = this.#session;
    try {
      const { importFile } = await import('../import/import-file.ts');
      const { stageImportOn } = await import('../replica/stage-import.ts');
      const deps = { stageImport: stageImportOn(replica), stopwatch: ticks };
      return await importFile(deps, { file, plan, signal, onProgress });
    } finally {
      this.#underWay = undefined;
    }
  }

  cancel(): void {
    this.#underWay?.abort();
  }

  async undo(
    id: ImportId,
  ): Promise<Result<ImportSummary, WorkerError | { readonly kind: 'unknown-import' }>> {
    const { undoImport } = await import('../replica/undo-import.ts');
    return undoImport(this.#session.replica, id);
  }

  /** The last first. */
  async list(): Promise<Result<readonly ImportSummary[], WorkerError>> {
    const opened = await this.#session.replica.open();
    return opened.ok ? ok(opened.value.imports.map(({ summary }) => summary).toReversed()) : opened;
  }

  async failedRows(id: ImportId): Promise<Result<string, WorkerError | { readonly kind: 'unknown-import' }>> {
    const { replica } = this.#session;
    const opened = await replica.open();
    if (!opened.ok) return opened;
    const row = opened.value.imports.find((other) => other.id === id);
    if (row === undefined) return err({ kind: 'unknown-import' });
    return row.failedRows === undefined ? ok('') : readPage(replica.pages, row.failedRows, decodeText);
  }
}

function isBlob(file: PickedFile): file is ImportableFile {
  return file instanceof Blob;
}
