/**
 * Builds the app into `dist/` and proves that it will be whole offline. `npm start` and `npm test`
 * build only when the sources changed; `npm run build` always does.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECKOUT, Refusal } from './install.mjs';

export const DIST = join(CHECKOUT, 'dist');

const SOURCES = ['web', 'worker', 'shared', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
// Inside the output folder: Vite empties that first, so an interrupted build leaves no stamp.
const STAMP = join(DIST, '.built-from');

/** @param {string} path @returns {string[]} every file below, in one order on every system */
function filesBelow(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const child = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(child) : [child];
  });
}

/** A test or a text changes nothing that is served. @param {string} path */
function isBuilt(path) {
  return !/\.test\.tsx?$|\.md$/.test(path);
}

function hashSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES.map((name) => join(CHECKOUT, name))) {
    const files = source.endsWith('.ts') || source.endsWith('.json') ? [source] : filesBelow(source);
    for (const file of files.filter(isBuilt)) {
      const content = readFileSync(file);
      hash.update(`${relative(CHECKOUT, file).split(sep).join('/')}\0${content.length}\0`);
      hash.update(content);
    }
  }
  return hash.digest('hex');
}

export function isBuildFresh() {
  if (!existsSync(STAMP)) return false;
  return readFileSync(STAMP, 'utf8') === hashSources();
}

/** Requires: packages are installed. A warning fails the build: each has meant a broken app one day. */
export async function build() {
  const builtFrom = hashSources();
  process.env['NODE_ENV'] = 'production';
  const vite = await import('vite');
  /** @type {string[]} */
  const warnings = [];
  const logger = vite.createLogger('warn');
  logger.warn = (message) => warnings.push(message);
  logger.warnOnce = logger.warn;
  const restoreConsole = redirectConsole((message) => warnings.push(message));
  try {
    await vite.build({
      root: join(CHECKOUT, 'web'),
      configFile: join(CHECKOUT, 'vite.config.ts'),
      customLogger: logger,
      logLevel: 'warn',
    });
  } catch (error) {
    throw new Refusal(`The app could not be built: ${error instanceof Error ? error.message : error}`);
  } finally {
    restoreConsole();
  }
  const problems = [...warnings, ...filesMissingOffline().map((file) => `Not in the precache: ${file}`)];
  if (problems.length > 0) throw new Refusal(`The build is refused:\n${problems.join('\n')}`);
  writeFileSync(STAMP, builtFrom);
}

/**
 * Plugins build on their own loggers: their progress is noise here, their warnings must be caught.
 * @param {(message: string) => void} onWarning
 */
function redirectConsole(onWarning) {
  const { log, info, warn } = console;
  console.log = () => {};
  console.info = () => {};
  console.warn = (...parts) => onWarning(parts.join(' '));
  return () => Object.assign(console, { log, info, warn });
}

/** What the service worker would not have when the network is gone; read from what was really built. */
function filesMissingOffline() {
  const serviceWorker = readFileSync(join(DIST, 'sw.js'), 'utf8');
  return filesBelow(DIST)
    .map((file) => relative(DIST, file).split(sep).join('/'))
    .filter((file) => file !== 'sw.js' && !file.startsWith('.'))
    .filter((file) => !serviceWorker.includes(`"${file}"`) && !serviceWorker.includes(`url:\`${file}\``));
}

/** @param {(line: string) => void} say */
export async function buildIfNeeded(say) {
  if (isBuildFresh()) return;
  say('Building the app …');
  await build();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch((error) => {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  });
}
