import type { Page } from '@playwright/test';
import { expect, expectAccessible, test, watchProblems } from './fixtures.ts';

const total = (page: Page) => page.locator('[data-total]').first();

async function add(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Conditions', exact: true }).tap();
  const sheet = page.getByRole('dialog', { name: 'Add a condition' });
  await sheet.getByRole('searchbox', { name: 'Search conditions' }).fill(name);
  await sheet
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .tap();
  await expect(sheet).toBeHidden();
}

test('on a phone a segment is made in sheets, and nothing scrolls sideways', async ({ page }) => {
  const problems = await watchProblems(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Start with the sample' }).tap();
  await expect(page.getByRole('heading', { name: 'Segments', level: 1 })).toBeVisible({ timeout: 45_000 });
  await page.getByRole('button', { name: 'New segment' }).tap();
  await expect(page.getByRole('heading', { name: 'Who should be in it?' })).toBeVisible();
  await add(page, 'Country');
  await expect(total(page)).toBeVisible();
  await add(page, 'Order placed');
  const rows = page.getByRole('region', { name: 'Definition' }).getByRole('group');
  await expect(rows).toHaveCount(2);
  // What dragging does with a mouse.
  await rows
    .nth(1)
    .getByRole('button', { name: /^Actions for/ })
    .tap();
  await page.getByRole('menuitem', { name: 'Move up' }).tap();
  await expect(rows.nth(0)).toHaveAccessibleName(/Order placed/);
  await rows.nth(0).getByRole('button', { name: /^When/ }).tap();
  await page.getByRole('option', { name: 'in the last', exact: true }).tap();
  await expect(rows.nth(0).getByRole('spinbutton', { name: 'How many' })).toBeVisible();

  const counted = await total(page).innerText();
  await page.getByRole('button', { name: 'Show members' }).last().tap();
  const result = page.getByRole('dialog', { name: 'Result' });
  await expect(result).toContainText(counted);
  await expect(result.getByRole('grid', { name: 'Members' }).getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  for (const width of [390, 360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
  }
  await page.getByRole('textbox', { name: 'Name of the segment' }).fill('From the tram');
  await page.getByRole('button', { name: 'Save', exact: true }).tap();
  await expect(page.getByText('“From the tram” is saved.')).toBeVisible();
  expect(problems).toEqual([]);
});
