import type { Instant, TimeZone } from './kernel/time.ts';
import type {
  AttributeId,
  Channel,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
  ValueType,
} from './profile/data-model.ts';
import type { Keyspace } from './profile/profile.ts';
import type { ImportId } from './sync/mutation.ts';
import type { WorkerError } from './worker-api.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** How one column is read. */
export interface ColumnReading {
  readonly type: ValueType;
  /** For numbers. */
  readonly decimal: 'point' | 'comma';
  /** For dates and timestamps. */
  readonly dateOrder: DateOrder;
  /** For lists. */
  readonly separator: string;
  /** Words that mean "no value", compared folded. The empty cell always does. */
  readonly noValueWords: readonly string[];
}

export type ColumnTarget =
  | { readonly kind: 'ignore' }
  | { readonly kind: 'key'; readonly keyspace: Keyspace }
  | {
      readonly kind: 'attribute';
      readonly attribute: AttributeId | { readonly key: string; readonly name: string };
    }
  /** The cell holds tags, joined by the reading's separator; each is added. */
  | { readonly kind: 'tags' }
  /** A yes/no cell that adds one tag. */
  | { readonly kind: 'tag'; readonly tag: TagId | { readonly name: string } }
  /** Yes and no, or a state in words. Where yes means opted out (`do_not_mail`), no means nothing. */
  | {
      readonly kind: 'consent';
      readonly topic: TopicId | { readonly name: string };
      readonly channel: Channel;
      readonly yesMeans?: 'opted-out';
    }
  | { readonly kind: 'event-id' }
  | { readonly kind: 'event-type' }
  | { readonly kind: 'event-time' }
  | {
      readonly kind: 'property';
      readonly property: PropertyId | { readonly key: string; readonly name: string };
    };

export interface ColumnPlan {
  readonly header: string;
  readonly target: ColumnTarget;
  readonly reading: ColumnReading;
}

export interface ImportPlan {
  readonly rows: 'profiles' | 'events';
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly quote: string;
  readonly hasHeader: boolean;
  readonly columns: readonly ColumnPlan[];
  /** For event rows without a type column: all rows are of this type. */
  readonly eventType?: EventTypeId | { readonly name: string };
  /** Zone of local times without offset; the workspace's unless changed. */
  readonly timeZone: TimeZone;
  /** The proof behind every opt-in of this file (SYN-9); empty refuses opt-ins. */
  readonly consentProof: string;
}

/** A `File` as the page hands it over. Shared code knows no DOM; the worker checks that it is a Blob. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** What was found in a file, why, and what must be asked. */
export interface FileInspection {
  readonly fileName: string;
  readonly bytes: number;
  readonly gzip: boolean;
  readonly plan: ImportPlan;
  /** First rows as text, header left out. */
  readonly preview: readonly (readonly string[])[];
  readonly columns: readonly {
    readonly header: string;
    readonly samples: readonly string[];
    readonly emptyCount: number;
    /** As the values alone would be read; the plan's reading also minds where the column goes. */
    readonly suggested?: ColumnReading;
    /** Why this type was suggested, in words. */
    readonly reason: string;
    /** Questions the data does not decide. */
    readonly asks: readonly ('date-order' | 'decimal')[];
    /** Words that may mean "no value", with how often they occur in the sample. */
    readonly noValueCandidates: readonly { readonly word: string; readonly count: number }[];
    /** Sample values that the suggested reading cannot convert. */
    readonly unreadable: readonly string[];
  }[];
  readonly sampledRows: number;
}
export type InspectError =
  | WorkerError
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-unreadable'; readonly message: string }
  | { readonly kind: 'not-a-table'; readonly message: string };

export interface ImportProgress {
  readonly phase: 'reading' | 'writing';
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
  readonly failedRows: number;
  readonly rowsPerSecond: number;
  /** `null` while unknown. */
  readonly secondsLeft: number | null;
}

export interface ImportSummary {
  readonly id: ImportId;
  readonly fileName: string;
  readonly at: Instant;
  readonly rows: 'profiles' | 'events';
  readonly rowCount: number;
  readonly createdProfiles: number;
  readonly changedProfiles: number;
  readonly unchangedRows: number;
  readonly addedEvents: number;
  readonly failedRows: number;
  readonly failuresByReason: readonly { readonly reason: string; readonly count: number }[];
  /** Attribute cells whose text the declared type could not take: kept aside on the profile (SEG-4). */
  readonly keptAside: readonly { readonly header: string; readonly count: number }[];
  /** Opt-ins that met a no, which a bulk import never turns into a yes (SYN-9): the no stands. */
  readonly heldOptIns?: number;
  readonly state: 'done' | 'undone';
}
export type ImportError =
  | WorkerError
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'plan-refused'; readonly message: string }
  | { readonly kind: 'file-unreadable'; readonly message: string }
  | { readonly kind: 'file-changed' };
