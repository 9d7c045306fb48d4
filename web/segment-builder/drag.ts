import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';
import type { NodeId } from '../../shared/segment/definition.ts';
import type { BuilderActions, Spot } from './builder-actions.ts';
import type { Subject } from './new-node.ts';

/** What is in the air: a node of the canvas, or a new condition out of the panel. */
export type Cargo =
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'subject'; readonly subject: Subject };

/** Where it would land: a line above or below a row, or in a group. */
export interface Landing {
  readonly node: NodeId;
  readonly edge: 'top' | 'bottom' | 'inside';
}

export interface DragState {
  readonly landing: Accessor<Landing | undefined>;
  readonly carried: Accessor<NodeId | undefined>;
  readonly isDragging: Accessor<boolean>;
}

const CARGO = 'shoal cargo';
const TARGET = 'shoal target';

/** Follows every drag of the builder and carries it out when it is let go. Keys and menus do the same (WCAG 2.5.7). */
export function createDrag(actions: () => BuilderActions): DragState {
  const [landing, setLanding] = createSignal<Landing>();
  const [cargo, setCargo] = createSignal<Cargo>();
  onMount(() =>
    onCleanup(
      monitorForElements({
        canMonitor: ({ source }) => CARGO in source.data,
        onDragStart: ({ source }) => setCargo(source.data[CARGO] as Cargo),
        onDrag: ({ location }) => setLanding(landingOf(location.current.dropTargets[0]?.data)),
        onDropTargetChange: ({ location }) => setLanding(landingOf(location.current.dropTargets[0]?.data)),
        onDrop: ({ location }) => {
          const carried = cargo();
          const target = location.current.dropTargets[0]?.data;
          setLanding(undefined);
          setCargo(undefined);
          const spot = target && landingSpot(target);
          if (!carried || !spot) return;
          if (carried.kind === 'node') actions().move(carried.id, spot);
          else actions().add(carried.subject, spot);
        },
      }),
    ),
  );
  return {
    landing,
    carried: () => {
      const carried = cargo();
      return carried?.kind === 'node' ? carried.id : undefined;
    },
    isDragging: () => cargo() !== undefined,
  };
}

interface Target {
  readonly node: NodeId;
  /** Of a row: its own place. Of a group: where a child would be added. */
  readonly spot: () => Spot;
  readonly kind: 'row' | 'group';
}

export function makeDraggable(element: HTMLElement, cargo: () => Cargo, handle?: HTMLElement): void {
  const off = draggable({
    element,
    ...(handle ? { dragHandle: handle } : {}),
    getInitialData: () => ({ [CARGO]: cargo() }),
  });
  onCleanup(off);
}

export function makeTarget(element: HTMLElement, target: Target): void {
  const off = combine(
    dropTargetForElements({
      element,
      canDrop: ({ source }) => CARGO in source.data,
      getData: ({ input, element: over }) => {
        const data = { [TARGET]: target };
        return target.kind === 'row'
          ? attachClosestEdge(data, { input, element: over, allowedEdges: ['top', 'bottom'] })
          : data;
      },
    }),
  );
  onCleanup(off);
}

function landingOf(data: Record<string | symbol, unknown> | undefined): Landing | undefined {
  const target = data?.[TARGET] as Target | undefined;
  if (!data || !target) return undefined;
  if (target.kind === 'group') return { node: target.node, edge: 'inside' };
  return { node: target.node, edge: extractClosestEdge(data) === 'top' ? 'top' : 'bottom' };
}

function landingSpot(data: Record<string | symbol, unknown>): Spot | undefined {
  const target = data[TARGET] as Target | undefined;
  if (!target) return undefined;
  const { parent, index } = target.spot();
  const below = target.kind === 'row' && extractClosestEdge(data) !== 'top';
  return { parent, index: below ? index + 1 : index };
}
