/**
 * Installs the locked packages when they are not there, and builds the app when its sources changed.
 * Shared by `npm start` and `npm test`. Node built-ins only: this runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));

const LOCK_FOLDER = join(CHECKOUT, '.cache', 'prepare.lock');
const LOCK_LIFE_MS = 15 * 60 * 1000;

/** A failure that a person can act on: shown as one sentence, without a stack. */
export class Refusal extends Error {}

/** @param {string} path @returns {any} what the JSON file holds; undefined if it cannot be read */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Compares the lockfile with npm's own record of what it installed, so that an `npm install` made by
 * hand counts too, and an interrupted one does not.
 */
export function isInstalled(folder = CHECKOUT) {
  const locked = readJson(join(folder, 'package-lock.json'))?.packages;
  const installed = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages;
  if (!locked || !installed) return false;
  for (const [path, entry] of Object.entries(installed)) {
    const wanted = locked[path];
    if (wanted && (wanted.version !== entry.version || wanted.integrity !== entry.integrity)) return false;
  }
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || path in installed || entry.optional || entry.devOptional,
  );
}

/**
 * The caller's environment (cache, proxy and registry must survive) without the flags of the outer
 * npm call: `--dry-run` or `--prefix` of `npm start` would become those of the install inside it.
 */
function environmentForNpm() {
  const flags =
    'allow_scripts dry_run global location prefix local_prefix workspace package_lock package_lock_only ' +
    'omit only production include ignore_scripts';
  const dropped = new Set(flags.split(' ').map((flag) => `npm_config_${flag}`));
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        name !== 'NODE_ENV' &&
        !/^npm_(package|lifecycle)_/.test(name) &&
        !dropped.has(name.toLowerCase().replaceAll('-', '_')),
    ),
  );
}

/** Runs a locked install in `folder`. @param {string} folder @param {readonly string[]} [more] */
export async function installLocked(folder, more = []) {
  const npmCli = process.env['npm_execpath'];
  const throughNode = npmCli?.endsWith('npm-cli.js') === true && existsSync(npmCli);
  const isWindows = process.platform === 'win32';
  const command = throughNode ? process.execPath : 'npm';
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const args = ['ci', '--include=dev', '--include=optional', ...quiet, ...more];
  const child = spawn(command, throughNode ? [npmCli, ...args] : args, {
    cwd: folder,
    env: environmentForNpm(),
    // npm's closing line ("added 352 packages") says nothing that a person who starts an app needs.
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: isWindows && !throughNode,
  });
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
  if (code !== 0) {
    throw new Refusal('The packages could not be installed: npm says why above. Nothing was started.');
  }
}

/** @param {(line: string) => void} say */
export async function installIfNeeded(say) {
  if (isInstalled()) return;
  say('Installing packages (once, about a minute) …');
  await installLocked(CHECKOUT);
  if (!isInstalled()) {
    throw new Refusal('npm finished, yet packages are missing. Remove node_modules and try again.');
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

function removeAbandonedLock() {
  try {
    const pid = Number(readFileSync(join(LOCK_FOLDER, 'pid'), 'utf8'));
    // Numbers of processes come again in containers, so a lock is not believed for ever.
    const isOld = Date.now() - statSync(LOCK_FOLDER).mtimeMs > LOCK_LIFE_MS;
    if (isAlive(pid) && !isOld) return;
  } catch {
    // No number inside: its maker died between the two steps, or is about to write it.
    if (existsSync(LOCK_FOLDER) && Date.now() - statSync(LOCK_FOLDER).mtimeMs < 2000) return;
  }
  const aside = `${LOCK_FOLDER}.${process.pid}`;
  try {
    renameSync(LOCK_FOLDER, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch {
    // Another start was faster; the next attempt tells.
  }
}

/**
 * Runs `work` while no other start of this checkout installs or builds: two of them would write into
 * the same folders.
 * @template T
 * @param {(line: string) => void} say @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function whileAlone(say, work) {
  mkdirSync(dirname(LOCK_FOLDER), { recursive: true });
  for (let attempt = 0; ; attempt++) {
    try {
      mkdirSync(LOCK_FOLDER);
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      if (attempt === 5) say('Waiting for another start of this folder to finish its preparations …');
      removeAbandonedLock();
      await sleep(200);
    }
  }
  const release = () => rmSync(LOCK_FOLDER, { recursive: true, force: true });
  process.once('exit', release);
  try {
    writeFileSync(join(LOCK_FOLDER, 'pid'), String(process.pid));
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
