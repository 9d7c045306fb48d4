import LifeBuoy from 'lucide-solid/icons/life-buoy';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { words } from '../words/en.ts';

/** A bug or a storage failure, in plain words, with a way to go on. */
export function FailurePage(props: { readonly error: unknown; readonly retry: () => void }) {
  const detail = () => (props.error instanceof Error ? props.error.message : String(props.error));
  return (
    <EmptyState
      icon={<LifeBuoy size={32} aria-hidden="true" />}
      title={words.failure.title}
      text={
        <>
          {words.failure.text}
          <br />
          <small>{detail()}</small>
        </>
      }
      actions={
        <Button look="primary" onClick={() => props.retry()}>
          {words.common.retry}
        </Button>
      }
    />
  );
}
