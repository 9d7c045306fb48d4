import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { SegmentCount } from '../../shared/worker-api.ts';
import { useApp } from '../data/app-context.tsx';
import { createRevision } from '../data/create-revision.ts';

export interface SegmentCounts {
  readonly of: (id: SegmentId) => SegmentCount | undefined;
  /** The number belongs to older data, or to an older definition. */
  readonly isStale: (id: SegmentId) => boolean;
}

const LANE = 'segments list';
const BATCH = 6;

/** Counts of all segments of a list: a few at a time, so that the first are there at once. Older ones stay until then. */
export function createCounts(ids: Accessor<readonly SegmentId[]>): SegmentCounts {
  const app = useApp();
  const revision = createRevision(['profiles', 'segments', 'data-model', 'imports', 'workspace']);
  const [counts, setCounts] = createSignal<ReadonlyMap<SegmentId, SegmentCount>>(new Map());
  const [fresh, setFresh] = createSignal<ReadonlySet<SegmentId>>(new Set());
  let generation = 0;
  const countAll = async (wanted: readonly SegmentId[]) => {
    generation += 1;
    const mine = generation;
    setFresh(new Set<SegmentId>());
    for (let at = 0; at < wanted.length; at += BATCH) {
      const segments = wanted.slice(at, at + BATCH);
      const result = await app.worker.countSegments({ lane: LANE, segments });
      if (mine !== generation) return;
      if (!result.ok) continue;
      setCounts(
        (known) => new Map([...known, ...result.value.map((count) => [count.segment, count] as const)]),
      );
      setFresh((known) => new Set([...known, ...segments]));
    }
  };
  createEffect(on([ids, revision], ([wanted]) => void countAll(wanted)));
  onCleanup(() => {
    generation += 1;
  });
  return { of: (id) => counts().get(id), isStale: (id) => !fresh().has(id) };
}
