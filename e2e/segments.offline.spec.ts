import type { Page } from '@playwright/test';
import { expect, openReadyForOffline, test } from './fixtures.ts';

const total = (page: Page) => page.locator('[data-total]');

async function startSample(page: Page, address: string): Promise<void> {
  await openReadyForOffline(page, address);
  await page.getByRole('button', { name: 'Start with the sample' }).click();
  await expect(page.getByRole('heading', { name: 'Segments', level: 1 })).toBeVisible({ timeout: 45_000 });
}

test('without a server a segment is made, counted, saved and found again', async ({ page, ownServer }) => {
  test.slow();
  await startSample(page, ownServer.address);
  await ownServer.kill();
  await page.reload();
  await page.getByRole('button', { name: 'New segment' }).click();
  await page.getByRole('searchbox', { name: 'Search conditions' }).fill('country');
  await page.getByRole('searchbox', { name: 'Search conditions' }).press('Enter');
  await expect(total(page)).toBeVisible();
  const counted = await total(page).innerText();
  await page.getByRole('textbox', { name: 'Name of the segment' }).fill('Made on a train');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('“Made on a train” is saved.')).toBeVisible();
  await page.reload();
  await expect(total(page)).toHaveText(counted);
  await page.getByRole('link', { name: 'All segments' }).click();
  await expect(page.getByRole('row', { name: /^Made on a train/ })).toContainText(counted);
});

test('a draft survives a tab that is killed, and is one draft in two tabs', async ({
  page,
  context,
  ownServer,
}) => {
  test.slow();
  await startSample(page, ownServer.address);
  await page.getByRole('button', { name: 'New segment' }).click();
  await page.getByRole('textbox', { name: 'Name of the segment' }).fill('Half done');
  await page.getByRole('searchbox', { name: 'Search conditions' }).fill('country');
  await page.getByRole('searchbox', { name: 'Search conditions' }).press('Enter');
  await expect(total(page)).toBeVisible();

  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByRole('textbox', { name: 'Name of the segment' })).toHaveValue('Half done');
  await expect(total(second)).toHaveText(await total(page).innerText());
  await second.getByRole('button', { name: 'Include' }).click();
  await expect(page.getByRole('button', { name: 'Exclude' })).toBeVisible({ timeout: 5000 });
  await expect(total(page)).toHaveText(await total(second).innerText());

  // Gone without a word, as a crash is.
  await page.close({ runBeforeUnload: false });
  await second.close({ runBeforeUnload: false });
  const third = await context.newPage();
  await third.goto(ownServer.address);
  await third
    .getByRole('row', { name: /^Half done/ })
    .getByRole('link')
    .click();
  await expect(third.getByRole('button', { name: 'Exclude' })).toBeVisible();
});
