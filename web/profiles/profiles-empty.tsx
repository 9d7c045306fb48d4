import { A } from '@solidjs/router';
import SearchX from 'lucide-solid/icons/search-x';
import Trash2 from 'lucide-solid/icons/trash';
import UsersRound from 'lucide-solid/icons/users-round';
import { Match, Switch } from 'solid-js';
import type { ProfileSet } from '../../shared/worker-api.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { profileWords } from '../words/en-profiles.ts';

export interface ProfilesEmptyProps {
  readonly set: ProfileSet;
  readonly onClear: () => void;
  readonly onCreate: () => void;
}

/** Three kinds of nothing: none yet, none that match, none thrown away. */
export function ProfilesEmpty(props: ProfilesEmptyProps) {
  const texts = profileWords.empty;
  const searched = () => (props.set.kind === 'search' ? props.set.text : '');
  return (
    <Switch
      fallback={
        <EmptyState
          icon={<UsersRound size={32} aria-hidden="true" />}
          title={texts.noneTitle}
          text={texts.noneText}
          actions={
            <>
              <A href="/imports/new" class={buttonClass('plain')}>
                {profileWords.list.import}
              </A>
              <Button onClick={() => props.onCreate()}>{profileWords.list.create}</Button>
            </>
          }
        />
      }
    >
      <Match when={props.set.kind === 'trash'}>
        <EmptyState
          icon={<Trash2 size={32} aria-hidden="true" />}
          title={texts.trashTitle}
          text={texts.trashText}
        />
      </Match>
      <Match when={searched() !== ''}>
        <EmptyState
          icon={<SearchX size={32} aria-hidden="true" />}
          title={texts.noMatchTitle}
          text={texts.noMatchText(searched())}
          actions={<Button onClick={() => props.onClear()}>{texts.clearSearch}</Button>}
        />
      </Match>
    </Switch>
  );
}
