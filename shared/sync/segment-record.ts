import type { Instant } from '../kernel/time.ts';
import type { SegmentDefinition, SegmentId } from '../segment/definition.ts';
import type { RevisionId } from './mutation.ts';

/** A segment as it is kept: name and description are registers, its definition a chain of revisions. */
export interface SegmentRecord {
  readonly id: SegmentId;
  readonly title: string;
  readonly description: string;
  /** Of the first head. */
  readonly definition: SegmentDefinition;
  /** Revisions that no other follows: the first is what evaluates; more than one are versions to choose from (SYN-10). */
  readonly heads: readonly RevisionId[];
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly archived: boolean;
  /** Made from the data at hand, not by a person. */
  readonly smart: boolean;
  readonly deleted: boolean;
}

/** Immutable (SYN-10). */
export interface SegmentRevision {
  readonly id: RevisionId;
  readonly segment: SegmentId;
  readonly parents: readonly RevisionId[];
  readonly definition: SegmentDefinition;
  readonly at: Instant;
}
