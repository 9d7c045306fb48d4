/**
 * `npm run bench` measures everything; `npm run bench -- segments edits` only those parts.
 * `--profiles 10000` takes another size than the usual ones, to try things out.
 */
import { parseArgs } from 'node:util';
import { PARTS } from './parts.mjs';
import { saveResults } from './results.mjs';
import { TABLES } from './tables.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profiles: { type: 'string' },
    rounds: { type: 'string' },
    save: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS);
const unknown = chosen.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const options = {
  profileCounts:
    values.profiles === undefined ? [100_000, 1_000_000] : values.profiles.split(',').map(Number),
  rounds: Number(values.rounds ?? 9),
};
for (const name of chosen) {
  console.log(`\n== ${name}`);
  const outcome = await PARTS[name]?.(options);
  if (outcome === undefined) continue;
  if (outcome.skipped !== undefined) {
    console.log(`skipped: ${outcome.skipped}`);
    continue;
  }
  console.log(`\n${TABLES[name]?.(outcome)}\n\nload ${outcome.loads.join(' to ')}`);
  if (values.save) saveResults(name, outcome);
}
