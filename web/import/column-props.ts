import type { DataModel } from '../../shared/profile/data-model.ts';
import type { Option } from '../ui/option-list.tsx';
import type { ImportDraft } from './import-draft.ts';

export interface ColumnRowProps {
  readonly draft: ImportDraft;
  readonly column: number;
  readonly model: DataModel;
  /** Where a column can go; the same for all, made once. */
  readonly options: readonly Option<string>[];
  readonly hasProblem: boolean;
  readonly onDraft: (draft: ImportDraft) => void;
}
