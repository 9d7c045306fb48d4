import { A } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import type { ProfileDetail } from '../../shared/worker-api.ts';
import { useApp } from '../data/app-context.tsx';
import { createQuery } from '../data/create-query.ts';
import { createRevision } from '../data/create-revision.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { profileWords } from '../words/en-profiles.ts';
import styles from './segments-card.module.css';

const texts = profileWords.segments;

/** The segments this person is a member of right now. */
export function SegmentsCard(props: { readonly profile: ProfileDetail }) {
  const app = useApp();
  const revision = createRevision(['segments']);
  const segments = createQuery(
    () => ({ at: revision() }),
    () => app.worker.segments(),
  );
  const member = createMemo(() =>
    (segments.value() ?? []).filter(
      (segment) => !segment.deleted && props.profile.segments.includes(segment.id),
    ),
  );
  return (
    <Card title={texts.title}>
      <Show
        when={member().length > 0}
        fallback={<p class={styles.none}>{segments.value() ? texts.none : ' '}</p>}
      >
        <ul class={styles.segments}>
          <For each={member()}>
            {(segment) => (
              <li class={styles.segment}>
                <A href={`/segments/${segment.id}`} class={styles.link}>
                  {segment.title}
                </A>
                <Show when={segment.archived}>
                  <Badge>{texts.archived}</Badge>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  );
}
