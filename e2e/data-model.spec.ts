import type { Page } from '@playwright/test';
import { expect, expectAccessible, inEveryLook, test, watchProblems } from './fixtures.ts';
import { goTo, startWorkspace } from './stories.ts';

const row = (page: Page, table: string, name: RegExp) =>
  page.getByRole('grid', { name: table }).getByRole('row', { name });
const act = async (page: Page, name: string, action: string) => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
};
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

async function createAttribute(page: Page, name: string, type: string): Promise<void> {
  await page.getByRole('button', { name: 'New attribute' }).click();
  const dialog = page.getByRole('dialog', { name: 'New attribute' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('radio', { name: new RegExp(`^${type}`) }).check();
  await dialog.getByRole('button', { name: 'Create' }).click();
}

test('an attribute is defined, renamed where it stands, archived and removed', async ({ page }) => {
  const problems = await watchProblems(page);
  await startWorkspace(page, 'sample');
  await goTo(page, 'Data model');
  await expect(row(page, 'Attributes', /^City/)).toContainText(/\d,\d{3}/);
  await createAttribute(page, 'Shoe size', 'Number');
  await expect(row(page, 'Attributes', /Shoe size/)).toContainText('shoe_size');
  await createAttribute(page, 'shoe SIZE', 'Text');
  await expect(page.getByRole('alert')).toContainText('already taken');
  await page.keyboard.press('Escape');

  await row(page, 'Attributes', /Shoe size/).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Boot size');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Attributes', /Boot size/)).toContainText('shoe_size');
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Attributes', /Shoe size/)).toBeVisible();

  // [SEG-24] archived: no longer offered, but still there.
  await act(page, 'Shoe size', 'Archive');
  await expect(row(page, 'Attributes', /Shoe size/)).toHaveCount(0);
  await page.getByRole('switch', { name: 'Show archived' }).check();
  await expect(row(page, 'Attributes', /Shoe size/)).toContainText('Archived');
  await act(page, 'Shoe size', 'Bring back from the archive');
  await act(page, 'Shoe size', 'Remove');
  await expect(row(page, 'Attributes', /Shoe size/)).toHaveCount(0);
  await messages(page).getByRole('button', { name: 'Undo' }).last().click();
  await expect(row(page, 'Attributes', /Shoe size/)).toBeVisible();
  expect(problems).toEqual([]);
});

test('[SEG-24] what a segment uses is not removed: it says where', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await goTo(page, 'Data model');
  await page.getByRole('tab', { name: /^Event types/ }).click();
  await act(page, 'Order placed', 'Remove');
  const question = page.getByRole('dialog', { name: 'Remove Order placed?' });
  await expect(question).toContainText(/[\d,]+ events carry it/);
  await question.getByRole('button', { name: 'Remove it' }).click();
  const inUse = page.getByRole('dialog', { name: 'Order placed is in use' });
  await expect(inUse.getByRole('link', { name: 'Never bought' })).toBeVisible();
  await inUse.getByRole('button', { name: 'Archive instead' }).click();
  await expect(row(page, 'Event types', /Order placed/)).toHaveCount(0);
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Event types', /Order placed/)).toBeVisible();
});

test('an event type shows its properties, takes new ones and lets some go', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await goTo(page, 'Data model');
  await page.getByRole('tab', { name: /^Event types/ }).click();
  await row(page, 'Event types', /Email sent/).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Properties of Email sent' });
  await dialog.getByRole('button', { name: 'New property' }).click();
  const form = page.getByRole('dialog', { name: 'New property' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Subject line');
  await form.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Subject line' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Take Subject line off this event type' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Subject line' })).toHaveCount(0);
});

test('topics are offered by channel, tags are made', async ({ page }) => {
  await startWorkspace(page, 'empty');
  await goTo(page, 'Data model');
  await page.getByRole('tab', { name: /^Topics/ }).click();
  await expect(page.getByRole('heading', { name: 'No topics yet' })).toBeVisible();
  await page.getByRole('button', { name: 'New topic' }).first().click();
  const form = page.getByRole('dialog', { name: 'New topic' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Regatta news');
  await form.getByRole('checkbox', { name: 'Email' }).uncheck();
  await form.getByRole('button', { name: 'Create' }).click();
  await expect(form.getByText('A topic needs at least one channel.')).toBeVisible();
  await form.getByRole('checkbox', { name: 'Email' }).check();
  await form.getByRole('button', { name: 'Create' }).click();
  await expect(row(page, 'Topics', /Regatta news/)).toContainText('Not offered');
  await act(page, 'Regatta news', 'Change channels');
  await page.getByRole('switch', { name: 'SMS' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(row(page, 'Topics', /Regatta news/)).not.toContainText('Not offered');

  await page.getByRole('tab', { name: /^Tags/ }).click();
  await page.getByRole('button', { name: 'New tag' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Crew');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(row(page, 'Tags', /Crew/)).toBeVisible();
});

test('the data model is accessible at both sizes in both themes', async ({ page }) => {
  test.slow();
  await startWorkspace(page, 'sample');
  await goTo(page, 'Data model');
  await expect(row(page, 'Attributes', /^City/)).toContainText(/\d,\d{3}/);
  await inEveryLook(page, () => expectAccessible(page));
  await page.getByRole('tab', { name: /^Event types/ }).click();
  await inEveryLook(page, () => expectAccessible(page));
  await row(page, 'Event types', /Order placed/).focus();
  await page.keyboard.press('Enter');
  await inEveryLook(page, () => expectAccessible(page));
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /^Topics/ }).click();
  await inEveryLook(page, () => expectAccessible(page));
  await page.getByRole('button', { name: 'New topic' }).click();
  await inEveryLook(page, () => expectAccessible(page));
});
