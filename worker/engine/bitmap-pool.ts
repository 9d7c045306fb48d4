import { Bitmap } from '../../shared/kernel/bitmap.ts';

/** More than this many are not kept: a definition of hundreds of nodes is rare. */
const MOST_KEPT = 64;

/** Bitmaps that only an evaluation in progress needs: to make new ones costs more than to fill them. */
export class BitmapPool {
  #free: Bitmap[] = [];

  /** Holds anything. */
  take(length: number): Bitmap {
    if (this.#free[0] !== undefined && this.#free[0].length !== length) this.#free = [];
    return this.#free.pop() ?? new Bitmap(length);
  }

  /** Requires that nobody uses them any more. */
  giveBack(bitmaps: Iterable<Bitmap>): void {
    for (const bitmap of bitmaps) if (this.#free.length < MOST_KEPT) this.#free.push(bitmap);
  }
}
