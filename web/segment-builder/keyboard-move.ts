import type { Group, NodeId } from '../../shared/segment/definition.ts';
import { findGroup, findPlace, moveNode } from '../../shared/segment/edit-definition.ts';

export type Direction = 'up' | 'down' | 'into' | 'out';

/** What dragging does, by steps: past a neighbour, into a neighbouring group, out of the own one. */
export function stepMove(root: Group, id: NodeId, direction: Direction): Group {
  const place = findPlace(root, id);
  const parent = place && findGroup(root, place.parent);
  if (!place || !parent) return root;
  const { index } = place;
  switch (direction) {
    case 'up':
      return index > 0 ? moveNode(root, id, parent.id, index - 1) : leave(root, id, parent.id, 0);
    case 'down':
      return index < parent.children.length - 1
        ? moveNode(root, id, parent.id, index + 2)
        : leave(root, id, parent.id, 1);
    case 'into': {
      const before = parent.children[index - 1];
      if (before?.kind === 'group') return moveNode(root, id, before.id, before.children.length);
      const after = parent.children[index + 1];
      return after?.kind === 'group' ? moveNode(root, id, after.id, 0) : root;
    }
    default:
      return leave(root, id, parent.id, 1);
  }
}

/** To before (0) or after (1) the group it is in; the root cannot be left. */
function leave(root: Group, id: NodeId, parent: NodeId, after: 0 | 1): Group {
  const outer = findPlace(root, parent);
  return outer ? moveNode(root, id, outer.parent, outer.index + after) : root;
}

export function canMove(root: Group, id: NodeId, direction: Direction): boolean {
  return stepMove(root, id, direction) !== root;
}
