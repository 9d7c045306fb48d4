import type { ImportPlan, PickedFile } from '../../shared/import-api.ts';
import { useApp } from '../data/app-context.tsx';
import { useImports } from './import-context.tsx';
import { carryOver, startDraft } from './import-draft.ts';

export type ChangedReading = Partial<
  Pick<ImportPlan, 'rows' | 'encoding' | 'delimiter' | 'quote' | 'hasHeader'>
>;

export interface Inspection {
  readonly inspect: (file: PickedFile) => Promise<void>;
  /** Reads the same file in another way; what was decided about columns that stay is kept. */
  readonly reread: (changed: ChangedReading) => Promise<void>;
}

/** Has the worker look at a file and lays out what it found. A later file or reading wins. */
export function createInspection(): Inspection {
  const app = useApp();
  const imports = useImports();
  let newest = 0;
  const inspect = async (file: PickedFile, changed: ChangedReading = {}) => {
    newest += 1;
    const mine = newest;
    const before = imports.preparation();
    const known = before.kind === 'mapping' && before.file === file ? before : undefined;
    if (!known) imports.setPreparation({ kind: 'inspecting', file });
    const result = await app.worker.inspectFile(file, changed);
    if (mine !== newest) return;
    if (!result.ok) return imports.setPreparation({ kind: 'refused', file, error: result.error });
    const now = imports.preparation();
    const draft =
      now.kind === 'mapping' && known ? carryOver(now.draft, result.value) : startDraft(result.value);
    imports.setPreparation({ kind: 'mapping', file, draft });
  };
  const reread = async (changed: ChangedReading) => {
    const now = imports.preparation();
    if (now.kind === 'none') return;
    const { encoding, delimiter, quote, hasHeader, rows } = now.kind === 'mapping' ? now.draft.plan : {};
    const set = { encoding, delimiter, quote, hasHeader, rows };
    const given = Object.fromEntries(
      Object.entries(set).filter(([, value]) => value !== undefined),
    ) as ChangedReading;
    await inspect(now.file, { ...given, ...changed });
  };
  return { inspect: (file) => inspect(file), reread };
}
