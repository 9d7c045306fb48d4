import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Resolved, ResolvedSegment } from '../../shared/segment/resolved.ts';
import type { Population } from '../columns/population.ts';
import { giveWay } from '../import/give-way.ts';
import { BitmapPool } from './bitmap-pool.ts';
import { countInSteps, type SegmentCounts } from './count-nodes.ts';
import { Evaluation } from './evaluation.ts';
import { LeafCache } from './leaf-cache.ts';

export { columnsOf, columnsOfSegment } from './columns-of.ts';
export type { NodeCount, SegmentCounts } from './count-nodes.ts';
export { type FillCounts, fillCounts } from './fill-counts.ts';
export { columnsOfSubject, type ValueCount, type ValueCountsRequest, valueCounts } from './value-counts.ts';

/** Longer than this, counting gives way, so that what is newer is heard of soon. */
const LONGEST_STEP_MS = 8;

/**
 * Evaluates resolved conditions over a population, one bitmap per distinct condition, kept while the
 * columns it read are unchanged. Requires that `columnsOf` what it evaluates is loaded.
 */
export interface Engine {
  /** Members among the live profiles. The caller owns the bitmap. */
  evaluate(population: Population, meaning: Resolved): Bitmap;
  /** All counts of an open definition (SEG-28); incomplete and broken nodes get dashes. */
  countNodes(population: Population, segment: ResolvedSegment): SegmentCounts;
  /**
   * The same, giving way to other work every few milliseconds; `undefined` once `isStale` says so. A
   * population that changes meanwhile must make it stale.
   */
  countNodesUnlessStale(
    population: Population,
    segment: ResolvedSegment,
    isStale: () => boolean,
  ): Promise<SegmentCounts | undefined>;
}

export interface EngineOptions {
  /** Bytes of bitmaps to keep; 0 keeps none. */
  readonly cacheBytes: number;
  /** Milliseconds of a clock that only goes forward. Without it, counting gives way after every scan. */
  readonly ticks?: () => number;
}

export function createEngine({ cacheBytes, ticks }: EngineOptions): Engine {
  const kept = { cache: new LeafCache(cacheBytes), pool: new BitmapPool() };
  return {
    evaluate(population, meaning) {
      const evaluation = new Evaluation(population, kept);
      const members = evaluation.members(meaning);
      evaluation.end();
      return members;
    },
    countNodes(population, segment) {
      const evaluation = new Evaluation(population, kept);
      const steps = countInSteps(evaluation, segment);
      for (;;) {
        const step = steps.next();
        if (!step.done) continue;
        evaluation.end();
        return step.value;
      }
    },
    async countNodesUnlessStale(population, segment, isStale) {
      const { profileCount } = population;
      const evaluation = new Evaluation(population, kept);
      const steps = countInSteps(evaluation, segment);
      let since = ticks?.() ?? 0;
      try {
        for (;;) {
          if (isStale() || population.profileCount !== profileCount) return undefined;
          const step = steps.next();
          if (step.done) return step.value;
          if (ticks !== undefined && ticks() - since < LONGEST_STEP_MS) continue;
          await giveWay();
          since = ticks?.() ?? 0;
        }
      } finally {
        evaluation.end();
      }
    },
  };
}
