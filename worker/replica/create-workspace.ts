import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { type DataModel, DEFAULT_ATTRIBUTES } from '../../shared/profile/data-model.ts';
import type { RowChange } from '../../shared/sync/decision.ts';
import { allDefinitions } from '../../shared/sync/definitions.ts';
import type { SegmentRecord } from '../../shared/sync/segment-record.ts';
import type { CreateWorkspace, WorkerError } from '../../shared/worker-api.ts';
import { createPopulation, type Population } from '../columns/population.ts';
import { writeWorkspace } from '../storage/write-core.ts';
import { EVERYTHING } from './change-of.ts';
import type { ConsentHistory } from './consent-history.ts';
import { loadFailure } from './load-workspace.ts';
import type { Replica } from './replica.ts';
import { missingSmartSegments, rowsOfNew } from './smart-segment-rows.ts';

/** What a workspace begins with beside its settings. */
export interface Beginning {
  readonly model: DataModel;
  readonly population: Population;
  readonly ledger?: ConsentHistory;
}

export function emptyBeginning(): Beginning {
  const model = { attributes: DEFAULT_ATTRIBUTES, properties: [], eventTypes: [], tags: [], topics: [] };
  return { model, population: createPopulation() };
}

/** Makes the workspace unless there is one. */
export function createWorkspace(
  replica: Replica,
  request: CreateWorkspace,
  begin: (now: Instant) => Beginning,
): Promise<Result<null, WorkerError>> {
  return replica.aroundPages(() =>
    replica.inTurn(async (opened) => (opened === undefined ? await make(replica, request, begin) : ok(null))),
  );
}

/** Pages first, then all the rest in one transaction. If another tab was first, its workspace is the one that opens. */
async function make(
  replica: Replica,
  { settings, from: origin }: CreateWorkspace,
  begin: (now: Instant) => Beginning,
): Promise<Result<null, WorkerError>> {
  const createdAt = replica.deps.now();
  const { model, population, ledger } = begin(createdAt);
  const sealing = await population.seal();
  if (!sealing.ok) return err(loadFailure(sealing.error));
  const ledgerPage = ledger?.encode();
  const written = await replica.pages.write(
    sealing.value.pages(),
    ledgerPage === undefined ? [] : [ledgerPage],
  );
  if (!written.ok) return written;

  const smart = await missingSmartSegments({ model, population, segments: new Map() }, createdAt);
  if (!smart.ok) return smart;
  const segments = smart.value;
  const head = { workspace: replica.deps.newId(), lastNumber: 0, generation: 0 };
  const workspace = {
    settings,
    origin,
    createdAt,
    ...(ledgerPage !== undefined && { ledger: { name: ledgerPage.name, bytes: ledgerPage.bytes } }),
  };
  const manifest = sealing.value.manifest();
  const stored = await writeWorkspace(replica.core, {
    head,
    workspace,
    population: { manifest, foldedUpTo: 0, aliases: [] },
    rows: rowsOf(model, segments),
  });
  if (!stored.ok) return stored;
  if (stored.value === 'behind') return replica.catchUp();
  sealing.value.stored();
  replica.became(
    {
      head,
      workspace,
      model,
      segments: new Map(segments.map((segment) => [segment.id, segment])),
      imports: [],
      population,
      aliases: new Map(),
      manifest,
      foldedUpTo: 0,
    },
    EVERYTHING,
  );
  return ok(null);
}

function rowsOf(model: DataModel, segments: readonly SegmentRecord[]): readonly RowChange[] {
  const definitions = allDefinitions(model).map(
    (definition): RowChange => ({ kind: 'definition', definition }),
  );
  return [...definitions, ...rowsOfNew(segments)];
}
