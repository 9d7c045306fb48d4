/**
 * Opens the bench page; gives a function that calls its Worker.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} url
 * @returns {Promise<(part: string, options: object) => Promise<unknown>>}
 */
export async function openWorker(context, url) {
  const page = await context.newPage();
  page.on('console', (message) => console.log(`  ${message.text()}`));
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`${url}/bench/`);
  const duckDbWasm = `${url}/peers/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm`;
  return (part, options) =>
    page.evaluate(
      ([name, given]) => /** @type {any} */ (globalThis).bench.run(name, given),
      /** @type {const} */ ([part, { ...options, duckDbWasm }]),
    );
}
