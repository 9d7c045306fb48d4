import { decideMutation } from '../../shared/sync/decide-mutation.ts';
import type { Mutation, MutationUid } from '../../shared/sync/mutation.ts';
import type { MutationRefusal } from '../../shared/worker-api.ts';
import type { JournalRow } from '../storage/core-rows.ts';
import { readHead } from '../storage/read-core.ts';
import { writeEntry } from '../storage/write-core.ts';
import { applyEntry, columnsToDecide } from './apply-entry.ts';
import { readLedger } from './consent-ledger.ts';
import { heldWorkspace } from './held-workspace.ts';
import { loadColumns } from './load-workspace.ts';
import { type OpenWorkspace, withRows } from './open-workspace.ts';
import type { Replica } from './replica.ts';

export type Attempt =
  | { readonly kind: 'done'; readonly open: OpenWorkspace; readonly entry: JournalRow }
  | { readonly kind: 'failed'; readonly error: MutationRefusal }
  /** Another tab wrote first: nothing happened, and what is open is no longer all there is. */
  | { readonly kind: 'behind' };

/**
 * The one path of every edit: load what it touches, decide, write entry and rows in one transaction,
 * and only then change memory. Whatever fails, storage and memory are as they were.
 */
export async function tryMutation(
  replica: Pick<Replica, 'core' | 'pages' | 'deps'>,
  open: OpenWorkspace,
  wanted: Mutation,
): Promise<Attempt> {
  const loaded = await loadColumns(open.population, columnsToDecide(wanted));
  if (!loaded.ok) return { kind: 'failed', error: loaded.error };
  const ledger =
    wanted.name === 'record-consent' ? await readLedger(replica, open, wanted.profile) : undefined;
  if (ledger?.ok === false) return { kind: 'failed', error: ledger.error };

  const at = replica.deps.now();
  const decided = decideMutation(wanted, heldWorkspace(open, ledger?.value ?? []), at);
  if (!decided.ok) {
    // A refusal counts only if nobody has changed what it rests on.
    const head = await readHead(replica.core);
    if (!head.ok) return { kind: 'failed', error: head.error };
    const isCurrent =
      head.value?.generation === open.head.generation && head.value.lastNumber === open.head.lastNumber;
    return isCurrent ? { kind: 'failed', error: decided.error } : { kind: 'behind' };
  }
  const { mutation, replaced, types, rows } = decided.value;
  const entry: JournalRow = {
    number: open.head.lastNumber + 1,
    uid: replica.deps.newId() as MutationUid,
    at,
    mutation,
    replaced,
    ...(types !== undefined && { types }),
    ...('profile' in mutation && { profile: open.aliases.get(mutation.profile) ?? mutation.profile }),
  };
  const written = await writeEntry(replica.core, open.head, { entry, rows });
  if (!written.ok) return { kind: 'failed', error: written.error };
  if (written.value === 'behind') return { kind: 'behind' };

  applyEntry(open, entry);
  return { kind: 'done', open: withRows(open, { ...open.head, lastNumber: entry.number }, rows), entry };
}
