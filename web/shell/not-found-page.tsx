import { A } from '@solidjs/router';
import Waves from 'lucide-solid/icons/waves-horizontal';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { words } from '../words/en.ts';

export function NotFoundPage() {
  return (
    <EmptyState
      icon={<Waves size={32} aria-hidden="true" />}
      title={words.notFound.title}
      text={words.notFound.text}
      actions={
        <A href="/segments" class={buttonClass('primary')}>
          {words.notFound.home}
        </A>
      }
    />
  );
}
