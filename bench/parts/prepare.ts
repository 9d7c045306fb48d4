import type { Crowd } from '../crowd/crowd.ts';
import { makeCrowd } from '../crowd/make-crowd.ts';
import { createShoalEngine, type ShoalEngine } from '../engines/shoal.ts';

export type Say = (line: string) => unknown;

export interface Size {
  readonly seed: number;
  readonly profileCount: number;
  readonly now: number;
}

let prepared: { readonly size: Size; readonly crowd: Crowd; readonly shoal: ShoalEngine } | undefined;

/** The crowd and Shoal's columns of it; kept for the next part of the same size. */
export async function prepare(
  size: Size,
  say: Say,
): Promise<{ readonly crowd: Crowd; readonly shoal: ShoalEngine }> {
  if (prepared !== undefined && JSON.stringify(prepared.size) === JSON.stringify(size)) return prepared;
  prepared = undefined;
  const crowd = await timed(say, `made ${size.profileCount} profiles with 10 events each`, () =>
    makeCrowd(size),
  );
  const shoal = await timed(say, 'filled the columns', () => createShoalEngine(crowd));
  prepared = { size, crowd, shoal };
  return prepared;
}

export async function timed<Made>(say: Say, what: string, make: () => Made | Promise<Made>): Promise<Made> {
  const start = performance.now();
  const made = await make();
  await say(`${what} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return made;
}
