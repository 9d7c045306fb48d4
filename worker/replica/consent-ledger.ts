import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { ConsentEntry, ProfileId } from '../../shared/profile/profile.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { PageReference } from '../columns/manifest.ts';
import type { JournalRow } from '../storage/core-rows.ts';
import { readHistory } from '../storage/read-core.ts';
import { ConsentHistory } from './consent-history.ts';
import { type OpenWorkspace, ordinalOf } from './open-workspace.ts';
import { readPage } from './read-page.ts';
import type { Replica } from './replica.ts';

/**
 * All that is recorded about a profile's consents, newest first (SYN-9): edits from the journal, lines
 * that came in bulk from their pages. Reads `profile-ids`.
 */
export async function readLedger(
  replica: Pick<Replica, 'core' | 'pages'>,
  open: OpenWorkspace,
  profile: ProfileId,
): Promise<Result<readonly ConsentEntry[], WorkerError>> {
  const ordinal = ordinalOf(open, profile);
  if (ordinal === undefined) return ok([]);
  const history = await readHistory(replica.core, open.aliases.get(profile) ?? profile);
  if (!history.ok) return history;
  const bulk: ConsentEntry[] = [];
  for (const page of ledgerPages(open)) {
    const ledger = await readPage(replica.pages, page, ConsentHistory.decode);
    if (!ledger.ok) return ledger;
    bulk.push(...ledger.value.entriesOf(ordinal));
  }
  // Later lines come later: a stable sort keeps what was recorded last first among equal times.
  const entries = [...bulk, ...history.value.flatMap(entryOf)].reverse();
  return ok(entries.sort((left, right) => right.at - left.at));
}

function entryOf({ mutation, at }: JournalRow): readonly ConsentEntry[] {
  if (mutation.name !== 'record-consent') return [];
  const { topic, channel, state, source, evidence } = mutation;
  return [{ topic, channel, state, at, source, ...(evidence !== undefined && { evidence }) }];
}

function ledgerPages(open: OpenWorkspace): readonly PageReference[] {
  const fromImports = open.imports.flatMap(({ summary, ledger }) =>
    summary.state === 'done' && ledger !== undefined ? [ledger] : [],
  );
  return [...(open.workspace.ledger === undefined ? [] : [open.workspace.ledger]), ...fromImports];
}
