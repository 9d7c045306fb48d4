import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { ResolveContext } from '../../shared/segment/resolve-context.ts';
import type { StorageState } from '../../shared/worker-api.ts';
import type { Engine } from '../engine/engine.ts';
import type { OpenWorkspace } from '../replica/open-workspace.ts';
import type { Replica } from '../replica/replica.ts';
import type { Lanes } from './lanes.ts';

/** What the use cases of one page work with. */
export interface Session {
  readonly replica: Replica;
  readonly engine: Engine;
  readonly lanes: Lanes;
  /** The last search and whom it found, so that scrolling does not search again. */
  readonly searches: Map<string, { readonly version: number; readonly found: Bitmap }>;
  readonly now: () => Instant;
  /** Milliseconds that pass evenly, for durations. */
  readonly ticks: () => number;
  /** Lets other work go first. */
  readonly breathe: () => Promise<void>;
  readonly estimate: () => Promise<Pick<StorageState, 'usedBytes' | 'quotaBytes' | 'persisted'>>;
}

/** What a definition is resolved against. Deleted segments are missing to those that refer to them. */
export function resolveContext(open: OpenWorkspace, now: Instant, self?: SegmentId): ResolveContext {
  const { timeZone, weekStart, leapDay } = open.workspace.settings;
  const segments = new Map([...open.segments].filter(([, segment]) => !segment.deleted));
  return {
    now,
    timeZone,
    weekStart,
    leapDay,
    dataModel: open.model,
    segments,
    ...(self !== undefined && { self }),
  };
}
