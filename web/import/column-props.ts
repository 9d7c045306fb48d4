import type { DataModel } from '../../shared/profile/data-model.ts';
import type { ImportDraft } from './import-draft.ts';

export interface ColumnRowProps {
  readonly draft: ImportDraft;
  readonly column: number;
  readonly model: DataModel;
  readonly hasProblem: boolean;
  readonly onDraft: (draft: ImportDraft) => void;
}
