import { unreachable } from '../../shared/kernel/assert.ts';
import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Resolved } from '../../shared/segment/resolved.ts';
import type { Population } from '../columns/population.ts';
import type { BitmapPool } from './bitmap-pool.ts';
import { evaluateLeaf } from './evaluate-leaf.ts';
import { type Expression, ExpressionIds } from './expression-ids.ts';
import type { LeafCache } from './leaf-cache.ts';

type Leaf = Extract<Expression, { kind: 'leaf' }>;
type Pair = Extract<Expression, { kind: 'all' | 'any' }>;

/**
 * One evaluation over one state of a population. Equal expressions are evaluated and counted once.
 * Bitmaps hold trashed profiles too: a complement must be exact, so only what leaves here is cut down to
 * the live ones. Call `end` when it is over.
 */
export class Evaluation {
  readonly #population: Population;
  readonly #cache: LeafCache;
  readonly #pool: BitmapPool;
  readonly #live: Bitmap;
  readonly #liveCount: number;
  /** Nobody is in the trash, so cutting down to the live ones changes nothing. */
  readonly #areAllLive: boolean;
  readonly #ids = new ExpressionIds();
  readonly #members = new Map<number, Bitmap>();
  readonly #counts = new Map<number, number>();
  /** From the pool, to be given back. */
  readonly #taken = new Set<Bitmap>();

  constructor(
    population: Population,
    { cache, pool }: { readonly cache: LeafCache; readonly pool: BitmapPool },
  ) {
    this.#population = population;
    this.#cache = cache;
    this.#pool = pool;
    this.#live = population.live;
    this.#liveCount = population.liveCount;
    this.#areAllLive = this.#liveCount === population.profileCount;
  }

  get liveCount(): number {
    return this.#liveCount;
  }

  /** Live members, in a bitmap that is the caller's own once this evaluation has ended. */
  members(meaning: Resolved): Bitmap {
    const members = this.#all(this.#ids.numberOf(meaning));
    if (!this.#areAllLive) return members.and(this.#live);
    return this.#taken.delete(members) ? members : members.clone();
  }

  /** How many live members. */
  count(meaning: Resolved): number {
    return this.#count(this.#ids.numberOf(meaning));
  }

  /** Evaluates one condition now; whether that took a scan. */
  prepare(leaf: Resolved): boolean {
    const number = this.#ids.numberOf(leaf);
    const expression = this.#ids.at(number);
    if (this.#members.has(number) || expression.kind !== 'leaf') return false;
    const known = this.#cache.get(this.#population, expression.leaf, expression.key);
    this.#members.set(number, known ?? this.#scan(expression));
    return known === undefined;
  }

  end(): void {
    this.#pool.giveBack(this.#taken);
    this.#taken.clear();
    this.#members.clear();
  }

  #count(number: number): number {
    const known = this.#counts.get(number);
    if (known !== undefined) return known;
    const count = this.#counted(number, this.#ids.at(number));
    this.#counts.set(number, count);
    return count;
  }

  #counted(number: number, expression: Expression): number {
    switch (expression.kind) {
      case 'everyone':
        return this.#liveCount;
      case 'nobody':
        return 0;
      case 'not':
        return this.#liveCount - this.#count(expression.of);
      case 'leaf': {
        const members = this.#all(number);
        return this.#cache.countOf(members, this.#live, () => this.#countLive(members));
      }
      case 'all':
      case 'any':
        // Most pairs are needed for nothing but their count, so they are counted without a bitmap.
        if (this.#areAllLive && !this.#members.has(number)) return this.#countPair(expression);
        return this.#countLive(this.#all(number));
      default:
        return unreachable(expression);
    }
  }

  #countPair({ kind, left, right }: Pair): number {
    const members = this.#all(left);
    return kind === 'all' ? members.countAnd(this.#all(right)) : members.countOr(this.#all(right));
  }

  #countLive(members: Bitmap): number {
    return this.#areAllLive ? members.count() : members.countAnd(this.#live);
  }

  /** All profiles, trashed ones too. Shared: not to be changed. */
  #all(number: number): Bitmap {
    const known = this.#members.get(number);
    if (known !== undefined) return known;
    const members = this.#evaluate(this.#ids.at(number));
    this.#members.set(number, members);
    return members;
  }

  #evaluate(expression: Expression): Bitmap {
    const { profileCount } = this.#population;
    switch (expression.kind) {
      case 'everyone':
        return Bitmap.full(profileCount);
      case 'nobody':
        return new Bitmap(profileCount);
      case 'leaf':
        return this.#cache.get(this.#population, expression.leaf, expression.key) ?? this.#scan(expression);
      case 'not':
        return this.#all(expression.of).not(this.#take());
      case 'all':
      case 'any':
        return this.#combine(expression);
      default:
        return unreachable(expression);
    }
  }

  #combine({ kind, left, right }: Pair): Bitmap {
    const members = this.#all(left);
    const part = this.#ids.at(right);
    if (part.kind === 'not' && !this.#members.has(right)) {
      // A complement is taken on the way: it needs no bitmap of its own.
      const others = this.#all(part.of);
      return kind === 'all' ? members.andNot(others, this.#take()) : members.orNot(others, this.#take());
    }
    const others = this.#all(right);
    return kind === 'all' ? members.and(others, this.#take()) : members.or(others, this.#take());
  }

  #scan({ leaf, key }: Leaf): Bitmap {
    const members = evaluateLeaf(this.#population, leaf);
    this.#cache.put(this.#population, leaf, { key, members });
    return members;
  }

  #take(): Bitmap {
    const bitmap = this.#pool.take(this.#population.profileCount);
    this.#taken.add(bitmap);
    return bitmap;
  }
}
