import type {
  FileInspection,
  ImportError,
  ImportPlan,
  ImportProgress,
  ImportSummary,
  InspectError,
  PickedFile,
} from './import-api.ts';
import type { Result } from './kernel/result.ts';
import type { Instant, TimeZone } from './kernel/time.ts';
import type {
  AttributeId,
  Channel,
  DataModel,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
} from './profile/data-model.ts';
import type { ConsentEntry, ConsentState, ProfileId } from './profile/profile.ts';
import type { Value } from './profile/value.ts';
import type { NodeId, SegmentDefinition, SegmentId } from './segment/definition.ts';
import type { Problem, ResolvedDates } from './segment/resolved.ts';
import type { ImportId, Mutation, ProfileKey, RevisionId, WorkspaceSettings } from './sync/mutation.ts';
import type { Refusal } from './sync/refusal.ts';

/** Failures that any call can meet. Every message to a person says what happened and what was kept. */
export type WorkerError =
  | { readonly kind: 'no-workspace' }
  /** Nothing was changed; the previous state stands (SYN-19). */
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'storage-failed'; readonly message: string }
  | { readonly kind: 'page-damaged'; readonly page: string };

// ---------------------------------------------------------------- workspace

export type WorkspaceState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'open';
      readonly settings: WorkspaceSettings;
      readonly origin: 'sample' | 'empty';
      /** Live profiles (SEG-28) and all events. */
      readonly profileCount: number;
      readonly eventCount: number;
      /** Journal entries no server has answered: all of them, as long as there is none. */
      readonly unsentCount: number;
    };

export interface CreateWorkspace {
  readonly from: 'sample' | 'empty';
  readonly settings: WorkspaceSettings;
}

// ------------------------------------------------------------------ changes

/** What moved. Screens re-ask what they show; every tab hears of every change within a second. */
export type Subject = 'workspace' | 'data-model' | 'profiles' | 'segments' | 'imports' | 'drafts';
export interface Change {
  readonly subjects: readonly Subject[];
  /** The profiles that changed, when few; absent means any may have. */
  readonly profiles?: readonly ProfileId[];
}

// ---------------------------------------------------------------- mutations

export interface MutationReceipt {
  readonly number: number;
  readonly at: Instant;
}

/** Nothing of the mutation was applied. */
export type MutationRefusal = WorkerError | Refusal;

// ----------------------------------------------------------------- segments

export type SegmentState = 'ready' | 'draft' | 'broken';

/** A segment as the list shows it. Counts come apart, by `countSegments`. */
export interface SegmentRow {
  readonly id: SegmentId;
  readonly title: string;
  readonly description: string;
  readonly definition: SegmentDefinition;
  readonly revision: RevisionId;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly archived: boolean;
  /** A smart segment, there from the start: an ordinary one that says so. */
  readonly smart: boolean;
  readonly deleted: boolean;
  readonly hasDraft: boolean;
  readonly usedBy: readonly SegmentId[];
}

export interface SegmentCount {
  readonly segment: SegmentId;
  readonly state: SegmentState;
  readonly problems: readonly Problem[];
  /** `null` is unknown, never 0 (SEG-26): then `lastGood` may show what was last known. */
  readonly members: number | null;
  readonly reach: Readonly<Record<Channel, number>> | null;
  readonly lastGood: { readonly members: number; readonly at: Instant } | null;
  readonly now: Instant;
}

export interface SegmentDraft {
  /** The segment it edits, or the id a new one will get. */
  readonly segment: SegmentId;
  readonly isNew: boolean;
  readonly title: string;
  readonly description: string;
  readonly definition: SegmentDefinition;
  /** The revision it was made from, to notice that another edit came first. */
  readonly basedOn: RevisionId | null;
  readonly changedAt: Instant;
}

// --------------------------------------------------------------- evaluation

export interface EvaluateRequest {
  /** Newest wins: a later request in the same lane ends this one as `superseded`. */
  readonly lane: string;
  readonly definition: SegmentDefinition;
  /** The segment being edited, so that a reference back to it is found as a cycle. */
  readonly segment?: SegmentId;
  /** Fixed once per evaluation (SEG-15); absent: the worker's clock. Keep it while editing. */
  readonly now?: Instant;
}

/** SEG-28. A dash is `null`. */
export interface NodeCounts {
  readonly alone: number | null;
  readonly soFar: number | null;
  /** Members if this were muted, minus members now; signed. */
  readonly without: number | null;
  /** For a negated operator on an attribute: how many of `alone` are there for want of a value (SEG-2). */
  readonly withoutValue: number | null;
}

export interface Evaluation {
  readonly now: Instant;
  readonly timeZone: TimeZone;
  readonly state: 'complete' | 'incomplete' | 'broken';
  readonly population: number;
  /** `null` while incomplete or broken. */
  readonly total: number | null;
  readonly reach: Readonly<Record<Channel, number>> | null;
  readonly nodes: Readonly<Record<NodeId, NodeCounts>>;
  /** Resolved dates by node (SEG-21), event conditions and property conditions included. */
  readonly dates: Readonly<Record<NodeId, ResolvedDates>>;
  readonly problems: readonly Problem[];
  readonly elapsedMs: number;
}
export type EvaluateError =
  | WorkerError
  | { readonly kind: 'superseded' }
  | {
      readonly kind: 'definition-refused';
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    };

// ----------------------------------------------------------------- profiles

/** A line of a profile list; texts are ready to show, empty where there is no value. */
export interface ProfileRow {
  readonly id: ProfileId;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly known: boolean;
  readonly eventCount: number;
  readonly lastEventAt: Instant | null;
}
export interface ProfilePage {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly ProfileRow[];
}

/** Which profiles to list: a search, or the members of the last evaluation in a lane, or of a segment. */
export type ProfileSet =
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'trash' }
  | { readonly kind: 'lane'; readonly lane: string }
  | { readonly kind: 'segment'; readonly segment: SegmentId };

export interface ProfileDetail extends ProfileRow {
  readonly source: string;
  readonly trashed: boolean;
  readonly keys: readonly ProfileKey[];
  readonly attributes: readonly { readonly attribute: AttributeId; readonly value: Value }[];
  /** Values that the declared type could not take, kept aside (SEG-4). */
  readonly keptAside: readonly { readonly attribute: AttributeId; readonly text: string }[];
  readonly tags: readonly TagId[];
  readonly suppressed: readonly Channel[];
  /** Current state and the ledger behind it, newest first. */
  readonly consents: readonly {
    readonly topic: TopicId;
    readonly channel: Channel;
    readonly state: ConsentState;
    readonly entries: readonly ConsentEntry[];
  }[];
  readonly segments: readonly SegmentId[];
}

export interface TimelineEvent {
  readonly id: string;
  readonly type: EventTypeId;
  readonly occurredAt: Instant;
  readonly properties: readonly { readonly property: PropertyId; readonly value: Value }[];
}
export interface TimelinePage {
  readonly total: number;
  /** Newest first. */
  readonly events: readonly TimelineEvent[];
}

// --------------------------------------------------------------- statistics

/** How much data stands behind each subject; for the conditions panel and the data model. */
export interface SubjectCounts {
  readonly attributes: Readonly<Record<AttributeId, number>>;
  readonly tags: Readonly<Record<TagId, number>>;
  readonly eventTypes: Readonly<Record<EventTypeId, { readonly profiles: number; readonly events: number }>>;
  readonly topics: Readonly<Record<TopicId, Readonly<Record<Channel, number>>>>;
}

export interface SuggestRequest {
  readonly subject:
    | { readonly kind: 'attribute'; readonly attribute: AttributeId }
    | {
        readonly kind: 'property';
        readonly property: PropertyId;
        readonly eventTypes: readonly EventTypeId[];
      }
    | { readonly kind: 'source' };
  readonly search: string;
  readonly limit: number;
}
/** Count is of profiles for attributes, of events for properties. */
export interface Suggestion {
  readonly value: string;
  readonly count: number;
}

// ------------------------------------------------------------------ storage

export interface StorageState {
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** `null` where the browser cannot tell. */
  readonly persisted: boolean | null;
  /** Bytes of columns held in memory. */
  readonly memoryBytes: number;
}

// ---------------------------------------------------------------------- api

/** All that the page may ask of the worker. Arguments and answers are plain data that survive structured clone. */
export interface WorkerApi {
  workspace(): Promise<Result<WorkspaceState, WorkerError>>;
  createWorkspace(request: CreateWorkspace): Promise<Result<WorkspaceState, WorkerError>>;
  /** Removes everything on this device. */
  removeWorkspace(): Promise<Result<null, WorkerError>>;
  dataModel(): Promise<Result<DataModel, WorkerError>>;
  subjectCounts(): Promise<Result<SubjectCounts, WorkerError>>;
  /** `listener` is a Comlink proxy; it is called after each change, own tab's included. */
  watch(listener: (change: Change) => void): Promise<void>;

  mutate(mutation: Mutation): Promise<Result<MutationReceipt, MutationRefusal>>;

  segments(): Promise<Result<readonly SegmentRow[], WorkerError>>;
  /** Counts of the given segments at one clock. Newest wins by lane. */
  countSegments(request: {
    readonly lane: string;
    readonly segments: readonly SegmentId[];
  }): Promise<Result<readonly SegmentCount[], WorkerError | { readonly kind: 'superseded' }>>;
  drafts(): Promise<Result<readonly SegmentDraft[], WorkerError>>;
  /** Kept on every edit, in this browser only. */
  saveDraft(draft: SegmentDraft): Promise<Result<null, WorkerError>>;
  discardDraft(segment: SegmentId): Promise<Result<null, WorkerError>>;

  evaluate(request: EvaluateRequest): Promise<Result<Evaluation, EvaluateError>>;
  profiles(request: {
    readonly set: ProfileSet;
    readonly offset: number;
    readonly limit: number;
  }): Promise<Result<ProfilePage, WorkerError | { readonly kind: 'unknown-set' }>>;
  profile(id: ProfileId): Promise<Result<ProfileDetail, WorkerError | { readonly kind: 'unknown-profile' }>>;
  timeline(request: {
    readonly profile: ProfileId;
    readonly offset: number;
    readonly limit: number;
  }): Promise<Result<TimelinePage, WorkerError | { readonly kind: 'unknown-profile' }>>;
  suggestValues(request: SuggestRequest): Promise<Result<readonly Suggestion[], WorkerError>>;

  inspectFile(
    file: PickedFile,
    changed?: Partial<Pick<ImportPlan, 'rows' | 'encoding' | 'delimiter' | 'quote' | 'hasHeader'>>,
  ): Promise<Result<FileInspection, InspectError>>;
  /** Visible in one step at its end; before that, cancel or a killed tab leaves nothing. */
  importFile(
    file: PickedFile,
    plan: ImportPlan,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Result<ImportSummary, ImportError>>;
  cancelImport(): Promise<void>;
  imports(): Promise<Result<readonly ImportSummary[], WorkerError>>;
  undoImport(id: ImportId): Promise<Result<ImportSummary, WorkerError | { readonly kind: 'unknown-import' }>>;
  /** CSV text of the rows that failed, with the reason; formulas escaped. */
  failedRows(id: ImportId): Promise<Result<string, WorkerError | { readonly kind: 'unknown-import' }>>;

  storage(): Promise<Result<StorageState, WorkerError>>;
}
