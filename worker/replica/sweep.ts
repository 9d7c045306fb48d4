import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { PageName, PopulationManifest } from '../columns/manifest.ts';
import { type CoreSnapshot, readSnapshot } from '../storage/read-core.ts';
import type { Replica } from './replica.ts';

/**
 * Deletes pages that nothing refers to, if no other tab is open and no import is staged: they may still
 * read what they began with. So may this tab, if another one has folded since and is gone.
 */
export function sweepPages(replica: Replica): Promise<Result<null, WorkerError>> {
  return replica.aroundPages(async () => {
    let outcome: Result<null, WorkerError> = ok(null);
    if (replica.tabs.isImporting) return outcome;
    await replica.tabs.alone(async () => {
      const snapshot = await readSnapshot(replica.core);
      if (!snapshot.ok) {
        outcome = snapshot;
        return;
      }
      const live = livePages(snapshot.value, replica.current?.manifest);
      const swept = await replica.pages.sweep((name) => live.has(name));
      if (!swept.ok) outcome = swept;
    });
    return outcome;
  });
}

function livePages(
  snapshot: CoreSnapshot | undefined,
  ours: PopulationManifest | undefined,
): ReadonlySet<PageName> {
  if (snapshot === undefined) return new Set();
  const { population, imports, workspace } = snapshot;
  const references = [
    ...[population.manifest, ours].flatMap((manifest) => manifest?.columns.flatMap(({ pages }) => pages)),
    ...imports.flatMap(({ touched, replaced, ledger, failedRows }) => [
      touched,
      ledger,
      failedRows,
      ...replaced.map(({ page }) => page),
    ]),
    workspace.ledger,
  ];
  return new Set(references.flatMap((reference) => (reference === undefined ? [] : [reference.name])));
}
