import { A, useParams } from '@solidjs/router';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import UserRoundX from 'lucide-solid/icons/user-round-x';
import { Match, Show, Switch } from 'solid-js';
import type { ProfileId } from '../../../shared/profile/profile.ts';
import { createDataModel } from '../../data/create-data-model.ts';
import { createProfile } from '../../data/create-profile.ts';
import { AttributesCard } from '../../profiles/attributes-card.tsx';
import { ConsentsCard } from '../../profiles/consents-card.tsx';
import { ProfileHeader } from '../../profiles/profile-header.tsx';
import { SegmentsCard } from '../../profiles/segments-card.tsx';
import { TagsCard } from '../../profiles/tags-card.tsx';
import { ProfileTimeline } from '../../profiles/timeline.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { words } from '../../words/en.ts';
import { profileWords } from '../../words/en-profiles.ts';
import { workerErrorText } from '../../words/error-text.ts';
import styles from './profile-page.module.css';

const texts = profileWords.page;

export function ProfilePage() {
  const params = useParams<{ id: string }>();
  const id = () => params.id as ProfileId;
  const query = createProfile(id);
  const model = createDataModel();
  /** Never the one before, while the wished one is on its way. */
  const profile = () => {
    const known = query.value();
    return known?.id === id() ? known : undefined;
  };
  return (
    <Page>
      <A href="/profiles" class={styles.back}>
        <ArrowLeft size={15} aria-hidden="true" />
        {texts.back}
      </A>
      <Switch fallback={<Waiting />}>
        <Match when={query.error()} keyed>
          {(error) => (
            <EmptyState
              icon={<UserRoundX size={32} aria-hidden="true" />}
              title={texts.gone}
              text={error.kind === 'unknown-profile' ? texts.goneText : workerErrorText(error)}
              actions={
                <Show
                  when={error.kind === 'unknown-profile'}
                  fallback={<Button onClick={query.ask}>{words.common.retry}</Button>}
                >
                  <A href="/profiles" class={buttonClass('primary')}>
                    {texts.back}
                  </A>
                </Show>
              }
            />
          )}
        </Match>
        <Match when={profile()}>
          {(known) => (
            <>
              <ProfileHeader profile={known()} />
              <div class={styles.columns}>
                <div class={styles.about}>
                  <Show when={model.value()}>
                    {(definitions) => (
                      <>
                        <AttributesCard profile={known()} model={definitions()} />
                        <TagsCard profile={known()} model={definitions()} />
                        <ConsentsCard profile={known()} model={definitions()} />
                      </>
                    )}
                  </Show>
                  <SegmentsCard profile={known()} />
                </div>
                <div class={styles.side}>
                  <ProfileTimeline profile={id()} model={model.value()} />
                </div>
              </div>
            </>
          )}
        </Match>
      </Switch>
    </Page>
  );
}

function Waiting() {
  return (
    <div class={styles.waiting}>
      <span class="aside-from-sight">{texts.loading}</span>
      <Skeleton width={18} />
      <Skeleton width={26} />
      <Skeleton width={22} />
    </div>
  );
}
