import type { Attribute, EventType, Property, Tag, Topic, ValueType } from '../profile/data-model.ts';
import type { ConsentState } from '../profile/profile.ts';
import type { Value } from '../profile/value.ts';
import type { Mutation, WorkspaceSettings } from './mutation.ts';
import type { SegmentRecord, SegmentRevision } from './segment-record.ts';

/** What a mutation comes to where it was decided. */
export interface Decision {
  /** As it is recorded: names trimmed, values in their stored form. */
  readonly mutation: Mutation;
  readonly replaced: Replaced;
  /** Declared types of the attributes it sets, in their order: a replay may come after a definition is gone. */
  readonly types?: readonly ValueType[];
  /** Rows beside the columns that change with it. */
  readonly rows: readonly RowChange[];
}

/** What stood there before: undo and time travel read it, and so does a replay after an import. */
export type Replaced =
  | { readonly kind: 'nothing' }
  /** `null` is no value. */
  | { readonly kind: 'value'; readonly value: Value | null }
  /** `null` is never asked. */
  | { readonly kind: 'consent'; readonly state: ConsentState | null }
  /** A tag, a suppression, being in the trash. */
  | { readonly kind: 'flag'; readonly was: boolean }
  | { readonly kind: 'segment'; readonly segment: SegmentRecord }
  | { readonly kind: 'definition'; readonly definition: Definition }
  | { readonly kind: 'settings'; readonly settings: WorkspaceSettings };

export type DefinitionKind = Definition['kind'];
/** One entry of the data model. */
export type Definition =
  | { readonly kind: 'attribute'; readonly definition: Attribute }
  | { readonly kind: 'property'; readonly definition: Property }
  | { readonly kind: 'event-type'; readonly definition: EventType }
  | { readonly kind: 'tag'; readonly definition: Tag }
  | { readonly kind: 'topic'; readonly definition: Topic };

export type RowChange =
  | { readonly kind: 'segment'; readonly segment: SegmentRecord }
  | { readonly kind: 'revision'; readonly revision: SegmentRevision }
  | { readonly kind: 'definition'; readonly definition: Definition }
  | { readonly kind: 'definition-removed'; readonly definition: Definition }
  | { readonly kind: 'settings'; readonly settings: WorkspaceSettings };
