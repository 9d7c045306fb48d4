import { type Accessor, createSignal, onCleanup } from 'solid-js';
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

export interface DragTarget {
  readonly node: NodeId;
  /** Of a row: its own place. Of a group: where a child would be added. */
  readonly spot: () => Spot;
  readonly kind: 'row' | 'group';
}

export interface DragState {
  readonly landing: Accessor<Landing | undefined>;
  readonly carried: Accessor<NodeId | undefined>;
  readonly isDragging: Accessor<boolean>;
}

// Dragging is one way of several, so its library comes after the screen is there.
const loaded = () => import('./drag-and-drop.ts');

/** Follows every drag of the builder and carries it out when it is let go. Keys and menus do the same (WCAG 2.5.7). */
export function createDrag(actions: () => BuilderActions): DragState {
  const [landing, setLanding] = createSignal<Landing>();
  const [cargo, setCargo] = createSignal<Cargo>();
  const drop = (spot: Spot | undefined) => {
    const carried = cargo();
    setLanding(undefined);
    setCargo(undefined);
    if (!carried || !spot) return;
    if (carried.kind === 'node') actions().move(carried.id, spot);
    else actions().add(carried.subject, spot);
  };
  attachLater(({ watchDrags }) => watchDrags({ onStart: setCargo, onOver: setLanding, onDrop: drop }));
  return {
    landing,
    carried: () => {
      const carried = cargo();
      return carried?.kind === 'node' ? carried.id : undefined;
    },
    isDragging: () => cargo() !== undefined,
  };
}

export function makeDraggable(element: HTMLElement, cargo: () => Cargo, handle?: HTMLElement): void {
  attachLater(({ attachDraggable }) => attachDraggable(element, cargo, handle));
}

export function makeTarget(element: HTMLElement, target: DragTarget): void {
  attachLater(({ attachTarget }) => attachTarget(element, target));
}

/** Attaches when the library is there, if its owner still is. */
function attachLater(attach: (library: Awaited<ReturnType<typeof loaded>>) => () => void): void {
  let isGone = false;
  let detach: (() => void) | undefined;
  void loaded().then((library) => {
    if (!isGone) detach = attach(library);
  });
  onCleanup(() => {
    isGone = true;
    detach?.();
  });
}
