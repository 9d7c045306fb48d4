import { createSignal } from 'solid-js';
import { TextInput } from './text-input.tsx';

export interface RenameFieldProps {
  readonly name: string;
  readonly label: string;
  /** Another name, trimmed, never empty. */
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** A name, changed where it stands: Enter or leaving keeps it, Escape does not. */
export function RenameField(props: RenameFieldProps) {
  const [name, setName] = createSignal(props.name);
  let isOver = false;
  const end = (isKept: boolean) => {
    if (isOver) return;
    isOver = true;
    const wished = name().trim();
    if (isKept && wished !== '' && wished !== props.name) props.onName(wished);
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
      ref={selectAll}
      aria-label={props.label}
      maxlength={200}
      value={name()}
      onValue={setName}
      onKeyDown={onKeyDown}
      onBlur={() => end(true)}
    />
  );
}

/** As soon as it stands in the page. */
function selectAll(input: HTMLInputElement): void {
  queueMicrotask(() => {
    input.focus();
    input.select();
  });
}
