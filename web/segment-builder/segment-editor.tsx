import { A } from '@solidjs/router';
import SquareArrowOutUpRight from 'lucide-solid/icons/square-arrow-out-up-right';
import { Show } from 'solid-js';
import type { SegmentReference } from '../../shared/segment/definition.ts';
import { buttonClass } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';

export function SegmentEditor(props: { readonly node: SegmentReference }) {
  const builder = useBuilder();
  const options = () =>
    builder
      .segments()
      .filter(({ archived, id }) => !archived || id === props.node.segment)
      .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <span>{builderWords.body.inSegment}</span>
      <Combobox
        word
        label={builderWords.subject.segment}
        placeholder={
          props.node.segment === null ? builderWords.subject.chooseSegment : builderWords.subject.gone
        }
        options={options()}
        value={props.node.segment}
        onValue={(segment) =>
          builder.store.editNode(props.node.id, (node) =>
            node.kind === 'segment' ? { ...node, segment } : node,
          )
        }
      />
      <Show when={props.node.segment}>
        {(segment) => (
          <A
            href={`/segments/${segment()}`}
            class={buttonClass('quiet', { small: true, icon: true })}
            aria-label={builderWords.body.open}
            title={builderWords.body.open}
          >
            <SquareArrowOutUpRight size={14} />
          </A>
        )}
      </Show>
    </>
  );
}
