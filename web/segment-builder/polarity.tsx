import CircleMinus from 'lucide-solid/icons/circle-minus';
import CirclePlus from 'lucide-solid/icons/circle-plus';
import { Show } from 'solid-js';
import type { SegmentNode } from '../../shared/segment/definition.ts';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';
import styles from './canvas.module.css';

const words = builderWords.canvas;

/** Include or exclude, and whether the node counts at all. */
export function Polarity(props: { readonly node: SegmentNode }) {
  const builder = useBuilder();
  return (
    <span class={styles.polarity}>
      <button
        type="button"
        class={styles.polarityButton}
        title={props.node.negated ? words.excludeHint : words.includeHint}
        onClick={() => builder.actions.negate(props.node.id, !props.node.negated)}
      >
        <Show when={props.node.negated} fallback={<CirclePlus size={14} aria-hidden="true" />}>
          <CircleMinus size={14} aria-hidden="true" />
        </Show>
        <span>{props.node.negated ? words.exclude : words.include}</span>
      </button>
      <Show when={props.node.muted}>
        <button
          type="button"
          class={styles.mutedMark}
          title={words.mutedHint}
          aria-label={`${words.muted}. ${words.unmute}`}
          onClick={() => builder.actions.mute(props.node.id, false)}
        >
          {words.muted}
        </button>
      </Show>
    </span>
  );
}
