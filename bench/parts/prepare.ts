import type { Crowd } from '../crowd/crowd.ts';
import { makeCrowd } from '../crowd/make-crowd.ts';
import { createShoalEngine, type ShoalEngine } from '../engines/shoal.ts';

export type Say = (line: string) => unknown;

export interface Size {
  readonly seed: number;
  readonly profileCount: number;
  readonly now: number;
}

/** The crowd and Shoal's columns of it. */
export async function prepare(
  size: Size,
  say: Say,
): Promise<{ readonly crowd: Crowd; readonly shoal: ShoalEngine }> {
  const made = `made ${size.profileCount} profiles with 10 events each`;
  const crowd = await timed(say, made, () => makeCrowd(size));
  const shoal = await timed(say, 'filled the columns', () => createShoalEngine(crowd));
  return { crowd, shoal };
}

export async function timed<Made>(say: Say, what: string, make: () => Made | Promise<Made>): Promise<Made> {
  const start = performance.now();
  const made = await make();
  await say(`${what} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return made;
}
