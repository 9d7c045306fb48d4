import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './peers.mjs';
import { withServer } from './with-server.mjs';

/** 406,829 invoice lines (CC BY 4.0, UCI): not in the repository, looked for beside it. */
const FILE = join(CHECKOUT, '..', 'shared', 'data', 'online-retail', 'lines.csv.gz');

/**
 * The import of a real file through the app, from the click to what it did, into an empty workspace each
 * time; and the longest task of the page's main thread meanwhile.
 * @param {{ rounds: number }} options
 */
export async function measureImport({ rounds }) {
  if (!existsSync(FILE)) return { skipped: `there is no ${FILE}` };
  return withServer({ needsApp: true }, async ({ url, browse }) => {
    /** @type {Imported[]} */
    const runs = [];
    for (let round = 0; round < rounds; round += 1) {
      const run = await browse(async (context) => importOnce(await context.newPage(), url));
      console.log(
        `  ${run.rows} · ${(run.importMs / 1000).toFixed(1)} s, longest task ${run.longestTaskMs.toFixed(0)} ms`,
      );
      runs.push(run);
    }
    return { file: 'online-retail/lines.csv.gz', runs };
  });
}

/**
 * @typedef {{ inspectMs: number, importMs: number, longestTaskMs: number, rows: string }} Imported
 * @param {import('@playwright/test').Page} page
 * @param {string} url
 * @returns {Promise<Imported>}
 */
async function importOnce(page, url) {
  await page.addInitScript(() => {
    const tasks = /** @type {number[]} */ ([]);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
    Object.assign(globalThis, { longTasks: tasks });
  });
  await page.goto(`${url}/`);
  await page.getByRole('button', { name: 'Start empty' }).click();
  await page.getByRole('link', { name: 'Imports' }).first().waitFor();
  await page.goto(`${url}/import`);
  const start = page.getByRole('button', { name: 'Start the import' });
  const chosenAt = performance.now();
  await page.locator('input[type=file]').setInputFiles(FILE);
  await start.waitFor({ timeout: 60_000 });
  const inspectMs = performance.now() - chosenAt;

  const figures = await page.evaluate(async () => {
    const tasks = /** @type {any} */ (globalThis).longTasks;
    tasks.length = 0;
    const button = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.includes('Start the import'),
    );
    const startedAt = performance.now();
    button?.click();
    const isDone = () =>
      document.querySelector('main dl dd') !== null &&
      document.querySelector('progress, [role=progressbar]') === null;
    while (!isDone()) await new Promise((resolve) => requestAnimationFrame(resolve));
    const importMs = performance.now() - startedAt;
    // Long tasks are reported after they end.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return {
      importMs,
      longestTaskMs: Math.max(0, ...tasks),
      rows: document.querySelector('main dl')?.textContent ?? '',
    };
  });
  return { inspectMs, ...figures };
}
