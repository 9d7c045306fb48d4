import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import { writeFold } from '../storage/write-core.ts';
import { loadFailure } from './load-workspace.ts';
import type { Replica } from './replica.ts';

/** With more entries than this, opening the workspace is felt. */
const MANY_ENTRIES = 2_000;
/** Below this a replay costs less than writing columns anew. */
const FEW_ENTRIES = 200;

/** Whether the journal is long enough to be folded; sooner while nobody works. */
export function isFoldDue(replica: Replica, isIdle: boolean): boolean {
  const open = replica.current;
  if (open === undefined) return false;
  return open.head.lastNumber - open.foldedUpTo > (isIdle ? FEW_ENTRIES : MANY_ENTRIES);
}

/**
 * Writes the columns as they are now, and from then on only later entries are replayed. The entries
 * stay: they are the history, and no server has them. Pages first, then one transaction: a crash
 * between leaves what was, and pages that the next sweep takes.
 */
export function foldJournal(replica: Replica): Promise<Result<null, WorkerError>> {
  return replica.aroundPages(async () => {
    const fixed = await replica.inTurn(async (open) => {
      if (open === undefined) return err({ kind: 'no-workspace' } as const);
      const sealing = await open.population.seal();
      if (!sealing.ok) return err(loadFailure(sealing.error));
      return ok({ open, sealing: sealing.value, aliases: [...open.aliases] });
    });
    if (!fixed.ok) return fixed;
    const { open, sealing, aliases } = fixed.value;
    const written = await replica.pages.write(sealing.pages());
    if (!written.ok) return written;
    const foldedUpTo = open.head.lastNumber;
    return replica.inTurn(async () => {
      const population = { manifest: sealing.manifest(), foldedUpTo, aliases };
      const folded = await writeFold(replica.core, open.head, population);
      if (!folded.ok) return folded;
      // An import took its place meanwhile, and has folded by itself.
      if (folded.value === 'behind') return ok(null);
      sealing.stored();
      replica.folded(population);
      return ok(null);
    });
  });
}
