import { openWorker } from './bench-worker.mjs';
import { measureColdStart } from './cold-start.mjs';
import { measureImport } from './import-file.mjs';
import { measureSampleStart } from './sample-start.mjs';
import { withServer } from './with-server.mjs';

const SEED = 20_261_123;
/** The crowd's base instant; its day does not matter, only that it stays the same. */
const NOW = Date.UTC(2026, 10, 23, 12);
/** Rows as objects take gigabytes at a million, so they are measured at this size only. */
const ROWS_UP_TO = 100_000;

/**
 * @typedef {{ profileCounts: number[], rounds: number }} Options
 * @typedef {{ skipped: string } | { skipped?: undefined, machine: object, loads: number[], figures: unknown }} Outcome
 * @type {Record<string, (options: Options) => Promise<Outcome>>}
 */
export const PARTS = {
  segments: ({ profileCounts, rounds }) =>
    perSize(profileCounts, 'measureSegments', (profileCount) => ({
      rounds,
      peers: profileCount <= ROWS_UP_TO ? ['rows', 'duckdb'] : ['duckdb'],
    })),
  edits: ({ profileCounts }) => perSize(profileCounts, 'measureEdits', () => ({})),
  memory: ({ profileCounts }) => perSize(profileCounts, 'measureMemory', () => ({})),
  'cold-start': ({ profileCounts, rounds }) =>
    measureColdStart({ profileCount: Math.max(...profileCounts), rounds, seed: SEED }),
  sample: ({ rounds }) => measureSampleStart({ rounds: Math.min(rounds, 5) }),
  import: ({ rounds }) => measureImport({ rounds: Math.min(rounds, 3) }),
};

/**
 * @param {number[]} profileCounts
 * @param {string} part
 * @param {(profileCount: number) => object} more
 * @returns {Promise<Outcome>}
 */
async function perSize(profileCounts, part, more) {
  return withServer({ needsApp: false }, ({ url, browse }) =>
    browse(async (context) => {
      const call = await openWorker(context, url);
      /** @type {Record<string, unknown>} */
      const figures = {};
      for (const profileCount of profileCounts) {
        figures[profileCount] = await call(part, {
          seed: SEED,
          now: NOW,
          profileCount,
          ...more(profileCount),
        });
      }
      return figures;
    }),
  );
}
