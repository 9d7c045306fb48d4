import Plus from 'lucide-solid/icons/plus';
import Trash2 from 'lucide-solid/icons/trash';
import { For, Match, Show, Switch } from 'solid-js';
import type { EventTypeId } from '../../shared/profile/data-model.ts';
import type {
  NodeId,
  PropertyCondition,
  PropertyGroup,
  PropertyNode,
} from '../../shared/segment/definition.ts';
import {
  insertNode,
  removeNode,
  replaceNode,
  setMatch,
  setNegated,
} from '../../shared/segment/edit-definition.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';
import styles from './editors.module.css';
import { focusNode } from './focus-node.ts';
import { PropertyEditor } from './property-editor.tsx';
import { NodeNotes } from './row-notes.tsx';

type EditGroup = (change: (group: PropertyGroup) => PropertyGroup, burst?: string) => void;

export interface WhereEditorProps {
  /** The word before the first part. */
  readonly lead: string;
  readonly group: PropertyGroup | undefined;
  readonly eventTypes: readonly EventTypeId[];
  readonly onEdit: EditGroup;
}

const words = builderWords.body;

/** What one event must satisfy: parts joined by and / or, nested where wished. */
export function WhereEditor(props: WhereEditorProps) {
  const builder = useBuilder();
  const addPart = () => {
    const part: PropertyCondition = { kind: 'property', id: builder.newNodeId(), property: null };
    props.onEdit((group) => insertNode(group, group.id, group.children.length, part));
    focusNode(part.id, 'writing');
  };
  return (
    <Show
      when={props.group && props.group.children.length > 0 && props.group}
      fallback={
        <button type="button" class={styles.add} onClick={addPart}>
          <Plus size={13} aria-hidden="true" />
          {props.lead}
        </button>
      }
    >
      {(group) => (
        <div class={styles.where}>
          <Parts {...props} group={group()} root={group()} />
        </div>
      )}
    </Show>
  );
}

interface PartsProps extends Omit<WhereEditorProps, 'group'> {
  readonly group: PropertyGroup;
  readonly root: PropertyGroup;
}

function Parts(props: PartsProps) {
  const builder = useBuilder();
  const flip = () =>
    props.onEdit((root) => setMatch(root, props.group.id, props.group.match === 'all' ? 'any' : 'all'));
  const add = (part: PropertyNode) => {
    props.onEdit((root) => insertNode(root, props.group.id, Number.MAX_SAFE_INTEGER, part));
    focusNode(part.id, 'writing');
  };
  /** A group that would be left empty goes with its last part. */
  const remove = (part: NodeId) =>
    props.onEdit((root) =>
      removeNode(
        root,
        props.group.children.length === 1 && props.group.id !== root.id ? props.group.id : part,
      ),
    );
  const newPart = (): PropertyCondition => ({ kind: 'property', id: builder.newNodeId(), property: null });
  return (
    <>
      <For each={props.group.children}>
        {(part, index) => (
          <div class={styles.whereLine} data-node={part.id}>
            <Show when={index() > 0} fallback={<span class={styles.joint}>{props.lead}</span>}>
              <button
                type="button"
                class={styles.joint}
                title={
                  props.group.match === 'all' ? builderWords.canvas.flipToAny : builderWords.canvas.flipToAll
                }
                onClick={flip}
              >
                {props.group.match === 'all' ? words.and : words.or}
              </button>
            </Show>
            <Part {...props} part={part} />
            <IconButton small label={words.removeWhere} onClick={() => remove(part.id)}>
              <Trash2 size={14} />
            </IconButton>
          </div>
        )}
      </For>
      <div class={styles.more}>
        <button type="button" class={styles.add} onClick={() => add(newPart())}>
          <Plus size={13} aria-hidden="true" />
          {props.group.match === 'all' ? words.addWhereMore : `${words.or}…`}
        </button>
        <button
          type="button"
          class={styles.add}
          onClick={() =>
            add({ kind: 'group', id: builder.newNodeId(), match: 'any', children: [newPart(), newPart()] })
          }
        >
          <Plus size={13} aria-hidden="true" />
          {words.addWhereGroup}
        </button>
      </div>
    </>
  );
}

function Part(props: PartsProps & { readonly part: PropertyNode }) {
  const turn = (id: NodeId, negated: boolean) => props.onEdit((root) => setNegated(root, id, negated));
  const not = () => (
    <Show when={props.part.negated}>
      <button
        type="button"
        class={styles.not}
        title={words.negateWhere}
        onClick={() => turn(props.part.id, false)}
      >
        {words.not}
      </button>
    </Show>
  );
  return (
    <Switch>
      <Match when={props.part.kind === 'property' && props.part}>
        {(property) => (
          <div class={styles.words}>
            {not()}
            <PropertyEditor
              node={property()}
              eventTypes={props.eventTypes}
              onNode={(change, burst) =>
                props.onEdit(
                  (root) =>
                    replaceNode(root, property().id, (node) =>
                      node.kind === 'property' ? change(node) : node,
                    ) as PropertyGroup,
                  burst === undefined ? undefined : `${property().id} ${burst}`,
                )
              }
            />
            <NodeNotes node={property().id} />
          </div>
        )}
      </Match>
      <Match when={props.part.kind === 'group' && props.part}>
        {(group) => (
          <div class={styles.whereGroup}>
            {not()}
            <Show when={!group().negated}>
              <button type="button" class={styles.add} onClick={() => turn(group().id, true)}>
                {words.turnWhere}
              </button>
            </Show>
            <Parts {...props} lead="" group={group()} />
            <NodeNotes node={group().id} />
          </div>
        )}
      </Match>
      <Match when={props.part.kind === 'unknown'}>
        <span class={styles.gone}>{words.unknown}</span>
      </Match>
    </Switch>
  );
}
