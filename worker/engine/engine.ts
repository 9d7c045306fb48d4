import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type {
  AttributeId,
  Channel,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
} from '../../shared/profile/data-model.ts';
import type { NodeId } from '../../shared/segment/definition.ts';
import type { Resolved, ResolvedSegment } from '../../shared/segment/resolved.ts';
import type { ColumnName } from '../columns/column-name.ts';
import type { LoadError } from '../columns/manifest.ts';
import type { Population } from '../columns/population.ts';

/**
 * Evaluates resolved conditions over a population, one bitmap per distinct condition, kept while the
 * columns it read are unchanged. Requires that `columnsOf` what it evaluates is loaded.
 */
export interface Engine {
  /** Members among the live profiles. The caller owns the bitmap. */
  evaluate(population: Population, meaning: Resolved): Bitmap;
  /** All counts of an open definition (SEG-28); incomplete and broken nodes get dashes. */
  countNodes(population: Population, segment: ResolvedSegment): SegmentCounts;
  /** The same, giving way to other work every few milliseconds; `undefined` once `isStale` says so. */
  countNodesUnlessStale(
    population: Population,
    segment: ResolvedSegment,
    isStale: () => boolean,
  ): Promise<SegmentCounts | undefined>;
}

export interface SegmentCounts {
  /** Live profiles. */
  readonly population: number;
  /** `null` while incomplete or broken. */
  readonly total: number | null;
  /** Present with `total`; for paging members and for reach. */
  readonly members: Bitmap | null;
  readonly nodes: ReadonlyMap<NodeId, NodeCount>;
}

export interface NodeCount {
  readonly alone: number | null;
  readonly soFar: number | null;
  /** Members if this were muted, minus members now. */
  readonly without: number | null;
  /** How many of `alone` are there for want of a value (SEG-2); `null` where that cannot be. */
  readonly withoutValue: number | null;
}

/** Bytes of bitmaps to keep; 0 keeps none. */
export declare function createEngine(options: { readonly cacheBytes: number }): Engine;

/** Columns to load before evaluating. */
export declare function columnsOf(population: Population, meaning: Resolved): ReadonlySet<ColumnName>;
/** Columns to load before counting the nodes of an open definition. */
export declare function columnsOfSegment(
  population: Population,
  segment: ResolvedSegment,
): ReadonlySet<ColumnName>;

/** Values with how many live profiles (of `within`) have them, most frequent first; for pickers. */
export declare function valueCounts(
  population: Population,
  request: ValueCountsRequest,
): readonly ValueCount[];
export interface ValueCountsRequest {
  readonly subject:
    | { readonly kind: 'attribute'; readonly attribute: AttributeId }
    /** Counts are of events. */
    | {
        readonly kind: 'property';
        readonly property: PropertyId;
        readonly eventTypes: readonly EventTypeId[];
      }
    | { readonly kind: 'source' };
  /** Compared folded, anywhere in the value; empty for all. */
  readonly search: string;
  readonly limit: number;
  readonly within?: Bitmap;
}
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}
/** Columns to load before `valueCounts`. */
export declare function columnsOfSubject(
  population: Population,
  subject: ValueCountsRequest['subject'],
): ReadonlySet<ColumnName>;

/** How many live profiles have each attribute, tag, event type and consent. Loads by itself what it must count. */
export declare function fillCounts(population: Population): Promise<Result<FillCounts, LoadError>>;
export interface FillCounts {
  readonly attributes: ReadonlyMap<AttributeId, number>;
  readonly tags: ReadonlyMap<TagId, number>;
  readonly eventTypes: ReadonlyMap<EventTypeId, { readonly profiles: number; readonly events: number }>;
  readonly topics: ReadonlyMap<TopicId, Readonly<Record<Channel, number>>>;
}
