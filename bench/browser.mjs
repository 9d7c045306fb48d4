import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowsers } from '../e2e/browsers.mjs';
import { foundBrowsers, launchOptionsOf } from '../e2e/found-browsers.mjs';

/** @type {Promise<import('../e2e/found-browsers.mjs').FoundBrowser> | undefined} */
let found;

/** The same Chromium that the tests run in. */
export function findChromium() {
  found ??= search();
  return found;
}

async function search() {
  const known = foundBrowsers();
  if (known !== undefined) return known.chromium;
  if (existsSync('/usr/bin/chromium')) return { executablePath: '/usr/bin/chromium', from: 'Debian' };
  return (await findBrowsers((line) => console.log(line))).chromium;
}

/**
 * Opens a browser of its own, with an empty profile, and closes it whatever happens.
 * @template Answer
 * @param {(context: import('@playwright/test').BrowserContext) => Promise<Answer>} work
 * @returns {Promise<Answer>}
 */
export async function withBrowser(work) {
  const profile = mkdtempSync(join(tmpdir(), 'shoal-bench-'));
  const context = await openBrowser(profile);
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** @param {string} profile folder of the browser's own files, kept after closing */
export async function openBrowser(profile) {
  const options = launchOptionsOf(await findChromium());
  const args = [...options.args, '--js-flags=--max-old-space-size=8192'];
  return chromium.launchPersistentContext(profile, { ...options, args, headless: true, timeout: 60_000 });
}
