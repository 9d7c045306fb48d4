import { Show } from 'solid-js';
import type { EventTypeId } from '../../shared/profile/data-model.ts';
import type { EventCondition, Measure, PropertyGroup } from '../../shared/segment/definition.ts';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';
import { MeasureEditor } from './measure-editor.tsx';
import { NameChoice } from './name-choice.tsx';
import { makeGroup } from './new-node.ts';
import { WhereEditor } from './where-editor.tsx';
import { WindowEditor } from './window-editor.tsx';

type Judged = Extract<Measure, { kind: 'first' | 'last' }>;

/** The sentence of an event: what was done, how often, when. */
export function EventEditor(props: { readonly node: EventCondition }) {
  const builder = useBuilder();
  const change = (after: (node: EventCondition) => EventCondition, burst?: string) =>
    builder.store.editNode(props.node.id, (node) => (node.kind === 'event' ? after(node) : node), burst);
  return (
    <>
      <span>{builderWords.body.did}</span>
      <NameChoice<EventTypeId>
        label={builderWords.subject.event}
        placeholder={builderWords.subject.chooseEvent}
        defined={builder.dataModel().eventTypes}
        chosen={props.node.eventTypes}
        count={(id) => builder.subjectCounts()?.eventTypes[id]?.profiles}
        joint="or"
        onChosen={(eventTypes) => change((node) => ({ ...node, eventTypes }))}
      />
      <MeasureEditor
        measure={props.node.measure}
        eventTypes={props.node.eventTypes}
        onMeasure={(measure, burst) =>
          change(({ measure: _, ...rest }) => (measure ? { ...rest, measure } : rest), burst)
        }
      />
      <WindowEditor
        canBeEver
        window={props.node.window}
        onWindow={(window, burst) =>
          change(({ window: _, ...rest }) => (window ? { ...rest, window } : rest), burst)
        }
      />
    </>
  );
}

/** Beneath the sentence: what one and the same event must satisfy (SEG-12), and what its first or last is judged by. */
export function EventDetails(props: { readonly node: EventCondition }) {
  const builder = useBuilder();
  const change = (after: (node: EventCondition) => EventCondition, burst?: string) =>
    builder.store.editNode(props.node.id, (node) => (node.kind === 'event' ? after(node) : node), burst);
  const emptyWhere = (): PropertyGroup => makeGroup(builder.newNodeId()) as PropertyGroup;
  const setWhere = (edit: (where: PropertyGroup) => PropertyGroup, burst?: string) =>
    change((node) => {
      const where = edit(node.where ?? emptyWhere());
      const { where: _, ...rest } = node;
      return where.children.length === 0 ? rest : { ...rest, where };
    }, burst);
  const judged = (): Judged | undefined => {
    const { measure } = props.node;
    return measure && 'where' in measure ? measure : undefined;
  };
  const setJudged = (edit: (where: PropertyGroup) => PropertyGroup, burst?: string) =>
    change((node) => {
      const { measure } = node;
      return measure && 'where' in measure
        ? { ...node, measure: { ...measure, where: edit(measure.where) } }
        : node;
    }, burst);
  return (
    <>
      <WhereEditor
        lead={builderWords.body.where}
        group={props.node.where}
        eventTypes={props.node.eventTypes}
        onEdit={setWhere}
      />
      <Show when={judged()}>
        {(measure) => (
          <WhereEditor
            lead={builderWords.body.isOne}
            group={measure().where}
            eventTypes={props.node.eventTypes}
            onEdit={setJudged}
          />
        )}
      </Show>
    </>
  );
}
