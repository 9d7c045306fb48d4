import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { NumberRange } from '../../shared/segment/resolved.ts';
import { countBounds } from './number-bounds.ts';
import { scratchBytes, scratchWholes } from './scratch.ts';

/** Profiles whose number of events is in the range: 0 for those without any (SEG-10). */
export function withCountInRange(
  eventOrdinals: readonly Uint32Array[],
  range: NumberRange,
  profileCount: number,
): Bitmap {
  const { min, max } = countBounds(range);
  if (min > max) return new Bitmap(profileCount);
  const members = withAtLeast(min, eventOrdinals, profileCount);
  if (max === Number.POSITIVE_INFINITY) return members;
  return members.andNotWith(withAtLeast(max + 1, eventOrdinals, profileCount));
}

function withAtLeast(count: number, eventOrdinals: readonly Uint32Array[], profileCount: number): Bitmap {
  if (count <= 0) return Bitmap.full(profileCount);
  const members = new Bitmap(profileCount);
  const eventCount = eventOrdinals.reduce((sum, ordinals) => sum + ordinals.length, 0);
  if (count > eventCount) return members;
  if (count === 1) {
    for (const ordinals of eventOrdinals) markAll(members.words, ordinals);
  } else {
    const counts = count <= 0xff ? scratchBytes(profileCount) : scratchWholes(profileCount);
    for (const ordinals of eventOrdinals) markAt(members.words, counts, { ordinals, count });
  }
  return members;
}

function markAll(words: Uint32Array, ordinals: Uint32Array): void {
  for (let i = 0; i < ordinals.length; i++) {
    const ordinal = ordinals[i] as number;
    words[ordinal >>> 5] = (words[ordinal >>> 5] as number) | (1 << (ordinal & 31));
  }
}

/**
 * A profile gets in when its counter reaches `count`: no second pass over all profiles. Counters of one
 * byte may wrap around, since who is in stays in.
 */
function markAt(
  words: Uint32Array,
  counters: Uint8Array | Int32Array,
  { ordinals, count }: { readonly ordinals: Uint32Array; readonly count: number },
): void {
  for (let i = 0; i < ordinals.length; i++) {
    const ordinal = ordinals[i] as number;
    const counted = (counters[ordinal] as number) + 1;
    counters[ordinal] = counted;
    if (counted === count) words[ordinal >>> 5] = (words[ordinal >>> 5] as number) | (1 << (ordinal & 31));
  }
}
