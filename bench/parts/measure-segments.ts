import { createDuckDbEngine } from '../engines/duckdb.ts';
import type { BenchEngine } from '../engines/engine.ts';
import { createRowsEngine } from '../engines/rows.ts';
import { TEN_SEGMENTS } from '../segments/ten-segments.ts';
import { prepare, type Say, type Size, timed } from './prepare.ts';
import { median } from './statistics.ts';

const WARM_UP_MS = 2_000;

export interface SegmentsOptions extends Size {
  readonly rounds: number;
  readonly peers: readonly ('duckdb' | 'rows')[];
  readonly duckDbWasm: string;
}

export interface SegmentFigures {
  readonly segment: string;
  readonly title: string;
  readonly count: number;
  /** Milliseconds of a single call by engine, medians over the rounds. */
  readonly ms: Readonly<Record<string, number>>;
  /** The least of the rounds: what remains when nothing else ran. */
  readonly bestMs: Readonly<Record<string, number>>;
}

/** All ten segments on all engines in turns, one call each; different counts end the run. */
export async function measureSegments(
  options: SegmentsOptions,
  say: Say,
): Promise<readonly SegmentFigures[]> {
  const engines = await makeEngines(options, say);
  const counts = compareCounts(engines);

  for (const engine of engines) warmUp(engine);
  await say('all engines give the same counts');

  const times = new Map<string, number[]>();
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { id } of TEN_SEGMENTS) {
      // Another engine goes first in each round, so that no one always finds the caches of the same one.
      for (let turn = 0; turn < engines.length; turn += 1) {
        const engine = engines[(turn + round) % engines.length];
        if (engine === undefined) continue;
        engine.forget?.();
        const start = performance.now();
        engine.count(id);
        const elapsed = performance.now() - start;
        const key = `${id} ${engine.name}`;
        times.set(key, [...(times.get(key) ?? []), elapsed]);
      }
    }
    await say(`round ${round + 1} of ${options.rounds}`);
  }
  for (const engine of engines.slice(1)) engine.close();

  const byEngine = (id: string, of: (values: readonly number[]) => number) =>
    Object.fromEntries(engines.map(({ name }) => [name, of(times.get(`${id} ${name}`) ?? [])]));
  return TEN_SEGMENTS.map(({ id, title }) => ({
    segment: id,
    title,
    count: counts.get(id) ?? 0,
    ms: byEngine(id, median),
    bestMs: byEngine(id, (values) => Math.min(...values)),
  }));
}

/** The crowd itself is let go of: a million texts of nobody's would make every collection of garbage slow. */
async function makeEngines(options: SegmentsOptions, say: Say): Promise<readonly BenchEngine[]> {
  const { crowd, shoal } = await prepare(options, say);
  const engines: BenchEngine[] = [shoal];
  if (options.peers.includes('rows')) {
    engines.push(await timed(say, 'made the rows', () => createRowsEngine(crowd)));
  }
  if (options.peers.includes('duckdb')) {
    engines.push(await timed(say, 'filled DuckDB', () => createDuckDbEngine(crowd, options.duckDbWasm)));
  }
  return engines;
}

/** Until the code of each is compiled as it will stay, in the browser's own time. */
function warmUp(engine: BenchEngine): void {
  const until = performance.now() + WARM_UP_MS;
  do {
    for (const { id } of TEN_SEGMENTS) engine.count(id);
  } while (performance.now() < until);
}

function compareCounts(engines: readonly BenchEngine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of TEN_SEGMENTS) {
    const answers = engines.map((engine) => `${engine.name} ${engine.count(id)}`);
    const distinct = new Set(answers.map((answer) => answer.split(' ')[1]));
    if (distinct.size !== 1) throw new Error(`Different counts for ${id}: ${answers.join(', ')}`);
    counts.set(id, Number([...distinct][0]));
  }
  return counts;
}
