import {
  type Group,
  MAX_CONDITIONS,
  MAX_DEFINITION_BYTES,
  MAX_DEPTH,
  type NodeId,
  type SegmentNode,
} from '../../shared/segment/definition.ts';
import {
  duplicateNode,
  findGroup,
  findPlace,
  insertNode,
  moveNode,
  removeNode,
  setMatch,
  setMuted,
  setNegated,
  ungroup,
  wrapInGroup,
} from '../../shared/segment/edit-definition.ts';
import type { Toasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { builderWords } from '../words/en-builder.ts';
import { formatNumber } from '../words/format-number.ts';
import type { DraftStore } from './draft-store.ts';
import { focusNode, neighbourOf } from './focus-node.ts';
import { type Direction, stepMove } from './keyboard-move.ts';
import { loadRowEditor } from './load-row-editor.ts';
import { makeCondition, makeGroup, type Subject } from './new-node.ts';

export interface Spot {
  readonly parent: NodeId;
  readonly index: number;
}

export interface BuilderActions {
  readonly add: (subject: Subject, spot?: Spot) => void;
  readonly addGroup: (parent: NodeId) => void;
  readonly remove: (id: NodeId) => void;
  readonly duplicate: (id: NodeId) => void;
  readonly wrap: (id: NodeId) => void;
  readonly ungroup: (id: NodeId) => void;
  readonly move: (id: NodeId, spot: Spot) => void;
  readonly step: (id: NodeId, direction: Direction) => void;
  readonly mute: (id: NodeId, muted: boolean) => void;
  readonly negate: (id: NodeId, negated: boolean) => void;
  readonly flip: (group: NodeId) => void;
}

export interface ActionParts {
  readonly store: DraftStore;
  readonly toasts: Toasts;
  readonly newNodeId: () => NodeId;
  /** The group that new conditions go into when no place is said. */
  readonly target: () => NodeId;
  readonly announce: (text: string) => void;
}

export function createBuilderActions(parts: ActionParts): BuilderActions {
  const { store } = parts;
  const root = () => store.draft().definition.root;
  /** Limits are stated when they are met; nothing is ever cut off. */
  const apply = (change: (root: Group) => Group): boolean => {
    const after = change(root());
    const refusal = refusalOf(after);
    if (
      refusal !== undefined &&
      countConditions(after) + depthOf(after) >= countConditions(root()) + depthOf(root())
    ) {
      parts.toasts.show({ text: refusal });
      return false;
    }
    store.edit(() => after);
    return true;
  };
  const insert = (node: SegmentNode, spot: Spot | undefined) => {
    const group = findGroup(root(), spot?.parent ?? parts.target()) ?? root();
    if (apply((tree) => insertNode(tree, group.id, spot?.index ?? group.children.length, node)))
      focusNew(node.id);
  };
  return {
    add: (subject, spot) => insert(makeCondition(subject, parts.newNodeId()), spot),
    addGroup: (parent) => insert(makeGroup(parts.newNodeId()), { parent, index: Number.MAX_SAFE_INTEGER }),
    remove: (id) => {
      const place = findPlace(root(), id);
      if (!place) return;
      const next = neighbourOf(root(), id);
      store.edit((tree) => removeNode(tree, id));
      focusNode(next, 'actions');
      const text =
        place.node.kind === 'group' ? builderWords.canvas.removedGroup : builderWords.canvas.removed;
      const putBack = () => {
        const parent = findGroup(root(), place.parent) ? place.parent : root().id;
        if (!findPlace(root(), id)) store.edit((tree) => insertNode(tree, parent, place.index, place.node));
        focusNode(id, 'actions');
      };
      parts.toasts.show({ text, action: { label: words.common.undo, run: putBack } });
    },
    duplicate: (id) => {
      apply((tree) => duplicateNode(tree, id, parts.newNodeId));
      const place = findPlace(root(), id);
      const copy = place && findGroup(root(), place.parent)?.children[place.index + 1];
      if (copy) focusNode(copy.id, 'actions');
    },
    wrap: (id) => {
      if (apply((tree) => wrapInGroup(tree, id, parts.newNodeId()))) focusNode(id, 'actions');
    },
    ungroup: (id) => {
      const next = findGroup(root(), id)?.children[0]?.id ?? neighbourOf(root(), id);
      apply((tree) => ungroup(tree, id));
      focusNode(next, 'actions');
    },
    move: (id, spot) => {
      if (apply((tree) => moveNode(tree, id, spot.parent, spot.index))) announcePlace(parts, root(), id);
    },
    step: (id, direction) => {
      const before = root();
      const after = stepMove(before, id, direction);
      if (after === before || !apply(() => after)) return;
      focusNode(id, 'actions');
      announcePlace(parts, after, id);
    },
    mute: (id, muted) => store.edit((tree) => setMuted(tree, id, muted)),
    negate: (id, negated) => store.edit((tree) => setNegated(tree, id, negated)),
    flip: (group) => {
      const match = findGroup(root(), group)?.match === 'all' ? 'any' : 'all';
      store.edit((tree) => setMatch(tree, group, match));
    },
  };
}

/** The very first row may still wait for its editor. */
function focusNew(id: NodeId): void {
  void loadRowEditor().then(() => setTimeout(() => focusNode(id, 'writing')));
}

function announcePlace(parts: ActionParts, root: Group, id: NodeId): void {
  const place = findPlace(root, id);
  const group = place && findGroup(root, place.parent);
  if (!place || !group) return;
  const match = group.match === 'all' ? builderWords.canvas.allOf : builderWords.canvas.anyOf;
  parts.announce(
    builderWords.canvas.moved(formatNumber(place.index + 1), formatNumber(group.children.length), match),
  );
}

function refusalOf(root: Group): string | undefined {
  if (countConditions(root) > MAX_CONDITIONS) return builderWords.panel.full(formatNumber(MAX_CONDITIONS));
  if (depthOf(root) > MAX_DEPTH) return builderWords.canvas.tooDeep(formatNumber(MAX_DEPTH));
  const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, root })).length;
  return bytes > MAX_DEFINITION_BYTES ? builderWords.canvas.tooLarge : undefined;
}

export function countConditions(node: SegmentNode): number {
  return node.kind === 'group' ? node.children.reduce((sum, child) => sum + countConditions(child), 0) : 1;
}

function depthOf(node: SegmentNode): number {
  return node.kind === 'group' ? 1 + Math.max(0, ...node.children.map(depthOf)) : 0;
}
