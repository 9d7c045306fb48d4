import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseFile, goTo, openProfile, startImport, startWorkspace, waitUntilImported } from './stories.ts';

/** Nothing is cut off or has to be scrolled sideways, but tables that scroll in themselves (WCAG 1.4.10). */
async function expectToFit(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 700 });
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main');
    return [document.documentElement, main].map((element) =>
      element ? element.scrollWidth - element.clientWidth : 0,
    );
  });
  expect(overflow, `sideways at ${width} pixels`).toEqual([0, 0]);
}

test('every place fits a small phone', async ({ page }) => {
  await startWorkspace(page, 'sample');
  for (const place of ['Profiles', 'Data model', 'Imports', 'Settings']) {
    await goTo(page, place);
    for (const width of [390, 360, 320]) await expectToFit(page, width);
    await page.setViewportSize({ width: 390, height: 844 });
  }
  await goTo(page, 'Data model');
  for (const tab of ['Event types', 'Tags', 'Topics']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).tap();
    await expectToFit(page, 320);
    await page.setViewportSize({ width: 390, height: 844 });
  }
  await goTo(page, 'Profiles');
  await page.locator('[data-index="0"]').tap();
  await expect(page.getByRole('heading', { name: 'Attributes' })).toBeVisible();
  for (const width of [390, 360, 320]) await expectToFit(page, width);
});

test('a file is imported and a person edited with a thumb', async ({ page }) => {
  await startWorkspace(page, 'empty');
  const text = 'customer_id;born;city\n007;01/02/1990;Lund\n008;03/04/1991;Ystad\n';
  await chooseFile(page, { name: 'phone.csv', text });
  for (const width of [390, 360, 320]) await expectToFit(page, width);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Answer how “born” is to be read.' }).tap();
  await page.getByRole('radio', { name: /^Day first/ }).tap();
  await startImport(page);
  await waitUntilImported(page, 'phone.csv');
  await openProfile(page, '007');
  await page.getByRole('button', { name: /^City: Lund/ }).tap();
  await page.getByRole('textbox', { name: 'City' }).fill('Malmö');
  await page.getByRole('button', { name: 'Save', exact: true }).tap();
  await expect(page.getByRole('button', { name: /^City: Malmö/ })).toBeVisible();
});
