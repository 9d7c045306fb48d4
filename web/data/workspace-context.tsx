import { createContext, type JSX, useContext } from 'solid-js';
import { assert } from '../../shared/kernel/assert.ts';
import type { TimeZone } from '../../shared/kernel/time.ts';
import type { WorkspaceState } from '../../shared/worker-api.ts';

export type OpenWorkspace = Extract<WorkspaceState, { kind: 'open' }>;

const Context = createContext<() => OpenWorkspace>();

/** The open workspace; below the onboarding there always is one. */
export function useWorkspace(): () => OpenWorkspace {
  const workspace = useContext(Context);
  assert(workspace, 'useWorkspace needs an open workspace');
  return workspace;
}

/** The zone of every time on the screen (SEG-15). */
export function useTimeZone(): () => TimeZone {
  const workspace = useWorkspace();
  return () => workspace().settings.timeZone;
}

export function WorkspaceProvider(props: {
  readonly workspace: OpenWorkspace;
  readonly children: JSX.Element;
}) {
  return <Context.Provider value={() => props.workspace}>{props.children}</Context.Provider>;
}
