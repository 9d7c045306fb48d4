import { fold } from '../../shared/kernel/fold.ts';

/** How a text is compared with what is looked for. */
export type TextMatch = 'is' | 'contains' | 'starts-with' | 'ends-with';

/** Stands before the first, between all, and after the last entry of a block. Entries may contain it too. */
const SEPARATOR = '\0';

/** A joined text and where its entries start; entry i ends one before the next start. */
interface Joined {
  readonly text: string;
  /** One more than entries: the last is one past the final separator. */
  readonly starts: Uint32Array;
}

/**
 * Many texts as one string: half the memory of strings of their own, and one native `indexOf` searches
 * them all. Never changes.
 */
export class TextBlock {
  readonly #exact: Joined;
  #folded: Joined | undefined;

  private constructor(exact: Joined) {
    this.#exact = exact;
  }

  static of(entries: readonly string[]): TextBlock {
    return new TextBlock(join(entries));
  }

  /** `text` has the separators, `lengths` are of the entries. `undefined` if they do not fit each other. */
  static from(text: string, lengths: ArrayLike<number>): TextBlock | undefined {
    const starts = new Uint32Array(lengths.length + 1);
    let start = 1;
    for (let i = 0; i < lengths.length; i++) {
      starts[i] = start;
      start += (lengths[i] as number) + 1;
      if (text.charCodeAt(start - 1) !== 0) return undefined;
    }
    starts[lengths.length] = start;
    return start === text.length && text.startsWith(SEPARATOR) ? new TextBlock({ text, starts }) : undefined;
  }

  get count(): number {
    return this.#exact.starts.length - 1;
  }

  /** All entries with the separators; for storing. */
  get text(): string {
    return this.#exact.text;
  }

  lengths(): Uint32Array {
    const { starts } = this.#exact;
    const lengths = new Uint32Array(this.count);
    for (let i = 0; i < lengths.length; i++)
      lengths[i] = (starts[i + 1] as number) - (starts[i] as number) - 1;
    return lengths;
  }

  at(index: number): string {
    return entryAt(this.#exact, index);
  }

  foldedAt(index: number): string {
    return entryAt(this.#foldedJoined(), index);
  }

  isAt(index: number, text: string): boolean {
    const { text: all, starts } = this.#exact;
    const start = starts[index] as number;
    return (starts[index + 1] as number) - 1 - start === text.length && all.startsWith(text, start);
  }

  /** Sets `marks[offset + i]` to 1 where entry i matches; `needle` is folded unless `exact`. */
  mark(
    search: { readonly how: TextMatch; readonly needle: string; readonly exact: boolean },
    marks: Uint8Array,
    offset: number,
  ): void {
    const { text, starts } = search.exact ? this.#exact : this.#foldedJoined();
    const { how, needle } = search;
    const fromStart = how === 'is' || how === 'starts-with';
    const toEnd = how === 'is' || how === 'ends-with';
    const pattern = (fromStart ? SEPARATOR : '') + needle + (toEnd ? SEPARATOR : '');
    const before = fromStart ? 1 : 0;
    const count = starts.length - 1;

    let entry = 0;
    let found = text.indexOf(pattern, 1 - before);
    while (found !== -1 && entry < count) {
      const from = found + before;
      const to = from + needle.length;
      entry = entryOf(starts, from, entry);
      if (entry >= count) return;
      const start = starts[entry] as number;
      const end = (starts[entry + 1] as number) - 1;
      // Entries may contain the separator, so a hit can lie across or inside of them.
      const hit = from >= start && to <= end && (!fromStart || from === start) && (!toEnd || to === end);
      if (hit) marks[offset + entry] = 1;
      found = text.indexOf(pattern, hit ? end + 1 - before : found + 1);
    }
  }

  /** In memory, about; folded text counts once it was needed and differs. */
  get bytes(): number {
    const folded = this.#folded;
    const exact = this.#exact;
    let bytes = stringBytes(exact.text) + exact.starts.byteLength;
    if (folded !== undefined && folded.text !== exact.text) bytes += stringBytes(folded.text);
    if (folded !== undefined && folded.starts !== exact.starts) bytes += folded.starts.byteLength;
    return bytes;
  }

  #foldedJoined(): Joined {
    this.#folded ??= folded(this.#exact);
    return this.#folded;
  }
}

function join(entries: readonly string[]): Joined {
  const starts = new Uint32Array(entries.length + 1);
  let start = 1;
  entries.forEach((entry, i) => {
    starts[i] = start;
    start += entry.length + 1;
  });
  starts[entries.length] = start;
  return { text: flat(entries.length === 0 ? SEPARATOR : `\0${entries.join(SEPARATOR)}\0`), starts };
}

function folded(exact: Joined): Joined {
  // Folding looks at no neighbours beyond the separator, so the joined text folds as its entries do.
  const text = flat(fold(exact.text));
  if (text === exact.text) return exact;
  const count = exact.starts.length - 1;
  const starts = new Uint32Array(count + 1);
  let at = 0;
  for (let i = 0; i < count; i++) {
    starts[i] = at + 1;
    at = text.indexOf(SEPARATOR, at + 1);
  }
  starts[count] = at + 1;
  if (at + 1 === text.length)
    return sameStarts(exact.starts, starts) ? { text, starts: exact.starts } : { text, starts };
  // Some entry contains the separator: fold one by one.
  return join(Array.from({ length: count }, (_, i) => fold(entryAt(exact, i))));
}

function sameStarts(left: Uint32Array, right: Uint32Array): boolean {
  return left.every((start, i) => start === right[i]);
}

function entryAt({ text, starts }: Joined, index: number): string {
  return text.slice(starts[index], (starts[index + 1] as number) - 1);
}

/** The entry that position `at` lies in (its separator after it included), at or after entry `from`. */
function entryOf(starts: Uint32Array, at: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < starts.length && (starts[low + step] as number) <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, starts.length) - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Makes an engine that keeps joined strings as trees of parts lay them out in one piece. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

const ONE_BYTE = /^[\0-\xff]*$/;

/** As the engines keep strings: one byte a character while all are below U+0100, else two. */
function stringBytes(text: string): number {
  return ONE_BYTE.test(text) ? text.length : text.length * 2;
}
