import type { WorkspaceSettings } from '../../shared/sync/mutation.ts';
import { createMutate } from '../data/create-mutate.ts';
import { useWorkspace } from '../data/workspace-context.tsx';
import { settingsWords } from '../words/en-settings.ts';

export interface Settings {
  readonly settings: () => WorkspaceSettings;
  /** Saved at once, with a way back. */
  readonly change: (change: Partial<WorkspaceSettings>, said?: string) => Promise<void>;
}

export function createSettings(): Settings {
  const workspace = useWorkspace();
  const mutate = createMutate();
  const settings = () => workspace().settings;
  const change = async (wished: Partial<WorkspaceSettings>, said: string = settingsWords.saved) => {
    const before = settings();
    const after = { ...before, ...wished };
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    await mutate(
      { name: 'change-settings', settings: after },
      { done: { text: said, undo: { name: 'change-settings', settings: before } } },
    );
  };
  return { settings, change };
}
