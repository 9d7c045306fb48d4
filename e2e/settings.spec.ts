import type { Page } from '@playwright/test';
import { expect, expectAccessible, inEveryLook, test, watchProblems } from './fixtures.ts';
import { goTo, startWorkspace } from './stories.ts';

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

test('the calendar of the workspace is set, explained and taken back', async ({ page }) => {
  const problems = await watchProblems(page);
  await startWorkspace(page, 'sample');
  await goTo(page, 'Settings');
  // [SEG-15] the browser's zone was proposed at the start; from then on it is the workspace's.
  const zone = page.getByRole('button', { name: /^Time zone/ });
  await expect(zone).toContainText('Europe/Berlin');
  await zone.click();
  await page.keyboard.type('tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).click();
  await expect(zone).toContainText('Asia/Tokyo');
  await expect(page.getByText('This device is in Europe/Berlin.')).toBeVisible();
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(zone).toContainText('Europe/Berlin');

  await page.getByLabel('The week starts on').selectOption('Sunday');
  await page.getByLabel('Born on 29 February').selectOption('Birthday on 1 March');
  await page.getByLabel('Name', { exact: true }).fill('Harbour shop');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Harbour shop' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('The week starts on')).toHaveValue('sunday');
  await expect(page.getByLabel('Born on 29 February')).toHaveValue('march-1');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Harbour shop');
  expect(problems).toEqual([]);
});

test('a name is never emptied', async ({ page }) => {
  await startWorkspace(page, 'empty');
  await goTo(page, 'Settings');
  await page.getByLabel('Name', { exact: true }).fill(' ');
  await expect(page.getByText('A workspace needs a name.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('My workspace');
});

test('storage says what is used and whether it is protected', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await goTo(page, 'Settings');
  await expect(page.getByText(/\d+ [kM]B of the .*B that the browser allows\./)).toBeVisible();
  await expect(page.getByText('May be cleared.')).toBeVisible();
  await page.getByRole('button', { name: 'Ask to protect it' }).click();
  await expect(page.getByRole('status').filter({ hasText: /browser/ })).toBeVisible();
});

test('colours and single keys are this device’s own', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await goTo(page, 'Settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // [WCAG 2.1.4] keys that act alone can be switched off.
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await goTo(page, 'Profiles');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).not.toBeFocused();
});

test('starting over takes the name of the workspace, and everything', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Remove everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove everything on this device?' });
  await expect(dialog.getByText(/10,000 profiles and [\d,]+ events go/)).toBeVisible();
  await dialog.getByRole('textbox').fill('something else');
  await dialog.getByRole('button', { name: 'Remove everything' }).click();
  await expect(dialog.getByText('This is not the name of the workspace.')).toBeVisible();
  await dialog.getByRole('textbox').fill('Sample shop');
  await dialog.getByRole('button', { name: 'Remove everything' }).click();
  await expect(page.getByRole('button', { name: 'Start empty' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Start empty' })).toBeVisible();
});

test('settings are accessible at both sizes in both themes', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await goTo(page, 'Settings');
  await expect(page.getByText(/that the browser allows/)).toBeVisible();
  await inEveryLook(page, () => expectAccessible(page));
  await page.getByRole('button', { name: 'Remove everything' }).click();
  await inEveryLook(page, () => expectAccessible(page));
});
