import { createMemo, createSignal, For, onMount, Show } from 'solid-js';
import { findGroup } from '../../shared/segment/edit-definition.ts';
import { SearchInput } from '../ui/text-input.tsx';
import { builderWords } from '../words/en-builder.ts';
import { formatCompact, formatNumber } from '../words/format-number.ts';
import { useBuilder } from './builder-context.tsx';
import styles from './conditions-panel.module.css';
import { makeDraggable } from './drag.ts';
import { groupName } from './group-card.tsx';
import { bestItem, type PanelItem, type PanelSection, panelSections, searchSections } from './panel-items.ts';

const words = builderWords.panel;
const FIRST_ITEMS = 8;

export interface ConditionsPanelProps {
  /** Something was added: a sheet closes then. */
  readonly onAdded?: () => void;
  readonly autofocus?: boolean;
}

/** Everything a condition can be about: searched, pressed to add, or dragged to its place. */
export function ConditionsPanel(props: ConditionsPanelProps) {
  const builder = useBuilder();
  const [text, setText] = createSignal('');
  const sections = createMemo(() =>
    panelSections({
      dataModel: builder.dataModel(),
      counts: builder.subjectCounts(),
      segments: builder.segments(),
    }),
  );
  const found = createMemo(() => searchSections(sections(), text()));
  const add = (item: PanelItem) => {
    props.onAdded?.();
    builder.actions.add(item.subject);
    setText('');
  };
  const addBest = (event: KeyboardEvent) => {
    const best = bestItem(found(), text());
    if (event.key !== 'Enter' || !best) return;
    event.preventDefault();
    add(best);
  };
  const target = () => {
    const group = findGroup(builder.store.draft().definition.root, builder.target());
    return group && group.id !== builder.store.root.id ? group : undefined;
  };
  return (
    <div class={styles.panel}>
      <div class={styles.search}>
        <SearchInput
          id="condition-search"
          aria-label={words.search}
          placeholder={words.search}
          autofocus={props.autofocus}
          value={text()}
          onValue={setText}
          onKeyDown={addBest}
        />
        <Show when={target()} fallback={<p class={styles.hint}>{words.hint}</p>}>
          {(group) => (
            <button
              type="button"
              class={styles.target}
              onClick={() => builder.setTarget(builder.store.root.id)}
            >
              {words.into(groupName(group()))} ×
            </button>
          )}
        </Show>
      </div>
      <div class={styles.sections}>
        <For each={found()} fallback={<p class={styles.none}>{words.noMatch}</p>}>
          {(section) => <Section section={section} isSearching={text().trim() !== ''} onAdd={add} />}
        </For>
      </div>
    </div>
  );
}

function Section(props: {
  readonly section: PanelSection;
  readonly isSearching: boolean;
  readonly onAdd: (item: PanelItem) => void;
}) {
  const [isWhole, setWhole] = createSignal(false);
  const shown = () =>
    isWhole() || props.isSearching ? props.section.items : props.section.items.slice(0, FIRST_ITEMS);
  const hiddenCount = () => props.section.items.length - shown().length;
  return (
    <details open class={styles.section}>
      <summary class={styles.heading}>{props.section.label}</summary>
      <ul>
        <For each={shown()}>{(item) => <Item item={item} onAdd={() => props.onAdd(item)} />}</For>
      </ul>
      <Show when={hiddenCount() > 0}>
        <button type="button" class={styles.more} onClick={() => setWhole(true)}>
          {words.more(formatNumber(hiddenCount()))}
        </button>
      </Show>
    </details>
  );
}

function Item(props: { readonly item: PanelItem; readonly onAdd: () => void }) {
  let element: HTMLLIElement | undefined;
  onMount(() => {
    if (element) makeDraggable(element, () => ({ kind: 'subject', subject: props.item.subject }));
  });
  return (
    <li ref={element}>
      <button type="button" class={styles.item} title={props.item.countTitle} onClick={() => props.onAdd()}>
        <span class={styles.icon}>{props.item.icon()}</span>
        <span class={styles.label}>{props.item.label}</span>
        <Show when={props.item.count !== undefined}>
          <span class={styles.count}>{formatCompact(props.item.count ?? 0)}</span>
        </Show>
      </button>
    </li>
  );
}
