import { ok } from '../../shared/kernel/result.ts';
import type { WorkerApi } from '../../shared/worker-api.ts';
import { deleteDraft, readDrafts, writeDraft } from '../storage/drafts.ts';
import { countSegments } from './count-segments.ts';
import { evaluate } from './evaluate.ts';
import { Imports } from './imports.ts';
import { listProfiles } from './list-profiles.ts';
import { listSegments } from './list-segments.ts';
import type { Session } from './session.ts';
import { showProfile } from './show-profile.ts';
import { showTimeline } from './show-timeline.ts';
import { countSubjects, suggestValues } from './statistics.ts';
import { makeWorkspace, storageState, workspaceState } from './workspace-state.ts';

/** What the page may ask: each method is one call into a use case. */
export function createWorkerApi(session: Session): WorkerApi {
  const { replica } = session;
  const imports = new Imports(session);
  return {
    workspace: () => workspaceState(session),
    createWorkspace: (request) => makeWorkspace(session, request),
    removeWorkspace: () => replica.remove(),
    async dataModel() {
      const opened = await replica.open();
      return opened.ok ? ok(opened.value.model) : opened;
    },
    subjectCounts: () => countSubjects(session),
    async watch(listener) {
      replica.watch(listener);
    },

    mutate: (mutation) => replica.mutate(mutation),

    segments: () => listSegments(session),
    countSegments: (request) => countSegments(session, request),
    drafts: () => readDrafts(replica.core),
    async saveDraft(draft) {
      const saved = await writeDraft(replica.core, draft);
      if (!saved.ok) return saved;
      // The list of segments says only whether there is one.
      replica.changed({ subjects: saved.value ? ['drafts'] : ['drafts', 'segments'] });
      return ok(null);
    },
    async discardDraft(segment) {
      const deleted = await deleteDraft(replica.core, segment);
      if (!deleted.ok) return deleted;
      replica.changed({ subjects: ['drafts', 'segments'] });
      return ok(null);
    },

    evaluate: (request) => evaluate(session, request),
    profiles: (request) => listProfiles(session, request),
    profile: (id) => showProfile(session, id),
    timeline: (request) => showTimeline(session, request),
    suggestValues: (request) => suggestValues(session, request),

    inspectFile: (file, changed) => imports.inspect(file, changed),
    importFile: (file, plan, onProgress) => imports.importFile(file, plan, onProgress),
    async cancelImport() {
      imports.cancel();
    },
    imports: () => imports.list(),
    undoImport: (id) => imports.undo(id),
    failedRows: (id) => imports.failedRows(id),

    storage: () => storageState(session),
  };
}
