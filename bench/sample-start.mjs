import { withServer } from './with-server.mjs';

/**
 * From the click on "Start with the sample" to the first count in the list of segments, in browsers that
 * have never seen the app: generated, stored, opened, counted, drawn.
 * @param {{ rounds: number }} options
 */
export function measureSampleStart({ rounds }) {
  return withServer({ needsApp: true }, async ({ url, browse }) => {
    /** @type {number[]} */
    const readyMs = [];
    for (let round = 0; round < rounds; round += 1) {
      readyMs.push(await browse(async (context) => startOnce(await context.newPage(), url)));
      console.log(`  ${readyMs.at(-1)?.toFixed(0)} ms`);
    }
    return { readyMs };
  });
}

/** @param {import('@playwright/test').Page} page @param {string} url */
async function startOnce(page, url) {
  await page.goto(url);
  const start = page.getByRole('button', { name: 'Start with the sample' });
  await start.waitFor();
  return start.evaluate(async (button) => {
    const startedAt = performance.now();
    /** @type {HTMLElement} */ (button).click();
    const isCounted = () =>
      [...document.querySelectorAll('[role=row] *')].some((cell) =>
        /^\d[\d,]*$/.test(cell.textContent ?? ''),
      );
    while (!isCounted()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - startedAt;
  });
}
