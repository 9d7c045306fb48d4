import { createContext, createSignal, type JSX, useContext } from 'solid-js';
import { assert } from '../../shared/kernel/assert.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Change, Subject, WorkerApi } from '../../shared/worker-api.ts';

/** What the page cannot make by itself: the worker, the clock, the dice. Built in `main.tsx`. */
export interface AppParts {
  readonly worker: WorkerApi;
  readonly newId: () => string;
  readonly now: () => Instant;
}

export interface AppContext extends AppParts {
  /** Moves when one of the subjects changed, in this tab or another. Track it, ignore its value. */
  readonly revision: (subject: Subject) => number;
}

const Context = createContext<AppContext>();

export function useApp(): AppContext {
  const app = useContext(Context);
  assert(app, 'useApp needs an AppProvider');
  return app;
}

export function AppProvider(props: { readonly parts: AppParts; readonly children: JSX.Element }) {
  const subjects: readonly Subject[] = [
    'workspace',
    'data-model',
    'profiles',
    'segments',
    'imports',
    'drafts',
  ];
  const revisions = new Map(subjects.map((subject) => [subject, createSignal(0)]));
  const hear = (change: Change) => {
    for (const subject of change.subjects) revisions.get(subject)?.[1]((revision) => revision + 1);
  };
  void props.parts.worker.watch(hear);
  const revision = (subject: Subject) => revisions.get(subject)?.[0]() ?? 0;
  return <Context.Provider value={{ ...props.parts, revision }}>{props.children}</Context.Provider>;
}
