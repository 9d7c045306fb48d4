import { createMemo, createSignal } from 'solid-js';
import type { DataModel } from '../../shared/profile/data-model.ts';
import type { NodeId, SegmentId } from '../../shared/segment/definition.ts';
import { findGroup } from '../../shared/segment/edit-definition.ts';
import type { Problem } from '../../shared/segment/resolved.ts';
import type { SegmentRow } from '../../shared/worker-api.ts';
import { useApp } from '../data/app-context.tsx';
import { createSubjectCounts } from '../data/create-data-model.ts';
import { useToasts } from '../ui/toast.tsx';
import { createBuilderActions } from './builder-actions.ts';
import type { Builder } from './builder-context.tsx';
import { createEvaluation, type EvaluationLane } from './create-evaluation.ts';
import type { DraftStore } from './draft-store.ts';
import { createDrag } from './drag.ts';
import { type KnownCounts, NO_COUNTS, rememberCounts } from './known-counts.ts';

export interface BuilderRequest {
  readonly store: DraftStore;
  readonly dataModel: () => DataModel;
  readonly segments: () => readonly SegmentRow[];
  readonly announce: (text: string) => void;
}

/** Ties draft, counts, actions and drag of one open builder together. */
export function createBuilder(request: BuilderRequest): {
  readonly builder: Builder;
  readonly lane: EvaluationLane;
} {
  const app = useApp();
  const { store } = request;
  const { segment } = store.draft();
  const definition = createMemo(() => store.draft().definition);
  const lane = createEvaluation(segment, definition);
  const evaluation = lane.evaluation.value;
  const known = createMemo<KnownCounts>((before) => {
    const answer = evaluation();
    return answer ? rememberCounts(before, answer) : before;
  }, NO_COUNTS);
  const problemsByNode = createMemo(() => {
    const byNode = new Map<NodeId, readonly Problem[]>();
    for (const problem of evaluation()?.problems ?? [])
      byNode.set(problem.node, [...(byNode.get(problem.node) ?? []), problem]);
    return byNode;
  });
  const [chosenTarget, setTarget] = createSignal<NodeId>();
  const target = (): NodeId => {
    const chosen = chosenTarget();
    const { root } = store.draft().definition;
    return chosen !== undefined && findGroup(root, chosen) ? chosen : root.id;
  };
  const newNodeId = () => app.newId() as NodeId;
  const actions = createBuilderActions({
    store,
    toasts: useToasts(),
    newNodeId,
    target,
    announce: request.announce,
  });
  const none: readonly Problem[] = [];
  const builder: Builder = {
    store,
    actions,
    drag: createDrag(() => actions),
    dataModel: request.dataModel,
    subjectCounts: createSubjectCounts().value,
    segments: () => request.segments().filter((row) => !row.deleted && row.id !== segment),
    segmentTitle: (id: SegmentId) => request.segments().find((row) => row.id === id && !row.deleted)?.title,
    evaluation,
    isStale: lane.evaluation.isStale,
    counts: (node) => known().now[node],
    lastCounts: (node) => known().last[node],
    lastTotal: () => known().lastTotal,
    problems: (node) => problemsByNode().get(node) ?? none,
    dates: (node) => evaluation()?.dates[node],
    newNodeId,
    target,
    setTarget,
  };
  return { builder, lane };
}
