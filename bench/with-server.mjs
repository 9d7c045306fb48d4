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

/**
 * @typedef {import('@playwright/test').BrowserContext} Context
 * @typedef {object} Bench
 * @property {string} url
 * @property {string} profile folder of a browser that several calls of `browse` share
 * @property {<Answer>(inBrowser: (context: Context) => Promise<Answer>, profile?: string) => Promise<Answer>} browse
 *   starts a browser, one that has never been anywhere unless given a profile, and ends it whatever happens
 */

/**
 * Serves the bench page, and the app beside it if it is needed. Gives the figures with the machine, and its
 * load before and after.
 * @param {{ needsApp: boolean }} what
 * @param {(bench: Bench) => Promise<unknown>} work
 */
export async function withServer({ needsApp }, work) {
  installPeers();
  if (needsApp) await whileAlone(console.log, () => buildIfNeeded(console.log));
  const server = await serve(await bundle());
  const profile = newProfile();
  const before = load();
  let version = 'of unknown version';
  try {
    const figures = await work({
      url: server.url,
      profile,
      async browse(inBrowser, kept) {
        const folder = kept ?? newProfile();
        const context = await openBrowser(folder);
        version = context.browser()?.version() ?? version;
        try {
          return await inBrowser(context);
        } finally {
          await context.close();
          if (kept === undefined) remove(folder);
        }
      },
    });
    return { machine: describeMachine(version), loads: [before, load()], figures };
  } finally {
    server.close();
    remove(profile);
  }
}

function newProfile() {
  return mkdtempSync(join(tmpdir(), 'shoal-bench-'));
}

/** @param {string} folder */
function remove(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
