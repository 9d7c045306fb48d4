import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Instant } from '../../shared/kernel/time.ts';
import type { SegmentDefinition, SegmentId } from '../../shared/segment/definition.ts';
import type { EvaluateError, Evaluation } from '../../shared/worker-api.ts';
import { useApp } from '../data/app-context.tsx';
import { createQuery, type Query } from '../data/create-query.ts';
import { createRevision } from '../data/create-revision.ts';

export interface EvaluationLane {
  readonly lane: string;
  readonly evaluation: Query<Evaluation, Exclude<EvaluateError, { kind: 'superseded' }>>;
  /** Moves at each answer: what hangs on the lane's members asks again. */
  readonly answers: Accessor<number>;
}

/** Counts of a draft at every edit. The clock stands still while editing, and moves when the data does (SEG-15). */
export function createEvaluation(
  segment: SegmentId,
  definition: Accessor<SegmentDefinition>,
): EvaluationLane {
  const app = useApp();
  const lane = `builder ${segment}`;
  const revision = createRevision(['profiles', 'data-model', 'segments', 'imports', 'workspace']);
  const [answers, setAnswers] = createSignal(0);
  let clock: { readonly revision: number; readonly now: Instant } | undefined;
  const question = createMemo(() => ({ definition: definition(), revision: revision() }));
  const evaluation = createQuery(question, async (asked) => {
    const now = clock?.revision === asked.revision ? { now: clock.now } : {};
    const result = await app.worker.evaluate({ lane, definition: asked.definition, segment, ...now });
    if (result.ok) {
      clock = { revision: asked.revision, now: result.value.now };
      setAnswers((count) => count + 1);
    }
    return result;
  });
  return { lane, evaluation, answers };
}
