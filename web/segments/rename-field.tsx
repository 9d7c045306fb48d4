import { createSignal } from 'solid-js';
import { TextInput } from '../ui/text-input.tsx';
import { segmentsWords } from '../words/en-segments.ts';

export interface RenameFieldProps {
  readonly title: string;
  readonly onDone: (title: string) => void;
  readonly onCancel: () => void;
}

/** A name, changed where it stands: Enter or leaving keeps it, Escape does not. */
export function RenameField(props: RenameFieldProps) {
  const [title, setTitle] = createSignal(props.title);
  let isOver = false;
  const end = (keep: boolean) => {
    if (isOver) return;
    isOver = true;
    const wished = title().trim();
    if (keep && wished !== '' && wished !== props.title) props.onDone(wished);
    else props.onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end(event.key === 'Enter');
  };
  return (
    <TextInput
      ref={(input) =>
        queueMicrotask(() => {
          input.focus();
          input.select();
        })
      }
      aria-label={segmentsWords.renameLabel(props.title)}
      maxlength={200}
      value={title()}
      onValue={setTitle}
      onKeyDown={onKeyDown}
      onBlur={() => end(true)}
    />
  );
}
