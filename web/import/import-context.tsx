import { type Accessor, createContext, createSignal, type JSX, useContext } from 'solid-js';
import type {
  ImportError,
  ImportPlan,
  ImportProgress,
  ImportSummary,
  InspectError,
  PickedFile,
} from '../../shared/import-api.ts';
import { assert } from '../../shared/kernel/assert.ts';
import { useApp } from '../data/app-context.tsx';
import { useFirstEdit } from '../data/first-edit.tsx';
import type { ImportDraft } from './import-draft.ts';

/** A file being prepared. It outlives the screen, so that one can look something up and come back. */
export type Preparation =
  | { readonly kind: 'none' }
  | { readonly kind: 'inspecting'; readonly file: PickedFile }
  | { readonly kind: 'refused'; readonly file: PickedFile; readonly error: InspectError }
  | { readonly kind: 'mapping'; readonly file: PickedFile; readonly draft: ImportDraft };

/** The import of this tab: one at a time. */
export type ImportJob =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly file: PickedFile; readonly isCancelling: boolean }
  | { readonly kind: 'done'; readonly summary: ImportSummary }
  | { readonly kind: 'failed'; readonly file: PickedFile; readonly error: ImportError };

export interface Imports {
  readonly preparation: Accessor<Preparation>;
  readonly setPreparation: (next: Preparation) => void;
  readonly job: Accessor<ImportJob>;
  readonly progress: Accessor<ImportProgress | undefined>;
  readonly start: (file: PickedFile, plan: ImportPlan) => Promise<void>;
  readonly cancel: () => void;
  /** Puts away what is done or failed. */
  readonly dismiss: () => void;
}

const Context = createContext<Imports>();

export function useImports(): Imports {
  const imports = useContext(Context);
  assert(imports, 'useImports needs its provider');
  return imports;
}

export function ImportsProvider(props: { readonly children: JSX.Element }) {
  const app = useApp();
  const firstEdit = useFirstEdit();
  const [preparation, setPreparation] = createSignal<Preparation>({ kind: 'none' });
  const [job, setJob] = createSignal<ImportJob>({ kind: 'none' });
  const [progress, setProgress] = createSignal<ImportProgress>();
  const start = async (file: PickedFile, plan: ImportPlan) => {
    if (job().kind === 'running') return;
    setProgress(undefined);
    setJob({ kind: 'running', file, isCancelling: false });
    window.addEventListener('beforeunload', askBeforeLeaving);
    const result = await app.worker.importFile(file, plan, (made: ImportProgress) => setProgress(made));
    window.removeEventListener('beforeunload', askBeforeLeaving);
    if (!result.ok) {
      setJob({ kind: 'failed', file, error: result.error });
      return;
    }
    setPreparation({ kind: 'none' });
    setJob({ kind: 'done', summary: result.value });
    firstEdit.happened();
    firstEdit.valueFelt();
  };
  const cancel = () => {
    const running = job();
    if (running.kind !== 'running') return;
    setJob({ ...running, isCancelling: true });
    void app.worker.cancelImport();
  };
  const dismiss = () => {
    if (job().kind !== 'running') setJob({ kind: 'none' });
  };
  return (
    <Context.Provider value={{ preparation, setPreparation, job, progress, start, cancel, dismiss }}>
      {props.children}
    </Context.Provider>
  );
}

/** Closing the tab ends the import without a trace: the browser asks first. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
