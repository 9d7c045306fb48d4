import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import { canonicalJson } from '../../shared/kernel/canonical.ts';
import type { ResolvedCondition, ZoneOffsets } from '../../shared/segment/resolved.ts';
import type { Population } from '../columns/population.ts';
import { columnsOfLeaf } from './columns-of.ts';

interface Kept {
  readonly members: Bitmap;
  /** Of all that the condition reads. */
  readonly state: string;
}

/**
 * Members by condition, valid while all that the condition reads is unchanged. Versions are unique
 * whatever population they are in, so the bitmaps outlive a stage that takes the population's place.
 * The longest unused go first.
 */
export class LeafCache {
  readonly #capacity: number;
  readonly #kept = new Map<string, Kept>();
  readonly #counts = new WeakMap<Bitmap, { readonly live: Bitmap; readonly count: number }>();
  #bytes = 0;

  constructor(bytes: number) {
    this.#capacity = bytes;
  }

  /** The bitmap is shared: not to be changed. */
  get(population: Population, leaf: ResolvedCondition, key: string): Bitmap | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#remove(key, kept);
    if (kept.state !== stateOf(population, leaf)) return undefined;
    this.#insert(key, kept);
    return kept.members;
  }

  put(
    population: Population,
    leaf: ResolvedCondition,
    { key, members }: { readonly key: string; readonly members: Bitmap },
  ): void {
    const known = this.#kept.get(key);
    if (known !== undefined) this.#remove(key, known);
    this.#insert(key, { members, state: stateOf(population, leaf) });
    for (const [oldest, kept] of this.#kept) {
      if (this.#bytes <= this.#capacity) return;
      this.#remove(oldest, kept);
    }
  }

  /** How many of `members`, a bitmap of a condition, are live: counted once. */
  countOf(members: Bitmap, live: Bitmap, count: () => number): number {
    const known = this.#counts.get(members);
    if (known?.live === live) return known.count;
    const counted = { live, count: count() };
    this.#counts.set(members, counted);
    return counted.count;
  }

  #insert(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    this.#bytes += kept.members.words.byteLength;
  }

  #remove(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#bytes -= kept.members.words.byteLength;
  }
}

/** Conditions with one key are equal. A zone stands for its offsets: there are hundreds of them. */
export function leafKey(leaf: ResolvedCondition): string {
  return canonicalJson(leaf.kind === 'event' || leaf.kind === 'attribute' ? withZoneNames(leaf) : leaf);
}

function withZoneNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withZoneNames);
  if (typeof value !== 'object' || value === null) return value;
  if (isZone(value)) return value.timeZone;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withZoneNames(field)]));
}

function isZone(value: object): value is ZoneOffsets {
  return 'timeZone' in value && 'offsetMs' in value;
}

function stateOf(population: Population, leaf: ResolvedCondition): string {
  const versions = columnsOfLeaf(population, leaf).map((column) => population.version(column));
  return [population.profileCount, ...versions].join();
}
