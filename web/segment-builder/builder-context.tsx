import { type Accessor, createContext, type JSX, useContext } from 'solid-js';
import { assert } from '../../shared/kernel/assert.ts';
import type { DataModel } from '../../shared/profile/data-model.ts';
import type { NodeId, SegmentId } from '../../shared/segment/definition.ts';
import type { Problem, ResolvedDates } from '../../shared/segment/resolved.ts';
import type { Evaluation, NodeCounts, SegmentRow, SubjectCounts } from '../../shared/worker-api.ts';
import type { BuilderActions } from './builder-actions.ts';
import type { DraftStore } from './draft-store.ts';
import type { DragState } from './drag.ts';

/** What every part of the builder reads and does. */
export interface Builder {
  readonly store: DraftStore;
  readonly actions: BuilderActions;
  readonly drag: DragState;
  readonly dataModel: Accessor<DataModel>;
  readonly subjectCounts: Accessor<SubjectCounts | undefined>;
  /** Segments that may be referred to: not deleted, not the one being edited. */
  readonly segments: Accessor<readonly SegmentRow[]>;
  readonly segmentTitle: (id: SegmentId) => string | undefined;
  readonly evaluation: Accessor<Evaluation | undefined>;
  readonly isStale: Accessor<boolean>;
  readonly counts: (node: NodeId) => NodeCounts | undefined;
  readonly lastCounts: (node: NodeId) => NodeCounts | undefined;
  readonly lastTotal: Accessor<number | null>;
  readonly problems: (node: NodeId) => readonly Problem[];
  readonly dates: (node: NodeId) => ResolvedDates | undefined;
  readonly newNodeId: () => NodeId;
  /** The group that the conditions panel adds to; the root unless one was chosen. */
  readonly target: Accessor<NodeId>;
  readonly setTarget: (group: NodeId) => void;
}

const Context = createContext<Builder>();

export function useBuilder(): Builder {
  const builder = useContext(Context);
  assert(builder, 'a part of the builder needs its BuilderProvider');
  return builder;
}

export function BuilderProvider(props: { readonly builder: Builder; readonly children: JSX.Element }) {
  return <Context.Provider value={props.builder}>{props.children}</Context.Provider>;
}
