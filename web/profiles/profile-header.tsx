import Archive from 'lucide-solid/icons/archive';
import Copy from 'lucide-solid/icons/copy';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Trash2 from 'lucide-solid/icons/trash';
import Undo2 from 'lucide-solid/icons/undo-2';
import { For, Show } from 'solid-js';
import type { ProfileDetail } from '../../shared/worker-api.ts';
import { createMutate } from '../data/create-mutate.ts';
import { useTimeZone } from '../data/workspace-context.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { profileWords } from '../words/en-profiles.ts';
import { formatInstant } from '../words/format-instant.ts';
import { Avatar } from './avatar.tsx';
import styles from './profile-header.module.css';
import { profileName } from './profile-name.ts';

const texts = profileWords.page;

export function ProfileHeader(props: { readonly profile: ProfileDetail }) {
  const timeZone = useTimeZone();
  const mutate = createMutate();
  const name = () => profileName(props.profile);
  const addresses = () =>
    [props.profile.email, props.profile.phone].filter((one) => one !== '' && one !== name());
  const trash = () =>
    void mutate(
      { name: 'trash-profile', profile: props.profile.id },
      { done: { text: texts.trashed(name()), undo: { name: 'restore-profile', profile: props.profile.id } } },
    );
  const restore = () =>
    void mutate(
      { name: 'restore-profile', profile: props.profile.id },
      {
        done: {
          text: profileWords.list.restored(name()),
          undo: { name: 'trash-profile', profile: props.profile.id },
        },
      },
    );
  return (
    <header class={styles.header}>
      <Avatar name={props.profile.name || props.profile.email} known={props.profile.known} large />
      <div class={styles.texts}>
        <h1 class={styles.name}>
          {name()}
          <Show when={!props.profile.known}>
            {' '}
            <span title={texts.anonymousTitle}>
              <Badge>{profileWords.list.anonymous}</Badge>
            </span>
          </Show>
        </h1>
        <p class={styles.addresses}>
          <For each={addresses()}>{(address) => <span>{address}</span>}</For>
        </p>
      </div>
      <div class={styles.actions}>
        <Show when={!props.profile.trashed}>
          <Menu
            label={words.common.more}
            end
            items={[
              { label: texts.toTrash, icon: () => <Trash2 size={15} />, danger: true, onSelect: trash },
            ]}
            trigger={(trigger) => (
              <button
                type="button"
                {...trigger}
                class={buttonClass('plain', { icon: true })}
                aria-label={words.common.more}
                title={words.common.more}
              >
                <Ellipsis size={16} aria-hidden="true" />
              </button>
            )}
          />
        </Show>
      </div>
      <div class={styles.more}>
        <p class={styles.facts}>
          <Show when={props.profile.known}>
            <span title={texts.knownTitle}>{texts.known}</span>
          </Show>
          <span>{texts.created(formatInstant(props.profile.createdAt, timeZone(), 'day'))}</span>
          <span title={formatInstant(props.profile.changedAt, timeZone())}>
            {texts.changed(formatInstant(props.profile.changedAt, timeZone(), 'day'))}
          </span>
          <Show when={props.profile.source}>
            <span>{texts.source(props.profile.source)}</span>
          </Show>
        </p>
        <Keys profile={props.profile} />
      </div>
      <Show when={props.profile.trashed}>
        <div class={styles.trashed} role="status">
          <Archive size={16} aria-hidden="true" />
          <p>{texts.inTrash}</p>
          <Button small icon={<Undo2 size={14} />} onClick={restore}>
            {texts.restore}
          </Button>
        </div>
      </Show>
    </header>
  );
}

/** A key is something to paste elsewhere: pressing one copies it. */
function Keys(props: { readonly profile: ProfileDetail }) {
  const toasts = useToasts();
  const nameOf = (keyspace: string) =>
    Object.hasOwn(profileWords.keyspaces, keyspace)
      ? profileWords.keyspaces[keyspace as keyof typeof profileWords.keyspaces]
      : keyspace;
  const copy = async (value: string) => {
    await navigator.clipboard.writeText(value);
    toasts.show({ text: words.common.copied });
  };
  return (
    <Show when={props.profile.keys.length > 0}>
      <ul class={styles.keys} aria-label={texts.keys}>
        <For each={props.profile.keys}>
          {(key) => (
            <li>
              <button
                type="button"
                class={styles.key}
                title={texts.copyKey(key.value)}
                onClick={() => void copy(key.value)}
              >
                <span class={styles.keyspace}>{nameOf(key.keyspace)}</span>
                <span class={styles.keyValue}>{key.value}</span>
                <Copy size={12} aria-hidden="true" />
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
