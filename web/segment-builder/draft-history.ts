import type { Group } from '../../shared/segment/definition.ts';

/** The states of a draft: undone ones wait in `future` until something new is done. */
export interface DraftHistory {
  readonly past: readonly Group[];
  readonly present: Group;
  readonly future: readonly Group[];
  /** Edits with the same name one after the other are one step: typing a word is undone as a word. */
  readonly burst: string | undefined;
}

export type HistoryInput =
  | { readonly kind: 'edited'; readonly root: Group; readonly burst?: string | undefined }
  | { readonly kind: 'undone' | 'redone' };

const MOST_STEPS = 200;

export function startHistory(root: Group): DraftHistory {
  return { past: [], present: root, future: [], burst: undefined };
}

export function nextHistory(history: DraftHistory, input: HistoryInput): DraftHistory {
  const { past, present, future } = history;
  switch (input.kind) {
    case 'edited': {
      const goesOn = input.burst !== undefined && input.burst === history.burst;
      const kept = goesOn ? past : [...past, present].slice(-MOST_STEPS);
      return { past: kept, present: input.root, future: [], burst: input.burst };
    }
    case 'undone': {
      const previous = past.at(-1);
      if (!previous) return history;
      return { past: past.slice(0, -1), present: previous, future: [present, ...future], burst: undefined };
    }
    default: {
      const [next, ...rest] = future;
      if (!next) return history;
      return { past: [...past, present], present: next, future: rest, burst: undefined };
    }
  }
}
