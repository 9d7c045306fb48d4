import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../sync-server/build.mjs';
import { whileAlone } from '../sync-server/install.mjs';
import { openBrowser } from './browser.mjs';
import { bundle } from './bundle.mjs';
import { describeMachine, load } from './machine.mjs';
import { installPeers } from './peers.mjs';
import { serve } from './serve.mjs';
import { openWorker } from './with-worker.mjs';

/** A smart segment on events: the columns that it reads come from stored pages. */
const SEGMENT = 'Bought recently';

/**
 * From navigation in a fresh browser process to the first count of an event segment on the screen,
 * against the same for an empty page. The workspace is stored and the app installed before.
 * @param {{ profileCount: number, rounds: number, seed: number }} options
 */
export async function measureColdStart({ profileCount, rounds, seed }) {
  installPeers();
  await whileAlone(console.log, () => buildIfNeeded(console.log));
  const server = await serve(await bundle());
  const profile = mkdtempSync(join(tmpdir(), 'shoal-bench-'));
  const before = load();
  try {
    const { path, version } = await store(profile, server.url, { profileCount, seed });
    /** @type {{ empty: number[], app: number[] }} */
    const times = { empty: [], app: [] };
    // By another name, so that the app's service worker does not answer for it.
    const empty = `${server.url.replace('127.0.0.1', 'localhost')}/bench/empty.html`;
    for (let round = 0; round < rounds; round += 1) {
      times.empty.push(await navigate(profile, empty, '[data-total]'));
      times.app.push(await navigate(profile, `${server.url}${path}`, '[data-total]'));
      console.log(
        `  empty page ${times.empty.at(-1)?.toFixed(0)} ms, app ${times.app.at(-1)?.toFixed(0)} ms`,
      );
    }
    const figures = { [profileCount]: { segment: SEGMENT, emptyMs: times.empty, appMs: times.app } };
    return { machine: describeMachine(version), loads: [before, load()], figures };
  } finally {
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** @param {string} profile @param {string} url @param {{ profileCount: number, seed: number }} size */
async function store(profile, url, size) {
  const context = await openBrowser(profile);
  try {
    const call = await openWorker(context, url);
    const stored = await call('storeWorkspace', { ...size, now: Date.now() });
    const segments = /** @type {{ id: string, title: string }[]} */ (stored);
    const segment = segments.find(({ title }) => title === SEGMENT);
    if (segment === undefined) throw new Error(`There is no segment "${SEGMENT}".`);
    const path = `/segments/${segment.id}`;
    // Once with the network, so that the app is installed: from then on it starts from its own cache.
    const page = await context.newPage();
    await page.goto(`${url}${path}`);
    await page.locator('[data-total]').first().waitFor({ timeout: 120_000 });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.locator('[data-total]').first().waitFor({ timeout: 120_000 });
    return { path, version: context.browser()?.version() ?? 'of unknown version' };
  } finally {
    await context.close();
  }
}

/**
 * Milliseconds from the navigation's start until `selector` is there and drawn.
 * @param {string} profile
 * @param {string} url
 * @param {string} selector
 */
async function navigate(profile, url, selector) {
  const context = await openBrowser(profile);
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'commit' });
    const handle = await page.waitForFunction(
      (wanted) => document.querySelector(wanted) !== null && performance.now(),
      selector,
      { timeout: 120_000 },
    );
    return Number(await handle.jsonValue());
  } finally {
    await context.close();
  }
}
