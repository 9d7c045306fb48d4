import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createSignal, For, Show } from 'solid-js';
import {
  type Attribute,
  type AttributeId,
  type DataModel,
  DEFAULT_ATTRIBUTES,
} from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { ProfileDetail } from '../../shared/worker-api.ts';
import { createMutate } from '../data/create-mutate.ts';
import { Card } from '../ui/card.tsx';
import { profileWords } from '../words/en-profiles.ts';
import { formatNumber } from '../words/format-number.ts';
import { AttributeRow } from './attribute-row.tsx';
import styles from './attributes.module.css';

const texts = profileWords.attributes;
const isDefault = (attribute: Attribute) => DEFAULT_ATTRIBUTES.some((one) => one.id === attribute.id);

/** All that is known, those first that every workspace has; what has no value waits folded. */
export function AttributesCard(props: { readonly profile: ProfileDetail; readonly model: DataModel }) {
  const mutate = createMutate();
  const [isOpen, setOpen] = createSignal(false);
  /** Whether one stood in the fold when it was edited: it stays there, with the focus on it, until the fold is used. */
  const [wasFolded, setWasFolded] = createSignal<ReadonlyMap<AttributeId, boolean>>(new Map());
  const storedValue = (id: AttributeId) =>
    props.profile.attributes.find((one) => one.attribute === id)?.value;
  const asideOf = (id: AttributeId) => props.profile.keptAside.find((one) => one.attribute === id)?.text;
  const hasSomething = (attribute: Attribute) =>
    storedValue(attribute.id) !== undefined || asideOf(attribute.id) !== undefined;
  const contact = () => props.model.attributes.filter((one) => isDefault(one));
  const custom = () => props.model.attributes.filter((one) => !isDefault(one));
  const isFolded = (one: Attribute) => wasFolded().get(one.id) ?? !hasSomething(one);
  const filled = () => custom().filter((one) => !isFolded(one));
  const folded = () => custom().filter((one) => isFolded(one) && !one.archived);
  const emptyCount = () => folded().filter((one) => !hasSomething(one)).length;
  const save = async (attribute: Attribute, value: Value | null): Promise<boolean> => {
    const before = storedValue(attribute.id) ?? null;
    setWasFolded((all) => new Map(all).set(attribute.id, isFolded(attribute)));
    const set = (to: Value | null) =>
      ({ name: 'set-attribute', profile: props.profile.id, attribute: attribute.id, value: to }) as const;
    const text = value === null ? texts.cleared(attribute.name) : texts.changed(attribute.name);
    return (await mutate(set(value), { done: { text, undo: set(before) } })) !== undefined;
  };
  const toggle = (open: boolean) => {
    setOpen(open);
    if (!open) setWasFolded(new Map());
  };
  const row = (attribute: Attribute) => (
    <AttributeRow
      attribute={attribute}
      value={storedValue(attribute.id)}
      keptAside={asideOf(attribute.id)}
      locked={props.profile.trashed}
      onSave={(value) => save(attribute, value)}
    />
  );
  return (
    <Card title={texts.title}>
      <div class={styles.groups}>
        <dl class={styles.list} aria-label={texts.contact}>
          <For each={contact()}>{row}</For>
        </dl>
        <Show when={filled().length > 0}>
          <dl class={styles.list} aria-label={texts.custom}>
            <For each={filled()}>{row}</For>
          </dl>
        </Show>
        <Show when={folded().length > 0 && !props.profile.trashed}>
          <details class={styles.more} onToggle={(event) => toggle(event.currentTarget.open)}>
            <summary class={styles.summary}>
              <ChevronRight size={15} aria-hidden="true" />
              {texts.without(formatNumber(emptyCount()))}
            </summary>
            <Show when={isOpen()}>
              <dl class={styles.list}>
                <For each={folded()}>{row}</For>
              </dl>
            </Show>
          </details>
        </Show>
      </div>
    </Card>
  );
}
