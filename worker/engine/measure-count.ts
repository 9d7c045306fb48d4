import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { NumberRange } from '../../shared/segment/resolved.ts';
import { countBounds } from './number-bounds.ts';

/** Profiles whose number of events is in the range: 0 for those without any (SEG-10). */
export function withCountInRange(
  eventOrdinals: readonly Uint32Array[],
  range: NumberRange,
  profileCount: number,
): Bitmap {
  const { min, max } = countBounds(range);
  if (min > max) return new Bitmap(profileCount);
  if (max === Number.POSITIVE_INFINITY && min <= 1) {
    return min === 0 ? Bitmap.full(profileCount) : withAny(eventOrdinals, profileCount);
  }
  if (max === 0) return withAny(eventOrdinals, profileCount).notWith();

  const members = min === 0 ? Bitmap.full(profileCount) : new Bitmap(profileCount);
  // Counting stops where it cannot matter any more, so narrow counters do not wrap around.
  const stop = max === Number.POSITIVE_INFINITY ? min : max + 1;
  if (stop > 0xffffffff)
    return min > 0xffffffff
      ? new Bitmap(profileCount)
      : withCountInRange(eventOrdinals, { ...range, to: null }, profileCount);
  const counts = stop <= 0xff ? new Uint8Array(profileCount) : new Uint32Array(profileCount);
  for (const ordinals of eventOrdinals)
    countInto(members.words, counts, ordinals, { enter: min, leave: max + 1, stop });
  return members;
}

/** Profiles with an event. */
export function withAny(eventOrdinals: readonly Uint32Array[], profileCount: number): Bitmap {
  const members = new Bitmap(profileCount);
  for (const ordinals of eventOrdinals) markAll(members.words, ordinals);
  return members;
}

function markAll(words: Uint32Array, ordinals: Uint32Array): void {
  for (let i = 0; i < ordinals.length; i++) {
    const ordinal = ordinals[i] as number;
    words[ordinal >>> 5] = (words[ordinal >>> 5] as number) | (1 << (ordinal & 31));
  }
}

/** A profile enters the set when its count reaches `enter`, and leaves it at `leave`: no second pass. */
function countInto(
  words: Uint32Array,
  counts: Uint8Array | Uint32Array,
  ordinals: Uint32Array,
  at: { readonly enter: number; readonly leave: number; readonly stop: number },
): void {
  const { enter, leave, stop } = at;
  for (let i = 0; i < ordinals.length; i++) {
    const ordinal = ordinals[i] as number;
    const count = (counts[ordinal] as number) + 1;
    if (count > stop) continue;
    counts[ordinal] = count;
    if (count === enter) words[ordinal >>> 5] = (words[ordinal >>> 5] as number) | (1 << (ordinal & 31));
    else if (count === leave)
      words[ordinal >>> 5] = (words[ordinal >>> 5] as number) & ~(1 << (ordinal & 31));
  }
}
