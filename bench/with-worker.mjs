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
      const page = await context.newPage();
      page.on('console', (message) => console.log(`  ${message.text()}`));
      page.on('pageerror', (error) => console.error(error));
      await page.goto(server.url);
      const duckDbWasm = `${server.url}/peers/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm`;
      const figures = await work((part, options) =>
        page.evaluate(
          ([name, given]) => /** @type {any} */ (globalThis).bench.run(name, given),
          [part, { ...options, duckDbWasm }],
        ),
      );
      const machine = describeMachine(context.browser()?.version() ?? 'of unknown version');
      return { machine, loads: [before, load()], figures };
    });
  } finally {
    server.close();
  }
}
