import GripVertical from 'lucide-solid/icons/grip-vertical';
import Plus from 'lucide-solid/icons/plus';
import { For, onMount, Show } from 'solid-js';
import type { Group, NodeId, SegmentNode } from '../../shared/segment/definition.ts';
import { builderWords } from '../words/en-builder.ts';
import { formatCounted } from '../words/format-number.ts';
import { useBuilder } from './builder-context.tsx';
import styles from './canvas.module.css';
import { ConditionRow } from './condition-row.tsx';
import { CountsGutter } from './counts-gutter.tsx';
import { makeDraggable, makeTarget } from './drag.ts';
import { NodeMenu } from './node-menu.tsx';
import { Polarity } from './polarity.tsx';
import { NodeNotes } from './row-notes.tsx';

const words = builderWords.canvas;

export interface GroupCardProps {
  readonly node: Group;
  readonly parent: NodeId;
  readonly match: 'all' | 'any';
  readonly index: number;
}

/** A group within the canvas: a box with its own numbers, and its rows inside. */
export function GroupCard(props: GroupCardProps) {
  const builder = useBuilder();
  let card: HTMLDivElement | undefined;
  let head: HTMLDivElement | undefined;
  let grip: HTMLSpanElement | undefined;
  onMount(() => {
    if (!card || !head || !grip) return;
    makeDraggable(card, () => ({ kind: 'node', id: props.node.id }), grip);
    makeTarget(head, {
      kind: 'row',
      node: props.node.id,
      spot: () => ({ parent: props.parent, index: props.index }),
    });
  });
  const name = () => groupName(props.node);
  const landing = () => {
    const at = builder.drag.landing();
    return at?.node === props.node.id ? at.edge : undefined;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would read its legend before every word inside
    <div
      ref={card}
      role="group"
      aria-label={name()}
      data-node={props.node.id}
      class={styles.group}
      classList={{
        [styles.excluded ?? '']: props.node.negated ?? false,
        [styles.muted ?? '']: props.node.muted ?? false,
        [styles.carried ?? '']: builder.drag.carried() === props.node.id,
        [styles.lineAbove ?? '']: landing() === 'top',
        [styles.lineBelow ?? '']: landing() === 'bottom',
      }}
    >
      <div ref={head} class={styles.groupHead}>
        <div class={styles.body}>
          <span ref={grip} class={styles.grip} title={words.drag} aria-hidden="true">
            <GripVertical size={15} />
          </span>
          <Polarity node={props.node} />
          <div class={styles.middle}>
            <MatchButton node={props.node} />
            <NodeNotes node={props.node.id} />
          </div>
          <NodeMenu node={props.node} name={name()} />
        </div>
        <CountsGutter node={props.node.id} isMuted={props.node.muted ?? false} match={props.match} />
      </div>
      <Children group={props.node} />
    </div>
  );
}

/** "all of" or "any of", to be pressed. */
function MatchButton(props: { readonly node: Group }) {
  const builder = useBuilder();
  return (
    <button
      type="button"
      class={styles.match}
      title={props.node.match === 'all' ? words.flipToAny : words.flipToAll}
      onClick={() => builder.actions.flip(props.node.id)}
    >
      {props.node.match === 'all' ? words.allOf : words.anyOf}
    </button>
  );
}

/** The rows of a group with its one connector between all of them, and a place for more. */
export function Children(props: { readonly group: Group }) {
  const builder = useBuilder();
  let end: HTMLDivElement | undefined;
  onMount(() => {
    if (!end) return;
    makeTarget(end, {
      kind: 'group',
      node: props.group.id,
      spot: () => ({ parent: props.group.id, index: props.group.children.length }),
    });
  });
  const isLanding = () => {
    const at = builder.drag.landing();
    return at?.node === props.group.id && at.edge === 'inside';
  };
  const isRoot = () => props.group.id === builder.store.root.id;
  return (
    <div class={styles.children}>
      <For each={props.group.children}>
        {(child, index) => (
          <>
            <Show when={index() > 0}>
              <Connector group={props.group} />
            </Show>
            <Child node={child} group={props.group} index={index()} />
          </>
        )}
      </For>
      <div ref={end} class={styles.end} classList={{ [styles.landing ?? '']: isLanding() }}>
        <Show when={!isRoot()}>
          <button
            type="button"
            class={styles.addHere}
            aria-pressed={builder.target() === props.group.id}
            onClick={() => builder.setTarget(props.group.id)}
          >
            <Plus size={14} aria-hidden="true" />
            {words.addHere}
          </button>
        </Show>
        <Show when={builder.drag.isDragging()}>
          <span class={styles.dropHint}>{words.dropHere}</span>
        </Show>
      </div>
    </div>
  );
}

function Child(props: { readonly node: SegmentNode; readonly group: Group; readonly index: number }) {
  const group = () => (props.node.kind === 'group' ? props.node : undefined);
  const row = () => (props.node.kind === 'group' ? undefined : props.node);
  return (
    <Show
      when={group()}
      fallback={
        <Show when={row()}>
          {(node) => (
            <ConditionRow
              node={node()}
              parent={props.group.id}
              match={props.group.match}
              index={props.index}
            />
          )}
        </Show>
      }
    >
      {(node) => (
        <GroupCard node={node()} parent={props.group.id} match={props.group.match} index={props.index} />
      )}
    </Show>
  );
}

/** One connector a group, shown between all its rows: pressing any of them turns it for all. */
function Connector(props: { readonly group: Group }) {
  const builder = useBuilder();
  return (
    <div class={styles.connector}>
      <button
        type="button"
        class={styles.joint}
        title={props.group.match === 'all' ? words.flipToAny : words.flipToAll}
        onClick={() => builder.actions.flip(props.group.id)}
      >
        {props.group.match === 'all' ? words.and : words.or}
      </button>
    </div>
  );
}

export function groupName(group: Group): string {
  const match = group.match === 'all' ? words.allOf : words.anyOf;
  return words.groupLabel(
    match,
    formatCounted(group.children.length, words.conditionOne, words.conditionMany),
  );
}
