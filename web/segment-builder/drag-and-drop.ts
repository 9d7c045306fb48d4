import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import type { Spot } from './builder-actions.ts';
import type { Cargo, DragTarget, Landing } from './drag.ts';

type Payload = Record<string | symbol, unknown>;

export interface DragListener {
  readonly onStart: (cargo: Cargo) => void;
  readonly onOver: (landing: Landing | undefined) => void;
  readonly onDrop: (spot: Spot | undefined) => void;
}

const CARGO = 'shoal cargo';
const TARGET = 'shoal target';

export function watchDrags(listener: DragListener): () => void {
  return monitorForElements({
    canMonitor: ({ source }) => CARGO in source.data,
    onDragStart: ({ source }) => listener.onStart(source.data[CARGO] as Cargo),
    onDrag: ({ location }) => listener.onOver(landingOf(location.current.dropTargets[0]?.data)),
    onDropTargetChange: ({ location }) => listener.onOver(landingOf(location.current.dropTargets[0]?.data)),
    onDrop: ({ location }) => listener.onDrop(spotOf(location.current.dropTargets[0]?.data)),
  });
}

export function attachDraggable(element: HTMLElement, cargo: () => Cargo, handle?: HTMLElement): () => void {
  return draggable({
    element,
    ...(handle ? { dragHandle: handle } : {}),
    getInitialData: () => ({ [CARGO]: cargo() }),
  });
}

export function attachTarget(element: HTMLElement, target: DragTarget): () => void {
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => CARGO in source.data,
    getData: ({ input, element: over }) => {
      const data = { [TARGET]: target };
      return target.kind === 'row'
        ? attachClosestEdge(data, { input, element: over, allowedEdges: ['top', 'bottom'] })
        : data;
    },
  });
}

function landingOf(data: Payload | undefined): Landing | undefined {
  const target = data?.[TARGET] as DragTarget | undefined;
  if (!data || !target) return undefined;
  if (target.kind === 'group') return { node: target.node, edge: 'inside' };
  return { node: target.node, edge: extractClosestEdge(data) === 'top' ? 'top' : 'bottom' };
}

function spotOf(data: Payload | undefined): Spot | undefined {
  const target = data?.[TARGET] as DragTarget | undefined;
  if (!data || !target) return undefined;
  const { parent, index } = target.spot();
  const below = target.kind === 'row' && extractClosestEdge(data) !== 'top';
  return { parent, index: below ? index + 1 : index };
}
