import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH } from './peers.mjs';
import { TABLES } from './tables.mjs';

const RESULTS = join(BENCH, 'results');

/**
 * Keeps the figures of a part as `results/<date>-<part>.json` and writes RESULTS.md anew, from the last of each.
 * @param {string} part
 * @param {object} outcome
 */
export function saveResults(part, outcome) {
  mkdirSync(RESULTS, { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  const file = join(RESULTS, `${date}-${part}.json`);
  writeFileSync(file, `${JSON.stringify({ part, date, ...outcome }, null, 2)}\n`);
  writeFileSync(join(BENCH, 'RESULTS.md'), writeReport());
  console.log(`saved bench/results/${date}-${part}.json`);
}

function writeReport() {
  const sections = Object.entries(TABLES).flatMap(([part, table]) => {
    const last = readdirSync(RESULTS)
      .filter((name) => name.endsWith(`-${part}.json`))
      .sort()
      .at(-1);
    if (last === undefined) return [];
    const outcome = JSON.parse(readFileSync(join(RESULTS, last), 'utf8'));
    return [table(outcome), source(outcome, last)].join('\n\n');
  });
  const head = [
    '# Results',
    '',
    'Written by `npm run bench`; what is measured and how to read it stands in [README.md](README.md).',
    'Times vary two- or threefold with what else the machine does: trust ratios of one run.',
  ].join('\n');
  return `${[head, ...sections].join('\n\n')}\n`;
}

/** @param {{ date: string, machine: Record<string, unknown>, loads: number[] }} outcome @param {string} file */
function source({ date, machine, loads }, file) {
  const { cpu, memoryGb, system, node, browser, shoal, peers } = machine;
  const versions = Object.entries(/** @type {Record<string, string>} */ (peers)).map((pair) =>
    pair.join(' '),
  );
  return (
    `${date} · ${cpu}, ${memoryGb} GB, ${system} · ${browser} · Node ${node} · Shoal ${shoal} · ` +
    `${versions.join(', ')} · load ${loads.join(' to ')} · [${file}](results/${file})`
  );
}
