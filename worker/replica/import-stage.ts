import type { ImportSummary } from '../../shared/import-api.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type {
  AttributeId,
  Channel,
  DataModel,
  TagId,
  TopicId,
  ValueType,
} from '../../shared/profile/data-model.ts';
import type { ConsentState, Keyspace } from '../../shared/profile/profile.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { Definition } from '../../shared/sync/decision.ts';
import type { ImportId, WorkspaceSettings } from '../../shared/sync/mutation.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { EventBatch } from '../columns/event-batch.ts';
import type { Population } from '../columns/population.ts';

/**
 * An import on its way: a private successor of the population that nobody sees before `commit`. It is
 * written through these methods only, which remember what each write replaces, so that the import can
 * be undone and history kept. One import is staged at a time, over all tabs.
 */
export interface ImportStage {
  readonly id: ImportId;
  /** When it began: the time of all that it sets. */
  readonly at: Instant;
  readonly settings: WorkspaceSettings;
  /** What was defined when it began, and what `define` added since. */
  readonly model: DataModel;
  /** To read from. Load the columns first, the ones that are written too: each write reads what it replaces. */
  readonly population: Population;

  /** An id for a definition or an event that has none. */
  newId(): string;
  /** An event type that is there is extended by properties it lacks, a topic by channels. */
  define(addition: Definition): void;

  /** Gives the ordinal. */
  createProfile(profile: { readonly source: string }): number;
  setKey(ordinal: number, keyspace: Keyspace, value: string): void;
  /** Whether the value is another than before. */
  setAttribute(
    ordinal: number,
    attribute: { readonly id: AttributeId; readonly type: ValueType },
    value: Value,
  ): boolean;
  /** Keeps a text that the attribute's type could not take (SEG-4); a value that was there stays. */
  keepAside(ordinal: number, attribute: AttributeId, text: string): boolean;
  addTag(ordinal: number, tag: TagId): boolean;
  /** `held`: a bulk import never turns a no into a yes (SYN-9). A weaker yes leaves a stronger one `unchanged`. */
  setConsent(
    ordinal: number,
    topic: TopicId,
    channel: Channel,
    state: ConsentState,
  ): 'changed' | 'unchanged' | 'held';
  /** Drop those that are there (`population.hasEvent`) before. */
  addEvents(batch: Omit<EventBatch, 'importNumber'>): void;

  /**
   * Makes all of it visible in one step: pages first, then one transaction that switches to them. An
   * error leaves everything as it was. The stage has ended either way.
   */
  commit(
    outcome: ImportOutcome,
    onProgress: (written: WriteProgress) => void,
  ): Promise<Result<ImportSummary, WorkerError>>;
  /** Ends it without a trace. */
  drop(): void;
}

export interface ImportOutcome {
  readonly summary: Omit<ImportSummary, 'id' | 'at' | 'state'>;
  /** CSV text of the rows that failed, as it will be downloaded; empty if none did. */
  readonly failedRows: string;
  /** Where its opt-ins and opt-outs come from, as the ledger shows it: the file, and the proof behind it. */
  readonly consentSource: string;
  readonly consentProof: string;
}

export interface WriteProgress {
  readonly pagesWritten: number;
  readonly bytesWritten: number;
}

/** Where an import begins: `replica.stageImport`. */
export type StageImport = () => Promise<Result<ImportStage, WorkerError | { readonly kind: 'busy' }>>;
