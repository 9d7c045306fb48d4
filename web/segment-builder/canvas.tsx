import GroupIcon from 'lucide-solid/icons/group';
import Shell from 'lucide-solid/icons/shell';
import { Show } from 'solid-js';
import { MAX_CONDITIONS, type NodeId } from '../../shared/segment/definition.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { builderWords } from '../words/en-builder.ts';
import { DASH, formatNumber } from '../words/format-number.ts';
import { countConditions } from './builder-actions.ts';
import { useBuilder } from './builder-context.tsx';
import styles from './canvas.module.css';
import { Children } from './group-card.tsx';
import type { Direction } from './keyboard-move.ts';

const words = builderWords.canvas;
const STEPS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'into',
  ArrowLeft: 'out',
};
/** The limit is said only when it comes near. */
const NEAR_LIMIT = MAX_CONDITIONS - 20;

/** Everyone at the top, then row by row who is left. */
export function Canvas(props: { readonly onAdd: () => void }) {
  const builder = useBuilder();
  const isEmpty = () => builder.store.root.children.length === 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const isField = target !== undefined && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
    const id = target?.closest<HTMLElement>('[role="group"][data-node]')?.dataset['node'];
    const direction = STEPS[event.key];
    if (!event.altKey || isField || id === undefined || direction === undefined) return;
    event.preventDefault();
    builder.actions.step(id as NodeId, direction);
  };
  return (
    <section class={styles.canvas} aria-label={words.label} onKeyDown={onKeyDown}>
      <Everyone />
      <Show when={isEmpty()}>
        <EmptyState
          icon={<Shell size={30} aria-hidden="true" />}
          title={words.emptyTitle}
          text={words.emptyText}
          actions={
            <Button look="primary" onClick={() => props.onAdd()}>
              {builderWords.panel.add}
            </Button>
          }
        />
      </Show>
      <Children group={builder.store.root} />
      <Show when={!isEmpty()}>
        <div class={styles.foot}>
          <Button
            look="quiet"
            small
            icon={<GroupIcon size={15} aria-hidden="true" />}
            onClick={() => builder.actions.addGroup(builder.store.root.id)}
          >
            {words.addGroup}
          </Button>
          <Show when={countConditions(builder.store.root) >= NEAR_LIMIT}>
            <span class={styles.limit}>{builderWords.panel.full(formatNumber(MAX_CONDITIONS))}</span>
          </Show>
        </div>
      </Show>
    </section>
  );
}

/** The population as the first, visible row (SEG-28): what all the others are part of. */
function Everyone() {
  const builder = useBuilder();
  const population = () => builder.evaluation()?.population;
  return (
    <div class={styles.everyone} title={words.everyoneHint}>
      <span>{words.everyone}</span>
      <span class={styles.population}>
        {population() === undefined ? DASH : formatNumber(population() ?? 0)}
      </span>
    </div>
  );
}
