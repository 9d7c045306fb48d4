/**
 * What a visitor downloads, against what we promised; read from the build that is served. A size per
 * file would not do: what counts is what loads together, and Vite's manifest tells that.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from '../sync-server/build.mjs';

const KB = 1000;
const BUDGETS = {
  firstLoadScripts: 60 * KB,
  firstLoadStyles: 12 * KB,
  worker: 90 * KB,
  lazyPart: 40 * KB,
  precache: 900 * KB,
};

/**
 * @typedef {object} Chunk
 * @property {string} file
 * @property {string} [name]
 * @property {boolean} [isEntry]
 * @property {boolean} [isDynamicEntry]
 * @property {string[]} [imports]
 * @property {string[]} [dynamicImports]
 * @property {string[]} [css]
 */

/** @typedef {{what: string, bytes: number, limit: number}} Measure */

/** @param {string} file */
const gzipped = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
/** @param {Iterable<string>} files */
const sum = (files) => [...files].reduce((total, file) => total + gzipped(file), 0);

/** The chunk and all that it imports at once. @param {Record<string, Chunk>} chunks @param {string} key @param {Set<string>} [seen] */
function reach(chunks, key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of chunks[key]?.imports ?? []) reach(chunks, imported, seen);
  return seen;
}

/** @param {Record<string, Chunk>} chunks @param {Iterable<string>} keys */
const scriptsOf = (chunks, keys) =>
  [...keys].map((key) => chunks[key]?.file).filter((file) => file !== undefined);
/** @param {Record<string, Chunk>} chunks @param {Iterable<string>} keys */
const stylesOf = (chunks, keys) => new Set([...keys].flatMap((key) => chunks[key]?.css ?? []));

function filesInDist() {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.startsWith('.'));
}

/** @returns {Measure[]} */
export function measure() {
  /** @type {Record<string, Chunk>} */
  const chunks = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8'));
  const entries = Object.keys(chunks).filter((key) => chunks[key]?.isEntry);
  const first = new Set(entries.flatMap((key) => [...reach(chunks, key)]));
  // A script that the page names beside its modules loads first too.
  const plainScripts = existsSync(join(DIST, 'theme.js')) ? ['theme.js'] : [];
  const files = filesInDist();
  const workers = files.filter((file) => /^assets\/(with-)?worker-[\w-]+\.js$/.test(file));
  return [
    {
      what: 'first load, scripts',
      bytes: sum([...scriptsOf(chunks, first), ...plainScripts]),
      limit: BUDGETS.firstLoadScripts,
    },
    { what: 'first load, styles', bytes: sum(stylesOf(chunks, first)), limit: BUDGETS.firstLoadStyles },
    { what: 'Worker', bytes: sum(workers), limit: BUDGETS.worker },
    ...measureLazyParts(chunks, first),
    { what: 'precache', bytes: sum(files), limit: BUDGETS.precache },
  ];
}

/** @param {Record<string, Chunk>} chunks @param {Set<string>} first @returns {Measure[]} */
function measureLazyParts(chunks, first) {
  return Object.entries(chunks)
    .filter(([key, chunk]) => chunk.isDynamicEntry && !first.has(key))
    .map(([key, chunk]) => {
      const own = [...reach(chunks, key)].filter((part) => !first.has(part) && !isThere(chunks, key, part));
      return {
        what: `lazy: ${chunk.name ?? key}`,
        bytes: sum(scriptsOf(chunks, own)),
        limit: BUDGETS.lazyPart,
      };
    });
}

/**
 * Whether whoever asks for the lazy part `key` has `part` already: a screen that loads its editors later
 * is measured as a screen, and the editors as what they add to it.
 * @param {Record<string, Chunk>} chunks @param {string} key @param {string} part
 */
function isThere(chunks, key, part) {
  const askers = Object.keys(chunks).filter((asker) => chunks[asker]?.dynamicImports?.includes(key));
  return askers.length > 0 && askers.every((asker) => reach(chunks, asker).has(part));
}

const measures = measure();
const over = measures.filter(({ bytes, limit }) => bytes > limit);
for (const { what, bytes, limit } of measures) {
  const verdict = bytes > limit ? 'OVER' : 'ok';
  console.log(`${verdict.padEnd(5)}${(bytes / KB).toFixed(1).padStart(7)} of ${limit / KB} kB  ${what}`);
}
process.exitCode = over.length === 0 ? 0 : 1;
