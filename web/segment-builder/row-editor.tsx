import { Match, Show, Switch } from 'solid-js';
import type { Group, SegmentNode } from '../../shared/segment/definition.ts';
import { builderWords } from '../words/en-builder.ts';
import { AttributeEditor } from './attribute-editor.tsx';
import { ConsentEditor } from './consent-editor.tsx';
import editors from './editors.module.css';
import { EventDetails, EventEditor } from './event-editor.tsx';
import { FactEditor } from './fact-editor.tsx';
import { SegmentEditor } from './segment-editor.tsx';
import { TagEditor } from './tag-editor.tsx';

type Row = Exclude<SegmentNode, Group>;

/** The sentence of a condition, by its kind. */
export function RowEditor(props: { readonly node: Row }) {
  const as = <Kind extends Row['kind']>(kind: Kind) =>
    props.node.kind === kind ? (props.node as Extract<Row, { kind: Kind }>) : undefined;
  return (
    <Switch fallback={<span class={editors.gone}>{builderWords.body.unknown}</span>}>
      <Match when={as('attribute')}>{(node) => <AttributeEditor node={node()} />}</Match>
      <Match when={as('tag')}>{(node) => <TagEditor node={node()} />}</Match>
      <Match when={as('consent')}>{(node) => <ConsentEditor node={node()} />}</Match>
      <Match when={as('event')}>{(node) => <EventEditor node={node()} />}</Match>
      <Match when={as('segment')}>{(node) => <SegmentEditor node={node()} />}</Match>
      <Match when={as('fact')}>{(node) => <FactEditor node={node()} />}</Match>
    </Switch>
  );
}

/** What stands beneath the sentence: the properties of an event. */
export function RowDetails(props: { readonly node: Row }) {
  return (
    <Show when={props.node.kind === 'event' && props.node}>{(node) => <EventDetails node={node()} />}</Show>
  );
}
