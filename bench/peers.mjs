import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BENCH = dirname(fileURLToPath(import.meta.url));
export const CHECKOUT = dirname(BENCH);

/** Installs the peers next to this file, exactly as locked, unless they are there. */
export function installPeers() {
  if (Object.entries(pinned()).every(([name, version]) => installedVersion(name) === version)) return;
  console.log('Installing the peers (about 150 MB)…');
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: BENCH,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('The peers could not be installed: see the lines above.');
}

/** @returns {Record<string, string>} */
export function pinned() {
  return JSON.parse(readFileSync(join(BENCH, 'package.json'), 'utf8')).dependencies;
}

/** @param {string} name */
function installedVersion(name) {
  const file = join(BENCH, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}
