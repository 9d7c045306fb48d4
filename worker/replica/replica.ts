import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { Change, MutationReceipt, MutationRefusal, WorkerError } from '../../shared/worker-api.ts';
import { CoreDatabase, type IndexedDb } from '../storage/core-database.ts';
import type { Head, PopulationRow } from '../storage/core-rows.ts';
import { PageDatabase } from '../storage/page-database.ts';
import { readHead, readNews } from '../storage/read-core.ts';
import { clearCore } from '../storage/write-core.ts';
import { changeOf, EVERYTHING } from './change-of.ts';
import { applyEntries, loadWorkspace } from './load-workspace.ts';
import { tryMutation } from './mutate.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { type OpenWorkspace, smallState } from './open-workspace.ts';
import { type Locks, type TabChannel, Tabs } from './tabs.ts';

export interface ReplicaDeps {
  /** Of the databases, locks and channel. */
  readonly name: string;
  readonly browser: IndexedDb;
  readonly locks: Locks;
  readonly channel: TabChannel;
  readonly now: () => Instant;
  /** UUIDv7 text. */
  readonly newId: () => string;
}

/** How old the last look at the head may be before an answer is given without another one. */
const LOOK_AGAIN_MS = 1_000;
/** Two tabs that write at once take turns; more turns than this mean that something else is wrong. */
const MAX_TURNS = 50;

/**
 * The workspace on this device, as one tab sees it: columns and small tables in memory, backed by the
 * two databases. All that changes it goes through here, one at a time within the tab; between tabs the
 * head decides who was first.
 */
export class Replica {
  readonly deps: ReplicaDeps;
  readonly core: CoreDatabase;
  readonly pages: PageDatabase;
  readonly tabs: Tabs;
  readonly #turns = new OneAtATime();
  readonly #pageWork = new OneAtATime();
  readonly #listeners = new Set<(change: Change) => void>();
  #open: OpenWorkspace | undefined;
  #opening: Promise<Result<null, WorkerError>> | undefined;
  #lookedAt: Instant = Number.NEGATIVE_INFINITY;
  #version = 0;
  #storedCount = 0;
  #editedAt: Instant = Number.NEGATIVE_INFINITY;

  constructor(deps: ReplicaDeps) {
    this.deps = deps;
    this.core = new CoreDatabase(deps.name, deps.browser);
    this.pages = new PageDatabase(deps.name, deps.browser);
    this.tabs = new Tabs(deps.name, deps);
    this.tabs.listen((message) => {
      if (message.kind === 'changed') this.#notify({ subjects: message.subjects });
      else void this.look();
    });
  }

  /** Moves with every change of what is open: what was computed at another version may be stale. */
  get version(): number {
    return this.#version;
  }

  /** When this tab last changed something. */
  get editedAt(): Instant {
    return this.#editedAt;
  }

  /** How often pages took the place of others, which are waste since. */
  get storedCount(): number {
    return this.#storedCount;
  }

  /** The workspace as it stands, changes of other tabs included up to a second ago. */
  async open(): Promise<Result<OpenWorkspace, WorkerError>> {
    const started = await this.#start();
    if (!started.ok) return started;
    const now = this.deps.now();
    if (now - this.#lookedAt >= LOOK_AGAIN_MS || now < this.#lookedAt) {
      const looked = await this.look();
      if (!looked.ok) return looked;
    }
    return this.#open === undefined ? err({ kind: 'no-workspace' }) : ok(this.#open);
  }

  /** Takes in what other tabs did, if anything. */
  look(): Promise<Result<null, WorkerError>> {
    return this.inTurn(() => this.catchUp());
  }

  /** Does `work` while nothing else in this tab changes the workspace; for all that writes. */
  inTurn<Value, Failure>(
    work: (open: OpenWorkspace | undefined) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure | WorkerError>> {
    return this.#turns.run(async () => {
      const started = await this.#start();
      return started.ok ? work(this.#open) : started;
    });
  }

  watch(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Does `work` while nobody in this tab writes or sweeps pages; it may take turns within. */
  aroundPages<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.#pageWork.run(work);
  }

  /** The open workspace, without another look at what other tabs did. Inside a turn it is what is. */
  get current(): OpenWorkspace | undefined {
    return this.#open;
  }

  /** Applies a mutation here at once, in one transaction or not at all. */
  mutate(mutation: Mutation): Promise<Result<MutationReceipt, MutationRefusal>> {
    return this.inTurn(async () => {
      for (let turn = 0; turn < MAX_TURNS; turn += 1) {
        const open = this.#open;
        if (open === undefined) return err({ kind: 'no-workspace' });
        const tried = await tryMutation(this, open, mutation);
        if (tried.kind === 'failed') return err(tried.error);
        if (tried.kind === 'done') {
          this.became(tried.open, changeOf([tried.entry]));
          return ok({ number: tried.entry.number, at: tried.entry.at });
        }
        const caughtUp = await this.catchUp();
        if (!caughtUp.ok) return caughtUp;
      }
      return err({ kind: 'storage-failed', message: 'Other tabs kept writing first.' });
    });
  }

  /** Inside a turn: what this tab just stored is now what is open; all are told. */
  became(open: OpenWorkspace | undefined, change: Change): void {
    if (open?.population !== this.#open?.population) this.#storedCount += 1;
    this.#editedAt = this.deps.now();
    this.#open = open;
    this.#version += 1;
    this.tabs.tell({ kind: 'moved' });
    this.#notify(change);
  }

  /** Inside a turn: this is what is stored now. Nothing that anybody sees has changed. */
  folded({ manifest, foldedUpTo }: PopulationRow): void {
    this.#storedCount += 1;
    if (this.#open !== undefined) this.#open = { ...this.#open, manifest, foldedUpTo };
  }

  /** Something beside the journal changed, as drafts do. */
  changed(change: Change): void {
    this.tabs.tell({ kind: 'changed', subjects: change.subjects });
    this.#notify(change);
  }

  /** Inside a turn: brings memory to where the database is. */
  async catchUp(): Promise<Result<null, WorkerError>> {
    const head = await readHead(this.core);
    if (!head.ok) return head;
    this.#lookedAt = this.deps.now();
    const open = this.#open;
    if (isWhereWeAre(head.value, open?.head)) return ok(null);
    if (head.value === undefined) return this.#replaceBy(undefined);
    if (open === undefined || !isSameGeneration(head.value, open.head)) return this.#reload();

    const news = await readNews(this.core, open.head.lastNumber);
    if (!news.ok) return news;
    if (news.value === undefined || !isSameGeneration(news.value.head, open.head)) return this.#reload();
    const applied = await applyEntries(open, news.value.entries);
    if (!applied.ok) return applied;
    this.#open = { ...open, ...smallState(news.value) };
    this.#version += 1;
    this.#notify(changeOf(news.value.entries));
    return ok(null);
  }

  /** Removes everything on this device, for all tabs. */
  remove(): Promise<Result<null, WorkerError>> {
    return this.aroundPages(() =>
      this.inTurn(async () => {
        const cleared = await clearCore(this.core);
        if (!cleared.ok) return cleared;
        this.became(undefined, EVERYTHING);
        const swept = await this.pages.clear();
        return swept.ok ? ok(null) : swept;
      }),
    );
  }

  close(): void {
    this.tabs.close();
    this.core.close();
    this.pages.close();
  }

  /** Once, at the first question; after a failure again at the next. */
  async #start(): Promise<Result<null, WorkerError>> {
    this.#opening ??= this.tabs.join().then(() => this.#reload());
    const opened = await this.#opening;
    if (!opened.ok) this.#opening = undefined;
    return opened;
  }

  async #reload(): Promise<Result<null, WorkerError>> {
    const loaded = await loadWorkspace(this.core, this.pages);
    return loaded.ok ? this.#replaceBy(loaded.value) : loaded;
  }

  #replaceBy(open: OpenWorkspace | undefined): Result<null, WorkerError> {
    const isFirst = this.#version === 0;
    this.#open = open;
    this.#version += 1;
    this.#lookedAt = this.deps.now();
    if (!isFirst) this.#notify(EVERYTHING);
    return ok(null);
  }

  #notify(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function isSameGeneration(head: Head, known: Head): boolean {
  return head.workspace === known.workspace && head.generation === known.generation;
}

function isWhereWeAre(head: Head | undefined, known: Head | undefined): boolean {
  if (head === undefined || known === undefined) return head === known;
  return isSameGeneration(head, known) && head.lastNumber === known.lastNumber;
}
