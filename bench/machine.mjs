import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT, pinned } from './peers.mjs';

/** What the figures were measured on, and how busy it was. @param {string} browserVersion */
export function describeMachine(browserVersion) {
  const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));
  return {
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    browser: `Chromium ${browserVersion}`,
    shoal: version,
    peers: pinned(),
  };
}

/** Mean number of processes that wanted to run, over the last minute. */
export function load() {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}
