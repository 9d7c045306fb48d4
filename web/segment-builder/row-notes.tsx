import CalendarRange from 'lucide-solid/icons/calendar-range';
import CircleAlert from 'lucide-solid/icons/circle-alert';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import { For, Show } from 'solid-js';
import type { NodeId, SegmentNode } from '../../shared/segment/definition.ts';
import { useTimeZone } from '../data/workspace-context.tsx';
import { builderWords } from '../words/en-builder.ts';
import { formatNumber } from '../words/format-number.ts';
import { useBuilder } from './builder-context.tsx';
import { datesText } from './dates-text.ts';
import { isIncomplete, problemText } from './problem-text.ts';
import styles from './row-notes.module.css';

/** Beneath a row: the dates it stands for, and what is missing. */
export function NodeNotes(props: { readonly node: NodeId }) {
  const builder = useBuilder();
  const timeZone = useTimeZone();
  const dates = () => {
    const resolved = builder.dates(props.node);
    return resolved ? datesText(resolved, timeZone()) : '';
  };
  return (
    <>
      <Show when={dates()}>
        <p class={styles.note}>
          <CalendarRange size={13} aria-hidden="true" />
          {dates()}
        </p>
      </Show>
      <For each={builder.problems(props.node)}>
        {(problem) => (
          <p class={`${styles.note} ${isIncomplete(problem) ? styles.incomplete : styles.broken}`}>
            <Show when={isIncomplete(problem)} fallback={<CircleAlert size={13} aria-hidden="true" />}>
              <CircleDashed size={13} aria-hidden="true" />
            </Show>
            {problemText(problem, builder.segmentTitle)}
          </p>
        )}
      </For>
    </>
  );
}

/** SEG-2: how many are there only for want of a value, and one press to leave them out. */
export function WithoutValueNote(props: { readonly node: SegmentNode }) {
  const builder = useBuilder();
  const predicate = () => (props.node.kind === 'attribute' ? props.node.predicate : undefined);
  const without = () => builder.counts(props.node.id)?.withoutValue ?? 0;
  const isOnly = () => predicate()?.onlyWithValue === true;
  const isOffered = () =>
    without() > 0 && !isOnly() && predicate() !== undefined && predicate()?.test.kind !== 'has-value';
  const setOnly = (only: boolean) =>
    builder.store.editNode(props.node.id, (node) => {
      if (node.kind !== 'attribute' || !node.predicate) return node;
      const { onlyWithValue: _, ...rest } = node.predicate;
      if (!only) return { ...node, predicate: rest };
      // An excluded row and a negative operator are the same complement; the second can say "only with a value".
      const { negated, ...kept } = node;
      const turned = negated ? rest.negated !== true : rest.negated === true;
      return turned ? { ...kept, predicate: { test: rest.test, negated: true, onlyWithValue: true } } : node;
    });
  return (
    <Show
      when={isOffered()}
      fallback={
        <Show when={isOnly()}>
          <p class={styles.note}>
            {builderWords.notes.onlyWithOn}
            <button type="button" class={styles.choice} onClick={() => setOnly(false)}>
              {builderWords.notes.alsoWithoutAgain}
            </button>
          </p>
        </Show>
      }
    >
      <p class={styles.note}>
        {builderWords.notes.alsoWithout(formatNumber(without()))}
        <button type="button" class={styles.choice} onClick={() => setOnly(true)}>
          {builderWords.notes.onlyWith}
        </button>
      </p>
    </Show>
  );
}
