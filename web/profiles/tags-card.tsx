import Plus from 'lucide-solid/icons/plus';
import TagIcon from 'lucide-solid/icons/tag';
import X from 'lucide-solid/icons/x';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { fold } from '../../shared/kernel/fold.ts';
import type { DataModel, Tag, TagId } from '../../shared/profile/data-model.ts';
import type { ProfileDetail } from '../../shared/worker-api.ts';
import { useApp } from '../data/app-context.tsx';
import { createMutate } from '../data/create-mutate.ts';
import { keyFromName } from '../data-model/key-from-name.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { matchScore, OptionList } from '../ui/option-list.tsx';
import { Popover } from '../ui/popover.tsx';
import { profileWords } from '../words/en-profiles.ts';
import styles from './tags.module.css';

const texts = profileWords.tags;

export function TagsCard(props: { readonly profile: ProfileDetail; readonly model: DataModel }) {
  const app = useApp();
  const mutate = createMutate();
  const tags = () => props.model.tags.filter((tag) => props.profile.tags.includes(tag.id));
  const set = (tag: Pick<Tag, 'id' | 'name'>, on: boolean) => {
    const wish = (name: 'add-tag' | 'remove-tag') => ({ name, profile: props.profile.id, tag: tag.id });
    return mutate(wish(on ? 'add-tag' : 'remove-tag'), {
      done: { text: (on ? texts.added : texts.removed)(tag.name), undo: wish(on ? 'remove-tag' : 'add-tag') },
    });
  };
  const create = async (name: string) => {
    const key = keyFromName(
      name,
      props.model.tags.map((tag) => tag.key),
    );
    const tag: Tag = { id: app.newId() as TagId, key, name, archived: false };
    if (await mutate({ name: 'define-tag', tag })) await set(tag, true);
  };
  return (
    <Card
      title={texts.title}
      actions={
        <Show when={!props.profile.trashed}>
          <Popover
            kind="listbox"
            end
            trigger={(trigger) => (
              <button type="button" {...trigger} class={buttonClass('quiet', { small: true })}>
                <Plus size={14} aria-hidden="true" />
                {texts.add}
              </button>
            )}
          >
            {(close) => (
              <TagPicker
                tags={props.model.tags.filter((tag) => !tag.archived && !props.profile.tags.includes(tag.id))}
                allTags={props.model.tags}
                onChoose={(tag) => {
                  close();
                  void set(tag, true);
                }}
                onCreate={(name) => {
                  close();
                  void create(name);
                }}
              />
            )}
          </Popover>
        </Show>
      }
    >
      <Show when={tags().length > 0} fallback={<p class={styles.none}>{texts.none}</p>}>
        <ul class={styles.tags}>
          <For each={tags()}>
            {(tag) => (
              <li class={styles.tag}>
                <TagIcon size={13} aria-hidden="true" />
                <span class={styles.text}>{tag.name}</span>
                <Show when={!props.profile.trashed}>
                  <button
                    type="button"
                    class={styles.cross}
                    aria-label={texts.remove(tag.name)}
                    onClick={() => void set(tag, false)}
                  >
                    <X size={13} aria-hidden="true" />
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  );
}

interface TagPickerProps {
  readonly tags: readonly Tag[];
  readonly allTags: readonly Tag[];
  readonly onChoose: (tag: Tag) => void;
  readonly onCreate: (name: string) => void;
}

const NEW = 'new';

/** Finds a tag, or makes the one that is not there yet. */
function TagPicker(props: TagPickerProps) {
  const [text, setText] = createSignal('');
  const options = createMemo(() => {
    const wanted = text().trim();
    const score = (tag: Tag) => matchScore(fold(tag.name), fold(wanted));
    const found = wanted === '' ? props.tags : props.tags.filter((tag) => score(tag) > 0);
    const isThere = props.allTags.some((tag) => fold(tag.name) === fold(wanted));
    const listed = found.map((tag) => ({ value: tag.id as string, label: tag.name }));
    return wanted === '' || isThere ? listed : [...listed, { value: NEW, label: texts.create(wanted) }];
  });
  const choose = (value: string) => {
    if (value === NEW) return props.onCreate(text().trim());
    const tag = props.tags.find((one) => one.id === value);
    if (tag) props.onChoose(tag);
  };
  return (
    <OptionList
      label={texts.list}
      options={options()}
      chosen={[]}
      searchable
      onSearch={setText}
      onChoose={choose}
    />
  );
}
