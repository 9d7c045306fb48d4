import GripVertical from 'lucide-solid/icons/grip-vertical';
import { createMemo, lazy, onMount, Suspense } from 'solid-js';
import type { Group, NodeId, SegmentNode } from '../../shared/segment/definition.ts';
import { nodeParts } from '../../shared/segment/sentence.ts';
import { sentenceText } from '../../shared/segment/sentence-part.ts';
import { builderWords } from '../words/en-builder.ts';
import { readerFormat } from '../words/sentence-format.ts';
import { useBuilder } from './builder-context.tsx';
import styles from './canvas.module.css';
import { CountsGutter } from './counts-gutter.tsx';
import { makeDraggable, makeTarget } from './drag.ts';
import editors from './editors.module.css';
import { loadRowEditor } from './load-row-editor.ts';
import { nodeIcon } from './node-icon.tsx';
import { NodeMenu } from './node-menu.tsx';
import { Polarity } from './polarity.tsx';
import { NodeNotes, WithoutValueNote } from './row-notes.tsx';

type Row = Exclude<SegmentNode, Group>;

// The editors come as a part of their own: the numbers of a long segment need not wait for them.
const RowEditor = lazy(async () => ({ default: (await loadRowEditor()).RowEditor }));
const RowDetails = lazy(async () => ({ default: (await loadRowEditor()).RowDetails }));

export interface ConditionRowProps {
  readonly node: Row;
  readonly parent: NodeId;
  readonly match: 'all' | 'any';
  readonly index: number;
}

/** One condition: a sentence of buttons and fields on the left, its numbers on the right. */
export function ConditionRow(props: ConditionRowProps) {
  const builder = useBuilder();
  let row: HTMLDivElement | undefined;
  let grip: HTMLSpanElement | undefined;
  onMount(() => {
    if (!row || !grip) return;
    makeDraggable(row, () => ({ kind: 'node', id: props.node.id }), grip);
    makeTarget(row, {
      kind: 'row',
      node: props.node.id,
      spot: () => ({ parent: props.parent, index: props.index }),
    });
  });
  const name = createMemo(() =>
    sentenceText(
      nodeParts(props.node, {
        dataModel: builder.dataModel(),
        segmentTitle: builder.segmentTitle,
        ...readerFormat,
      }),
    ),
  );
  const landing = () => {
    const at = builder.drag.landing();
    return at?.node === props.node.id ? at.edge : undefined;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would read its legend before every word of the sentence
    <div
      ref={row}
      role="group"
      aria-label={name()}
      data-node={props.node.id}
      class={styles.row}
      classList={{
        [styles.excluded ?? '']: props.node.negated ?? false,
        [styles.muted ?? '']: props.node.muted ?? false,
        [styles.carried ?? '']: builder.drag.carried() === props.node.id,
        [styles.lineAbove ?? '']: landing() === 'top',
        [styles.lineBelow ?? '']: landing() === 'bottom',
      }}
    >
      <div class={styles.body}>
        <span ref={grip} class={styles.grip} title={builderWords.canvas.drag} aria-hidden="true">
          <GripVertical size={15} />
        </span>
        <Polarity node={props.node} />
        <div class={styles.middle}>
          <div class={editors.words}>
            <span class={editors.quietIcon}>{nodeIcon(props.node, builder.dataModel())}</span>
            <Suspense fallback={<span>{name()}</span>}>
              <RowEditor node={props.node} />
            </Suspense>
          </div>
          <Suspense>
            <RowDetails node={props.node} />
          </Suspense>
          <NodeNotes node={props.node.id} />
          <WithoutValueNote node={props.node} />
        </div>
        <NodeMenu node={props.node} name={name()} />
      </div>
      <CountsGutter node={props.node.id} isMuted={props.node.muted ?? false} match={props.match} />
    </div>
  );
}
