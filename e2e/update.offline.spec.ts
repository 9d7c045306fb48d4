import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type SyncServer, startSyncServer } from '../sync-server/main.ts';
import { test as base, expect, openReadyForOffline } from './fixtures.ts';
import { makeNextBuild, NEW_WORDS, OLD_WORDS } from './next-build.ts';
import { temporaryFolder } from './server-process.ts';
import { goTo } from './stories.ts';

const BUILD = join(import.meta.dirname, '..', 'dist');

interface Releases {
  readonly address: string;
  /** The server starts anew with the next version, under the same address. */
  publishNext(): Promise<void>;
}

const test = base.extend<{ readonly releases: Releases }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter to see what is needed.
  releases: async ({}, use) => {
    const folder = await temporaryFolder('update');
    const serve = (dist: string, port: string): Promise<SyncServer> =>
      startSyncServer({ dist, dataFolder: join(folder.path, 'data'), port, host: undefined });
    let server = await serve(BUILD, '0');
    const { address } = server;
    await use({
      address,
      publishNext: async () => {
        const next = join(folder.path, 'next');
        await makeNextBuild(BUILD, next);
        await server.stop();
        server = await serve(next, new URL(address).port);
      },
    });
    await server.stop();
    await folder.remove();
  },
});

const prompt = (page: Page) => page.getByRole('status').filter({ hasText: 'A new version is ready.' });
const condition = (page: Page) =>
  page.getByRole('region', { name: 'Definition' }).getByRole('group', { name: /First name/ });

/** A tab with a segment that was never saved. */
async function openWithDraft(page: Page, address: string): Promise<void> {
  await openReadyForOffline(page, address);
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expect(page.getByText(OLD_WORDS)).toBeVisible();
  await page.getByRole('button', { name: 'New segment' }).first().click();
  await page.getByRole('textbox', { name: 'Name of the segment' }).fill('Half done');
  await page.getByRole('searchbox', { name: 'Search conditions' }).fill('first name');
  await page.getByRole('searchbox', { name: 'Search conditions' }).press('Enter');
  await expect(condition(page)).toBeVisible();
}

async function expectDraft(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Name of the segment' })).toHaveValue('Half done');
  await expect(condition(page)).toBeVisible();
}

test('a new version waits for a word, takes over every tab at once, and loses no draft', async ({
  page,
  context,
  releases,
}) => {
  await openWithDraft(page, releases.address);
  const second = await context.newPage();
  await second.goto(releases.address);
  await expect(second.getByRole('link', { name: 'Half done' })).toBeVisible();

  await releases.publishNext();
  await page.reload();
  await expect(prompt(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(OLD_WORDS)).toBeVisible();
  await expectDraft(page);
  await expect(second.getByText(OLD_WORDS)).toBeVisible();

  await prompt(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText(NEW_WORDS)).toBeVisible({ timeout: 20_000 });
  await expect(second.getByText(NEW_WORDS)).toBeVisible({ timeout: 20_000 });
  await expect(prompt(page)).toBeHidden();
  await expectDraft(page);
  await expect(second.getByRole('link', { name: 'Half done' })).toBeVisible();
});

test('“Later” leaves the old version whole, also what it has not shown yet, until it is asked again', async ({
  page,
  releases,
}) => {
  await openWithDraft(page, releases.address);
  await releases.publishNext();
  await page.reload();
  await prompt(page).getByRole('button', { name: 'Later' }).click();
  await expect(prompt(page)).toBeHidden();
  await expectDraft(page);
  // The server has no such part any more; the device has.
  await goTo(page, 'Settings');
  await expect(page.getByText(OLD_WORDS)).toBeVisible();

  await page.reload();
  await expect(page.getByText(OLD_WORDS)).toBeVisible();
  await prompt(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText(NEW_WORDS)).toBeVisible({ timeout: 20_000 });
});
