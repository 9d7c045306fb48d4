import { useNavigate } from '@solidjs/router';
import type { ImportSummary } from '../../shared/import-api.ts';
import type { NodeId, SegmentDefinition, SegmentId } from '../../shared/segment/definition.ts';
import { useApp } from '../data/app-context.tsx';
import { useToasts } from '../ui/toast.tsx';
import { importWords } from '../words/en-imports.ts';
import { workerErrorText } from '../words/error-text.ts';
import { saveTextFile } from './save-text-file.ts';

export interface ImportActions {
  readonly undo: (summary: ImportSummary) => Promise<ImportSummary | undefined>;
  readonly download: (summary: ImportSummary) => Promise<void>;
  /** Opens a draft of the people that first came with the file. */
  readonly makeSegment: (summary: ImportSummary) => Promise<void>;
}

/** What can be done with an import that is over. */
export function createImportActions(): ImportActions {
  const app = useApp();
  const toasts = useToasts();
  const navigate = useNavigate();
  const undo = async (summary: ImportSummary) => {
    const result = await app.worker.undoImport(summary.id);
    if (!result.ok) {
      const { error } = result;
      toasts.show({
        text: error.kind === 'unknown-import' ? importWords.list.undoFailed : workerErrorText(error),
      });
      return undefined;
    }
    toasts.show({ text: importWords.list.undoneToast(summary.fileName) });
    return result.value;
  };
  const download = async (summary: ImportSummary) => {
    const result = await app.worker.failedRows(summary.id);
    if (result.ok) saveTextFile(failedRowsName(summary.fileName), result.value, 'text/csv');
    else toasts.show({ text: importWords.list.downloadFailed });
  };
  const makeSegment = async (summary: ImportSummary) => {
    const segment = app.newId() as SegmentId;
    const result = await app.worker.saveDraft({
      segment,
      isNew: true,
      title: importWords.segmentTitle(summary.fileName),
      description: importWords.segmentDescription(summary.fileName),
      definition: fromFile(summary.fileName, () => app.newId() as NodeId),
      basedOn: null,
      changedAt: app.now(),
    });
    if (result.ok) navigate(`/segments/${segment}`);
    else toasts.show({ text: workerErrorText(result.error) });
  };
  return { undo, download, makeSegment };
}

/** A profile's source is the file it first came with. */
function fromFile(fileName: string, newId: () => NodeId): SegmentDefinition {
  const test = { kind: 'is', values: [fileName], exact: true } as const;
  const source = { kind: 'fact', id: newId(), fact: { kind: 'source', predicate: { test } } } as const;
  return { version: 1, root: { kind: 'group', id: newId(), match: 'all', children: [source] } };
}

/** `orders.csv.gz` → `orders failed rows.csv`. */
export function failedRowsName(fileName: string): string {
  return `${fileName.replace(/(?:\.(?:csv|tsv|txt|gz))+$/i, '')} failed rows.csv`;
}
