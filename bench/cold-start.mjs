import { openWorker } from './bench-worker.mjs';
import { withServer } from './with-server.mjs';

/** A smart segment on events: the columns that it reads come from stored pages. */
const SEGMENT = 'Bought recently';
const TOTAL = '[data-total]';
const PATIENCE_MS = 120_000;

/**
 * From navigation in a fresh browser process to the first count of an event segment on the screen,
 * against the same for an empty page. The workspace is stored and the app installed before.
 * @param {{ profileCount: number, rounds: number, seed: number }} options
 */
export function measureColdStart({ profileCount, rounds, seed }) {
  return withServer({ needsApp: true }, async ({ url, profile, browse }) => {
    const app = await browse((context) => install(context, url, { profileCount, seed }), profile);
    // By another name, so that the app's service worker does not answer for it.
    const empty = `${url.replace('127.0.0.1', 'localhost')}/bench/empty.html`;
    /** @type {{ emptyMs: number[], appMs: number[] }} */
    const times = { emptyMs: [], appMs: [] };
    for (let round = 0; round < rounds; round += 1) {
      times.emptyMs.push(await browse((context) => navigate(context, empty), profile));
      times.appMs.push(await browse((context) => navigate(context, app), profile));
      console.log(
        `  empty page ${times.emptyMs.at(-1)?.toFixed(0)} ms, app ${times.appMs.at(-1)?.toFixed(0)} ms`,
      );
    }
    return { [profileCount]: { segment: SEGMENT, ...times } };
  });
}

/**
 * Stores the workspace and lets the app install itself; gives the address of the segment.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} url
 * @param {{ profileCount: number, seed: number }} size
 */
async function install(context, url, size) {
  const call = await openWorker(context, url);
  const stored = await call('storeWorkspace', { ...size, now: Date.now() });
  const segments = /** @type {{ id: string, title: string }[]} */ (stored);
  const segment = segments.find(({ title }) => title === SEGMENT);
  if (segment === undefined) throw new Error(`There is no segment "${SEGMENT}".`);
  const address = `${url}/segments/${segment.id}`;
  // Once from the network, then from its own cache, as from now on.
  const page = await context.newPage();
  await page.goto(address);
  await page.locator(TOTAL).first().waitFor({ timeout: PATIENCE_MS });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.locator(TOTAL).first().waitFor({ timeout: PATIENCE_MS });
  return address;
}

/**
 * Milliseconds from the navigation's start until the total is there.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} address
 */
async function navigate(context, address) {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(
    (total) => document.querySelector(total) !== null && performance.now(),
    TOTAL,
    { timeout: PATIENCE_MS },
  );
  return Number(await handle.jsonValue());
}
