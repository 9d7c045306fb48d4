import FileX from 'lucide-solid/icons/file-x';
import { Show } from 'solid-js';
import type { InspectError, PickedFile } from '../../shared/import-api.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { importWords } from '../words/en-imports.ts';
import { workerErrorText } from '../words/error-text.ts';
import type { ChangedReading } from './create-inspection.ts';

const texts = importWords.refused;

export interface RefusedFileProps {
  readonly file: PickedFile;
  readonly error: InspectError;
  readonly onReading: (changed: ChangedReading) => void;
  readonly onOther: () => void;
}

/** Why a file is none that can be imported, and what may help. */
export function RefusedFile(props: RefusedFileProps) {
  return (
    <EmptyState
      icon={<FileX size={32} aria-hidden="true" />}
      title={texts.title}
      text={
        <>
          <strong>{props.file.name}</strong>
          <br />
          {inspectErrorText(props.error)}
        </>
      }
      actions={
        <>
          <Show when={props.error.kind === 'file-unreadable'}>
            <Button onClick={() => props.onReading({ encoding: 'windows-1252' })}>{texts.asWindows}</Button>
          </Show>
          <Button look="primary" onClick={() => props.onOther()}>
            {texts.again}
          </Button>
        </>
      }
    />
  );
}

function inspectErrorText(error: InspectError): string {
  switch (error.kind) {
    case 'file-empty':
      return texts['file-empty'];
    case 'file-unreadable':
    case 'not-a-table':
      return error.message;
    default:
      return workerErrorText(error);
  }
}
