import type { Group, NodeId } from '../../shared/segment/definition.ts';
import { findGroup, findPlace } from '../../shared/segment/edit-definition.ts';

/** Where the focus goes when a node is taken away: to its neighbour, else to the group around it. */
export function neighbourOf(root: Group, id: NodeId): NodeId {
  const place = findPlace(root, id);
  const siblings = place ? (findGroup(root, place.parent)?.children ?? []) : [];
  const index = place?.index ?? 0;
  return siblings[index + 1]?.id ?? siblings[index - 1]?.id ?? place?.parent ?? root.id;
}

/** Puts the focus on a node after it was drawn: where one goes on writing it, or on its actions. */
export function focusNode(id: NodeId, where: 'writing' | 'actions'): void {
  queueMicrotask(() => {
    const node = document.querySelector(`[data-node="${CSS.escape(id)}"]`);
    const wished =
      where === 'writing' ? ['[data-to-fill]', '[data-next]', '[data-actions]'] : ['[data-actions]'];
    const target = wished.map((selector) => node?.querySelector<HTMLElement>(selector)).find(Boolean);
    target?.focus();
    node?.scrollIntoView({ block: 'nearest' });
  });
}
