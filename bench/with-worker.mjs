import { withBrowser } from './browser.mjs';
import { bundle } from './bundle.mjs';
import { describeMachine, load } from './machine.mjs';
import { installPeers } from './peers.mjs';
import { serve } from './serve.mjs';

/**
 * Runs parts in a Web Worker of a fresh browser; gives the figures, the machine, and its load before and after.
 * @param {(call: (part: string, options: object) => Promise<unknown>) => Promise<unknown>} work
 */
export async function withWorker(work) {
  installPeers();
  const server = await serve(await bundle());
  const before = load();
  try {
    return await withBrowser(async (context) => {
      const call = await openWorker(context, server.url);
      const figures = await work(call);
      const machine = describeMachine(context.browser()?.version() ?? 'of unknown version');
      return { machine, loads: [before, load()], figures };
    });
  } finally {
    server.close();
  }
}

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
