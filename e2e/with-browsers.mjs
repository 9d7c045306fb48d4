/**
 * Finds the browsers, then runs the command that follows, with their places in its environment:
 * `node e2e/with-browsers.mjs playwright test --config e2e`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIfNeeded } from '../sync-server/build.mjs';
import { CHECKOUT, Refusal, whileAlone } from '../sync-server/install.mjs';
import { findBrowsers } from './browsers.mjs';
import { environmentWith, foundBrowsers } from './found-browsers.mjs';

const MEMORY = join(CHECKOUT, '.cache', 'browsers.json');
const MEMORY_LIFE_MS = 24 * 3600 * 1000;

/** The trials take seconds, so a day's finds are believed while their files exist. */
function remembered() {
  if (!existsSync(MEMORY) || Date.now() - statSync(MEMORY).mtimeMs > MEMORY_LIFE_MS) return undefined;
  /** @type {import('./found-browsers.mjs').FoundBrowsers} */
  const browsers = JSON.parse(readFileSync(MEMORY, 'utf8'));
  const { chromium, firefox, webkit } = browsers;
  const paths = [chromium.executablePath, firefox?.executablePath, webkit?.driver, webkit?.miniBrowser];
  return paths.every((path) => path === undefined || existsSync(path)) ? browsers : undefined;
}

async function findOnce() {
  const known = foundBrowsers() ?? (process.env['CHROMIUM'] ? undefined : remembered());
  if (known) return known;
  const found = await findBrowsers((line) => console.error(line));
  mkdirSync(dirname(MEMORY), { recursive: true });
  writeFileSync(MEMORY, JSON.stringify(found));
  return found;
}

const [command = 'playwright', ...args] = process.argv.slice(2);
try {
  const browsers = await findOnce();
  const say = (/** @type {string} */ line) => console.error(line);
  if (command === 'playwright') await whileAlone(say, () => buildIfNeeded(say));
  const bin = join(CHECKOUT, 'node_modules', '.bin', command);
  const child = spawn(bin, args, {
    stdio: 'inherit',
    env: environmentWith(browsers),
    shell: process.platform === 'win32',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
