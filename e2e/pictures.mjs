/**
 * Makes the picture that the README opens with: the builder on the sample workspace.
 *
 *     node e2e/pictures.mjs
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { register } from 'tsx/esm/api';
import { findBrowsers } from './browsers.mjs';
import { launchOptionsOf } from './found-browsers.mjs';

register();
const { startServer, temporaryFolder } = await import('./server-process.ts');

const PICTURES = join(import.meta.dirname, 'pictures');
const SAMPLE_MS = 60_000;
const SETTLE_MS = 1000;

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} name */
async function addCondition(page, name) {
  const search = page.getByRole('searchbox', { name: 'Search conditions' });
  await search.fill(name);
  await search.press('Enter');
  return page.getByRole('region', { name: 'Definition' }).getByRole('group').last();
}

/** @param {Page} page @param {import('@playwright/test').Locator} row @param {RegExp} button @param {string} option */
async function choose(page, row, button, option) {
  await row.getByRole('button', { name: button }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** @param {Page} page */
async function buildSegment(page) {
  await page.getByRole('button', { name: 'New segment' }).click();
  await page.getByRole('textbox', { name: 'Name of the segment' }).fill('Win back: Nordic buyers gone quiet');

  await addCondition(page, 'Newsletter by email');
  await addCondition(page, 'Order placed');

  const recent = await addCondition(page, 'Order placed');
  await choose(page, recent, /^When/, 'in the last');
  await recent.getByRole('spinbutton', { name: 'How many' }).fill('90');
  await recent.getByRole('button', { name: 'Include' }).click();

  const country = await addCondition(page, 'Country');
  await choose(page, country, /^Operator/, 'is');
  const values = page.getByRole('combobox', { name: 'Values of Country' });
  for (const value of ['Sweden', 'Norway', 'Denmark']) {
    await values.fill(value);
    await values.press('Enter');
  }
  await values.press('Escape');

  const complained = await addCondition(page, 'Complained');
  await complained.getByRole('button', { name: 'Include' }).click();
}

/** @param {Page} page */
async function pictureBuilder(page) {
  await buildSegment(page);
  await page.locator('[data-total]').waitFor();
  // No field is being edited, nothing is pointed at, no message lies over it.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.mouse.move(0, 0);
  const dismiss = page.getByRole('button', { name: 'Dismiss this message' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  await page.waitForTimeout(SETTLE_MS);
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, 'builder.png'), animations: 'disabled' });
}

const browsers = await findBrowsers(console.error);
const folder = await temporaryFolder('pictures');
const server = await startServer({ dataFolder: folder.path, environment: { PORT: '0' } });
const browser = await chromium.launch(launchOptionsOf(browsers.chromium));
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.35,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
  });
  // The offer to protect the data was answered: it is not what the picture is about.
  await page.addInitScript(() => localStorage.setItem('shoal.asked-to-persist', 'yes'));
  await page.goto(server.address);
  await page.getByRole('button', { name: 'Start with the sample' }).click();
  await page.getByRole('heading', { name: 'Segments', level: 1 }).waitFor({ timeout: SAMPLE_MS });
  await pictureBuilder(page);
} finally {
  await browser.close();
  await server.stop();
  await folder.remove();
}
