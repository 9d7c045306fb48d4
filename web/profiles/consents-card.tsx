import { A } from '@solidjs/router';
import Ban from 'lucide-solid/icons/ban';
import { createSignal, For, Show } from 'solid-js';
import {
  CHANNELS,
  type Channel,
  type DataModel,
  type Topic,
  type TopicId,
} from '../../shared/profile/data-model.ts';
import type { ProfileDetail } from '../../shared/worker-api.ts';
import { createMutate } from '../data/create-mutate.ts';
import { Card } from '../ui/card.tsx';
import { Switch } from '../ui/switch.tsx';
import { words } from '../words/en.ts';
import { profileWords } from '../words/en-profiles.ts';
import { ConsentDialog } from './consent-dialog.tsx';
import { ConsentMark, type ShownState } from './consent-mark.tsx';
import styles from './consents.module.css';

const texts = profileWords.consents;

/** What the person agreed to, topic by channel; each cell opens the ledger behind it. */
export function ConsentsCard(props: { readonly profile: ProfileDetail; readonly model: DataModel }) {
  const [open, setOpen] = createSignal<{ readonly topic: Topic; readonly channel: Channel }>();
  const recorded = (topic: TopicId, channel: Channel) =>
    props.profile.consents.find((one) => one.topic === topic && one.channel === channel);
  const stateOf = (topic: TopicId, channel: Channel): ShownState =>
    recorded(topic, channel)?.state ?? 'never-asked';
  const hasAny = (topic: TopicId) => CHANNELS.some((channel) => recorded(topic, channel));
  const topics = () => props.model.topics.filter((topic) => !topic.archived || hasAny(topic.id));
  return (
    <Card title={texts.title}>
      <div class={styles.parts}>
        <Show
          when={topics().length > 0}
          fallback={
            <p class={styles.none}>
              {texts.none} <A href="/data-model?tab=topics">{texts.toDataModel}</A>
            </p>
          }
        >
          <table class={styles.table}>
            <thead>
              <tr>
                <th scope="col">{texts.topic}</th>
                <For each={CHANNELS}>{(channel) => <th scope="col">{words.channels[channel]}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={topics()}>
                {(topic) => (
                  <tr>
                    <th scope="row">{topic.name}</th>
                    <For each={CHANNELS}>
                      {(channel) => (
                        <td data-label={words.channels[channel]}>
                          <Show
                            when={topic.channels.includes(channel) || recorded(topic.id, channel)}
                            fallback={<span class={styles.unoffered}>{texts.notOffered}</span>}
                          >
                            <button
                              type="button"
                              class={styles.state}
                              aria-label={texts.change(
                                topic.name,
                                texts.channels[channel],
                                words.consentStates[stateOf(topic.id, channel)],
                              )}
                              onClick={() => setOpen({ topic, channel })}
                            >
                              <ConsentMark state={stateOf(topic.id, channel)} />
                            </button>
                          </Show>
                        </td>
                      )}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Show>
        <Suppression profile={props.profile} />
      </div>
      <ConsentDialog
        profile={props.profile}
        about={open()}
        consent={recorded(open()?.topic.id ?? ('' as TopicId), open()?.channel ?? 'email')}
        onClose={() => setOpen(undefined)}
      />
    </Card>
  );
}

function Suppression(props: { readonly profile: ProfileDetail }) {
  const mutate = createMutate();
  const set = (channel: Channel, suppressed: boolean) => {
    const wish = (to: boolean) =>
      ({ name: 'set-suppressed', profile: props.profile.id, channel, suppressed: to }) as const;
    const say = suppressed ? texts.suppressedNow : texts.unsuppressedNow;
    void mutate(wish(suppressed), { done: { text: say(words.channels[channel]), undo: wish(!suppressed) } });
  };
  return (
    <div class={styles.suppression}>
      <p class={styles.subtitle}>
        <Ban size={14} aria-hidden="true" />
        {texts.suppression}
      </p>
      <p class={styles.none}>{texts.suppressionHint}</p>
      <For each={CHANNELS}>
        {(channel) => (
          <div>
            <Switch
              label={texts.suppress(texts.channels[channel])}
              checked={props.profile.suppressed.includes(channel)}
              disabled={props.profile.trashed}
              onValue={(suppressed) => set(channel, suppressed)}
            />
          </div>
        )}
      </For>
    </div>
  );
}
