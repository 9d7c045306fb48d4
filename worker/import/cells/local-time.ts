import type { Instant, TimeZone } from '../../../shared/kernel/time.ts';
import { type LocalTime, localToInstant, zoneOffsets } from '../../../shared/kernel/zone.ts';

const DAY_MS = 86_400_000;
/** Offsets and the steps between them are smaller than this. */
const LARGEST_OFFSET_MS = 2 * DAY_MS;

/**
 * What `localToInstant` gives, a hundred times faster, for the millions of local times of a file: a time
 * that does not exist moves forward by the gap, one that exists twice is the first (SEG-17).
 */
export function createLocalReader(timeZone: TimeZone): (local: LocalTime) => Instant {
  const { from, offsetMs } = zoneOffsets(timeZone);
  const lastKnown = (from.at(-1) ?? 0) + LARGEST_OFFSET_MS;
  const firstKnown = (from[1] ?? 0) - LARGEST_OFFSET_MS;
  let near = 0;
  return (local) => {
    const localMs = local.day * DAY_MS + local.clockMs;
    // Outside the known steps the rules go on in ways that a list of steps does not say.
    if (localMs < firstKnown || localMs > lastKnown) return localToInstant(local, timeZone);
    near = stepBefore(from, localMs - LARGEST_OFFSET_MS, near);
    for (let step = near; step < from.length; step += 1) {
      const instant = localMs - (offsetMs[step] ?? 0);
      const end = from[step + 1] ?? Number.POSITIVE_INFINITY;
      // Before the end: in this step, or in the gap in front of it, where the offset before the gap holds.
      if (instant < end) {
        const isInGap = instant < (from[step] ?? 0);
        return isInGap ? localMs - (offsetMs[step - 1] ?? 0) : instant;
      }
    }
    return localToInstant(local, timeZone);
  };
}

/** The last step that began by `instant`; looked for from `near`, as times in a file are near each other. */
function stepBefore(from: readonly Instant[], instant: Instant, near: number): number {
  let step = near;
  while (step > 0 && (from[step] ?? 0) > instant) step -= 1;
  while (step + 1 < from.length && (from[step + 1] ?? 0) <= instant) step += 1;
  return step;
}
