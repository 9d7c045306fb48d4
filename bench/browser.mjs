import { chromium } from '@playwright/test';
import { findBrowsers } from '../e2e/browsers.mjs';
import { foundBrowsers, launchOptionsOf } from '../e2e/found-browsers.mjs';

/** @type {Promise<import('../e2e/found-browsers.mjs').FoundBrowser> | undefined} */
let found;

/** The same Chromium that the tests run in. */
function findChromium() {
  found ??= search();
  return found;
}

async function search() {
  return (foundBrowsers() ?? (await findBrowsers((line) => console.log(line)))).chromium;
}

/** @param {string} profile folder of the browser's own files, kept after closing */
export async function openBrowser(profile) {
  const options = launchOptionsOf(await findChromium());
  // Made-up data for three engines at once takes more than a page usually gets.
  const args = [...options.args, '--js-flags=--max-old-space-size=8192'];
  return chromium.launchPersistentContext(profile, { ...options, args, headless: true, timeout: 60_000 });
}
