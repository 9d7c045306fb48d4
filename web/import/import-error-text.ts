import type { ImportError, PickedFile } from '../../shared/import-api.ts';
import { importWords } from '../words/en-imports.ts';
import { workerErrorText } from '../words/error-text.ts';

const texts = importWords.failed;

/** What happened, and that nothing of the file is here. */
export function importErrorText(error: ImportError, file: PickedFile): string {
  switch (error.kind) {
    case 'cancelled':
      return texts.cancelled(file.name);
    case 'busy':
    case 'file-changed':
      return texts[error.kind];
    case 'plan-refused':
    case 'file-unreadable':
      return `${error.message} ${texts.none}`;
    default:
      return `${workerErrorText(error)} ${texts.none}`;
  }
}
