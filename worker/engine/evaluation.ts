import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Resolved, ResolvedCondition } from '../../shared/segment/resolved.ts';
import type { Population } from '../columns/population.ts';
import { evaluateLeaf } from './evaluate-leaf.ts';
import { type LeafCache, leafKey } from './leaf-cache.ts';

/**
 * One evaluation over one state of a population. Expressions that are the same object, and conditions
 * that are equal, are evaluated once. Bitmaps hold trashed profiles too: a complement must be exact, so
 * only what leaves here is cut down to the live ones.
 */
export class Evaluation {
  readonly #population: Population;
  readonly #cache: LeafCache;
  readonly #live: Bitmap;
  readonly #liveCount: number;
  /** Nobody is in the trash, so cutting down to the live ones changes nothing. */
  readonly #areAllLive: boolean;
  readonly #byExpression = new Map<Resolved, Bitmap>();
  readonly #byKey = new Map<string, Bitmap>();

  constructor(population: Population, cache: LeafCache) {
    this.#population = population;
    this.#cache = cache;
    this.#live = population.live;
    this.#liveCount = population.liveCount;
    this.#areAllLive = this.#liveCount === population.profileCount;
  }

  get liveCount(): number {
    return this.#liveCount;
  }

  /** Live members, in a bitmap that is the caller's own once this evaluation is over. */
  members(meaning: Resolved): Bitmap {
    const members = this.#all(meaning);
    if (!this.#areAllLive) return members.and(this.#live);
    const isCombined = meaning.kind === 'all' || meaning.kind === 'any' || meaning.kind === 'not';
    return isCombined ? members : members.clone();
  }

  /** How many live members. */
  count(meaning: Resolved): number {
    if (meaning.kind === 'not') return this.#liveCount - this.count(meaning.of);
    if (
      this.#areAllLive &&
      (meaning.kind === 'all' || meaning.kind === 'any') &&
      !this.#byExpression.has(meaning)
    ) {
      const [left, right] = meaning.of;
      // Nobody asks again for what is only counted, so the combination need not be kept.
      if (left !== undefined && right !== undefined && meaning.of.length === 2) {
        return meaning.kind === 'all'
          ? this.#all(left).countAnd(this.#all(right))
          : this.#all(left).countOr(this.#all(right));
      }
    }
    return this.#areAllLive ? this.#all(meaning).count() : this.#all(meaning).countAnd(this.#live);
  }

  /** Evaluates one condition now; whether that took a scan. */
  prepare(leaf: ResolvedCondition): boolean {
    const scans = this.#byKey.size;
    this.#all(leaf);
    return this.#byKey.size > scans;
  }

  /** All profiles, trashed ones too. Shared: not to be changed. */
  #all(meaning: Resolved): Bitmap {
    const known = this.#byExpression.get(meaning);
    if (known !== undefined) return known;
    const members = this.#evaluate(meaning);
    this.#byExpression.set(meaning, members);
    return members;
  }

  #evaluate(meaning: Resolved): Bitmap {
    switch (meaning.kind) {
      case 'all':
      case 'any': {
        const [first, ...others] = meaning.of;
        const { profileCount } = this.#population;
        if (first === undefined)
          return meaning.kind === 'all' ? Bitmap.full(profileCount) : new Bitmap(profileCount);
        const members = this.#all(first).clone();
        for (const part of others)
          combineInto(
            members,
            meaning.kind,
            part.kind === 'not' ? { not: this.#all(part.of) } : { of: this.#all(part) },
          );
        return members;
      }
      case 'not':
        return this.#all(meaning.of).not();
      default:
        return this.#leaf(meaning);
    }
  }

  #leaf(leaf: ResolvedCondition): Bitmap {
    const key = leafKey(leaf);
    const known = this.#byKey.get(key) ?? this.#cache.get(this.#population, leaf, key);
    if (known !== undefined) return known;
    const members = evaluateLeaf(this.#population, leaf);
    this.#byKey.set(key, members);
    this.#cache.put(this.#population, leaf, { key, members });
    return members;
  }
}

/** A complement is taken on the way: it needs no bitmap of its own. */
function combineInto(
  members: Bitmap,
  match: 'all' | 'any',
  part: { readonly not: Bitmap } | { readonly of: Bitmap },
): void {
  if ('of' in part) {
    if (match === 'all') members.andWith(part.of);
    else members.orWith(part.of);
  } else if (match === 'all') members.andNotWith(part.not);
  else members.notWith().andWith(part.not).notWith();
}
