import { ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { DataModel } from '../../shared/profile/data-model.ts';
import type { ImportId, WorkspaceSettings } from '../../shared/sync/mutation.ts';
import type { Population } from '../columns/population.ts';
import type { ImportOutcome, ImportStage } from '../replica/import-stage.ts';
import { StagedImport } from '../replica/staged-import.ts';

/** Profiles, events and what they are made of, without a database: for the command line, and for tests. */
export interface MemoryWorkspace {
  readonly settings: WorkspaceSettings;
  readonly model: DataModel;
  readonly population: Population;
}

/** What a committed import leaves. */
export interface MemoryCommit {
  readonly workspace: MemoryWorkspace;
  readonly outcome: ImportOutcome;
  readonly staged: StagedImport;
}

/** A stage over a workspace in memory; committing it only hands over what was staged. */
export function stageInMemory(
  workspace: MemoryWorkspace,
  context: { readonly at: Instant; readonly importNumber: number; readonly newId: () => string },
  onCommit: (commit: MemoryCommit) => void,
): ImportStage {
  const { settings } = workspace;
  const staged = new StagedImport({
    population: workspace.population.stage(),
    model: workspace.model,
    ...context,
  });
  const id = `import-${context.importNumber}` as ImportId;
  return {
    id,
    settings,
    at: context.at,
    newId: context.newId,
    population: staged.population,
    get model() {
      return staged.model;
    },
    define: (addition) => staged.define(addition),
    createProfile: (profile) => staged.createProfile(profile),
    setKey: (...key) => staged.setKey(...key),
    setAttribute: (...attribute) => staged.setAttribute(...attribute),
    keepAside: (...aside) => staged.keepAside(...aside),
    addTag: (...tag) => staged.addTag(...tag),
    setConsent: (...consent) => staged.setConsent(...consent),
    addEvents: (batch) => staged.addEvents(batch),
    async commit(outcome) {
      const { model, population } = staged;
      onCommit({ workspace: { settings, model, population }, outcome, staged });
      return ok({ ...outcome.summary, id, at: context.at, state: 'done' });
    },
    drop() {},
  };
}
