import { measureEdits } from './parts/measure-edits.ts';
import { prepare, type Size } from './parts/prepare.ts';
import { quantile } from './parts/statistics.ts';
import { TEN_SEGMENTS } from './segments/ten-segments.ts';

/**
 * The engine alone, in Node: `npx tsx bench/engine-node.ts [profiles] [rounds]`. For work on kernels;
 * the figures that count are taken in the browser, beside the peers.
 */
const [profileCount = 1_000_000, rounds = 7] = process.argv.slice(2).map(Number);
const size: Size = { seed: 1, profileCount, now: Date.UTC(2026, 0, 15, 12) };
const say = (line: string) => console.log(line);

const { crowd, shoal } = await prepare(size, say);
console.log(`${crowd.profileCount} profiles, ${crowd.eventCount} events`);

const times = new Map(TEN_SEGMENTS.map(({ id }) => [id, [] as number[]]));
for (let round = 0; round < rounds; round += 1) {
  for (const { id } of TEN_SEGMENTS) {
    const start = performance.now();
    shoal.count(id);
    times.get(id)?.push(performance.now() - start);
  }
}
for (const { id, title } of TEN_SEGMENTS) {
  const taken = times.get(id) ?? [];
  const figures = [taken[0] ?? 0, quantile(taken, 0.5), Math.min(...taken)].map((ms) =>
    ms.toFixed(2).padStart(8),
  );
  console.log(
    `${id.padEnd(4)}${String(shoal.count(id)).padStart(8)}  first ${figures[0]}  median ${figures[1]}  best ${figures[2]}  ${title}`,
  );
}

for (const figures of await measureEdits(size, say)) console.log(JSON.stringify(figures));

const memory = shoal.population.memory();
const perProfile = (bytes: number) => (bytes / profileCount).toFixed(1);
for (const { column, bytes } of memory)
  if (bytes > profileCount / 10) console.log(`${perProfile(bytes).padStart(8)} B  ${column}`);
const read = memory.filter(({ readBySegments }) => readBySegments).reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`${perProfile(read)} bytes a profile for the columns that segments read`);
