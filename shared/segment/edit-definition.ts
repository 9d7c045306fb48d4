import type { Group, NodeId, PropertyGroup, PropertyNode, SegmentNode } from './definition.ts';

/** The root of a definition, or the `where` of an event condition: both are edited the same way. */
type AnyGroup = Group | PropertyGroup;
type AnyNode = SegmentNode | PropertyNode;
type ChildOf<G extends AnyGroup> = G['children'][number];

export interface Place<G extends AnyGroup> {
  readonly node: ChildOf<G>;
  readonly parent: NodeId;
  readonly index: number;
}

/** Where a node stands below `root`; `undefined` for the root itself and for ids that are not there. */
export function findPlace<G extends AnyGroup>(root: G, id: NodeId): Place<G> | undefined {
  const index = root.children.findIndex((child: AnyNode) => child.id === id);
  const node = root.children[index];
  if (node !== undefined) return { node, parent: root.id, index };
  for (const child of root.children) {
    const found = child.kind === 'group' ? findPlace(child as G, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The group with this id, the root included. */
export function findGroup<G extends AnyGroup>(root: G, id: NodeId): G | undefined {
  if (root.id === id) return root;
  const node = findPlace(root, id)?.node;
  return node?.kind === 'group' ? (node as G) : undefined;
}

/** Replaces the node with this id, the root included, by what `change` makes of it. */
export function replaceNode<G extends AnyGroup>(
  root: G,
  id: NodeId,
  change: (node: ChildOf<G> | G) => ChildOf<G> | G,
): G {
  if (root.id === id) return change(root) as G;
  return mapChildren(root, (child) => {
    if (child.id === id) return change(child) as ChildOf<G>;
    return child.kind === 'group' ? (replaceNode(child as G, id, change) as ChildOf<G>) : child;
  });
}

/** Inserts into the group `parent` before the child at `index`; past the end means last. */
export function insertNode<G extends AnyGroup>(root: G, parent: NodeId, index: number, node: ChildOf<G>): G {
  return replaceNode(root, parent, (group) => {
    if (group.kind !== 'group') return group;
    const children = [...group.children] as ChildOf<G>[];
    children.splice(index, 0, node);
    return { ...group, children } as G;
  });
}

/** Removes a node; the root stays. */
export function removeNode<G extends AnyGroup>(root: G, id: NodeId): G {
  const kept = root.children.filter((child: AnyNode) => child.id !== id) as ChildOf<G>[];
  return mapChildren({ ...root, children: kept } as G, (child) =>
    child.kind === 'group' ? (removeNode(child as G, id) as ChildOf<G>) : child,
  );
}

/**
 * Moves a node into the group `parent`, before the child that stands at `index` now. A move of the
 * root, to a place that is not there, or into itself changes nothing.
 */
export function moveNode<G extends AnyGroup>(root: G, id: NodeId, parent: NodeId, index: number): G {
  const place = findPlace(root, id);
  if (place === undefined || findGroup(root, parent) === undefined) return root;
  if (place.node.kind === 'group' && findGroup(place.node as G, parent) !== undefined) return root;
  // Taking the node out first shifts the later places of its own group by one.
  const shift = place.parent === parent && place.index < index ? 1 : 0;
  return insertNode(removeNode(root, id), parent, index - shift, place.node);
}

/** Puts a node in a new group of its own, at its place. */
export function wrapInGroup<G extends AnyGroup>(root: G, id: NodeId, group: NodeId): G {
  if (root.id === id) return root;
  return replaceNode(
    root,
    id,
    (node) => ({ kind: 'group', id: group, match: 'all', children: [node] }) as unknown as ChildOf<G>,
  );
}

/** Replaces a group by its children. A negated group is kept: lifting its children would change who is in. */
export function ungroup<G extends AnyGroup>(root: G, id: NodeId): G {
  const children = root.children.flatMap((child: AnyNode): AnyNode[] => {
    if (child.kind !== 'group') return [child];
    if (child.id === id && child.negated !== true) return [...child.children];
    return [ungroup(child, id)];
  });
  return { ...root, children } as AnyGroup as G;
}

/** Puts a copy with new ids right after a node. */
export function duplicateNode<G extends AnyGroup>(root: G, id: NodeId, newId: () => NodeId): G {
  const place = findPlace(root, id);
  if (place === undefined) return root;
  return insertNode(
    root,
    place.parent,
    place.index + 1,
    withNewIds(place.node as AnyNode, newId) as ChildOf<G>,
  );
}

/** The same node with new ids all the way down, the conditions on event properties included. */
export function withNewIds<N extends AnyNode>(node: N, newId: () => NodeId): N {
  const copy = { ...node, id: newId() } as AnyNode;
  if (copy.kind === 'group') {
    const children = (copy.children as readonly AnyNode[]).map((child) => withNewIds(child, newId));
    return { ...copy, children } as AnyNode as N;
  }
  if (copy.kind !== 'event') return copy as N;
  const { where, measure } = copy;
  return {
    ...copy,
    ...(where && { where: withNewIds(where, newId) }),
    ...(measure &&
      'where' in measure && { measure: { ...measure, where: withNewIds(measure.where, newId) } }),
  } as N;
}

export function setMuted<G extends AnyGroup>(root: G, id: NodeId, muted: boolean): G {
  return replaceNode(root, id, (node) => withMark(node, 'muted', muted));
}

export function setNegated<G extends AnyGroup>(root: G, id: NodeId, negated: boolean): G {
  return replaceNode(root, id, (node) => withMark(node, 'negated', negated));
}

export function setMatch<G extends AnyGroup>(root: G, id: NodeId, match: 'all' | 'any'): G {
  return replaceNode(root, id, (node) => (node.kind === 'group' ? ({ ...node, match } as G) : node));
}

/** A mark that is off is absent, so that equal definitions are equal as JSON. */
function withMark<N extends AnyNode>(node: N, mark: 'muted' | 'negated', on: boolean): N {
  const { [mark]: _, ...rest } = node;
  return (on ? { ...rest, [mark]: true } : rest) as N;
}

function mapChildren<G extends AnyGroup>(group: G, change: (child: ChildOf<G>) => ChildOf<G>): G {
  return { ...group, children: (group.children as readonly ChildOf<G>[]).map(change) } as G;
}
