import type { ImportSummary } from '../../shared/import-api.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { AttributeId, TagId, ValueType } from '../../shared/profile/data-model.ts';
import type { Keyspace, ProfileId } from '../../shared/profile/profile.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { Definition, Replaced } from '../../shared/sync/decision.ts';
import type { RecordedMutation, WorkspaceSettings } from '../../shared/sync/mutation.ts';
import type { PageReference, PopulationManifest } from '../columns/manifest.ts';

/** Where the workspace stands. Each writing transaction compares it first: no tab writes over what it has not seen. */
export interface Head {
  /** Another one after all was removed and begun anew. */
  readonly workspace: string;
  /** The last number of the journal. */
  readonly lastNumber: number;
  /** Counts the steps that no journal entry describes: an import, its undoing. */
  readonly generation: number;
}

export interface WorkspaceRow {
  readonly settings: WorkspaceSettings;
  readonly origin: 'sample' | 'empty';
  readonly createdAt: Instant;
  /** Consents that were there from the start, with their time and source. */
  readonly ledger?: PageReference;
}

/** The columns as they are stored: journal entries up to `foldedUpTo` are in them. */
export interface PopulationRow {
  readonly manifest: PopulationManifest;
  readonly foldedUpTo: number;
  /** Profiles that turned out to be another when an import brought the same key (SYN-3). */
  readonly aliases: readonly (readonly [alias: ProfileId, profile: ProfileId])[];
}

/** The single rows of the table `meta`, by name. */
export interface MetaRows {
  readonly head: Head;
  readonly workspace: WorkspaceRow;
  readonly population: PopulationRow;
}

/** A mutation as it was recorded, what it replaced, and whom it is about, for a profile's history. */
export interface JournalRow extends RecordedMutation {
  readonly replaced: Replaced;
  readonly types?: readonly ValueType[];
  readonly profile?: ProfileId;
}

export interface DefinitionRow {
  readonly kind: Definition['kind'];
  readonly id: string;
  /** Keeps the order in which definitions were made. */
  readonly position: number;
  readonly definition: Definition;
}

export interface ImportRow {
  readonly id: ImportSummary['id'];
  /** 1, 2, 3…; events carry it, so that they can be taken back. */
  readonly importNumber: number;
  readonly summary: ImportSummary;
  /** The last journal entry it had seen; later ones are later than it. */
  readonly afterNumber: number;
  /** Ordinals of the profiles it created. */
  readonly created: { readonly first: number; readonly count: number };
  /** Which profiles it wrote to, or brought events for. */
  readonly touched: PageReference;
  /** What its values, tags and keys replaced on profiles that were there before. */
  readonly replaced: readonly ReplacedCells[];
  /** The consents it brought, and what they replaced. */
  readonly ledger?: PageReference;
  /** CSV text; absent if every row was taken. */
  readonly failedRows?: PageReference;
}

/** What an import replaced in one column. */
export interface ReplacedCells {
  readonly of: CellColumn;
  readonly page: PageReference;
}

export type CellColumn =
  | { readonly kind: 'attribute'; readonly attribute: AttributeId; readonly type: ValueType }
  | { readonly kind: 'tag'; readonly tag: TagId }
  | { readonly kind: 'key'; readonly keyspace: Keyspace };

/** The last good count of a segment, for when there is none (SEG-22). */
export interface CountRow {
  readonly segment: SegmentId;
  readonly members: number;
  readonly at: Instant;
}
