import type { Page } from '@playwright/test';
import { expect, expectAccessible, inEveryLook, test, watchProblems } from './fixtures.ts';
import { goTo, openProfile, profileCount, startWorkspace } from './stories.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Profiles' });
const attribute = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}: .*Edit$`) });
const toast = (page: Page, text: string | RegExp) =>
  page.getByRole('region', { name: 'Messages' }).getByText(text);
const undo = (page: Page) =>
  page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last();

async function createProfile(
  page: Page,
  of: { email: string; first?: string; last?: string },
): Promise<void> {
  await goTo(page, 'Profiles');
  await page.getByRole('button', { name: 'New profile' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New profile' });
  await dialog.getByRole('textbox', { name: 'Key', exact: true }).fill(of.email);
  await dialog.getByRole('textbox', { name: 'First name' }).fill(of.first ?? '');
  await dialog.getByRole('textbox', { name: 'Last name' }).fill(of.last ?? '');
  await dialog.getByRole('button', { name: 'Create profile' }).click();
}

test('the list finds people as one types, and is walked by keyboard to the last', async ({ page }) => {
  const problems = await watchProblems(page);
  await startWorkspace(page, 'sample');
  await goTo(page, 'Profiles');
  await expect(page.getByText('10,000 profiles', { exact: true })).toBeVisible();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('ANNA');
  await expect(page.getByText(/^[\d,]+ profiles for “ANNA”$/)).toBeVisible();
  await expect(grid(page).getByRole('row').nth(1)).toContainText(/anna/i);
  await page.getByRole('searchbox').fill('nobody is called this');
  await expect(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.getByText('10,000 profiles', { exact: true })).toBeVisible();

  await grid(page).locator('[data-index="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(grid(page).locator('[data-index="1"]')).toBeFocused();
  await page.keyboard.press('End');
  await expect(grid(page).locator('[data-index="9999"]')).toBeFocused();
  await expect(grid(page).locator('[data-index="9999"]')).not.toHaveText('');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Attributes' })).toBeVisible();
  expect(problems).toEqual([]);
});

test('a profile is created, and its key belongs to nobody else', async ({ page }) => {
  await startWorkspace(page, 'empty');
  await goTo(page, 'Profiles');
  await expect(page.getByRole('heading', { name: 'No profiles yet' })).toBeVisible();
  await page.getByRole('button', { name: 'New profile' }).first().click();
  await page.getByRole('button', { name: 'Create profile' }).click();
  await expect(page.getByRole('alert')).toContainText('at least one key or one value');
  await page.keyboard.press('Escape');

  await createProfile(page, { email: 'Åsa@Example.com', first: 'Åsa', last: 'Öberg' });
  await expect(page.getByRole('heading', { name: 'Åsa Öberg', level: 1 })).toBeVisible();
  await expect(attribute(page, 'Email')).toContainText('Åsa@Example.com');

  // [SEG-7] an email key is folded: the same person in other letters.
  await createProfile(page, { email: 'åsa@example.COM' });
  await expect(page.getByRole('alert')).toContainText('Another profile already has');
  await page.getByRole('link', { name: 'Open that profile' }).click();
  await expect(page.getByRole('heading', { name: 'Åsa Öberg', level: 1 })).toBeVisible();
  expect(await profileCount(page)).toBe(1);
});

test('values are edited where they stand, each by its type, and taken back', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await createProfile(page, { email: 'ed@example.com', first: 'Ed' });
  await page.getByText(/without a value/).click();
  const save = page.getByRole('button', { name: 'Save', exact: true });

  await attribute(page, 'Loyalty points').click();
  await page.getByRole('textbox', { name: 'Loyalty points' }).fill('twelve');
  await expect(page.getByText('This is not a number.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Loyalty points' }).fill('1.250,5');
  await expect(page.getByText('Read as 1,250.5')).toBeVisible();
  await save.click();
  await expect(attribute(page, 'Loyalty points')).toContainText('1,250.5');
  await expect(attribute(page, 'Loyalty points')).toBeFocused();

  await attribute(page, 'Birth date').click();
  await page.getByLabel('Birth date', { exact: true }).fill('2004-02-29');
  await page.keyboard.press('Enter');
  await expect(attribute(page, 'Birth date')).toContainText('29 Feb 2004');

  await attribute(page, 'Club member').click();
  await page.getByRole('radio', { name: 'Yes' }).check();
  await save.click();
  await expect(attribute(page, 'Club member')).toContainText('Yes');

  await attribute(page, 'Interests').click();
  await page.keyboard.type('Sailing');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Knots');
  await page.keyboard.press('Enter');
  await save.click();
  await expect(attribute(page, 'Interests')).toContainText('Sailing, Knots');

  await attribute(page, 'Last order').click();
  await page.getByLabel('Last order', { exact: true }).fill('2026-07-01T12:30');
  await save.click();
  // In the zone of the workspace, which was the browser's when it began.
  await expect(attribute(page, 'Last order')).toContainText('1 Jul 2026, 12:30');

  await attribute(page, 'First name').click();
  await page.getByRole('button', { name: 'Clear the value' }).click();
  await expect(toast(page, 'First name has no value now.')).toBeVisible();
  await undo(page).click();
  await expect(attribute(page, 'First name')).toContainText('Ed');

  await attribute(page, 'First name').click();
  await page.keyboard.type('never kept');
  await page.keyboard.press('Escape');
  await expect(attribute(page, 'First name')).toHaveText('Ed');
});

test('tags are made, put on and taken off', async ({ page }) => {
  await startWorkspace(page, 'empty');
  await createProfile(page, { email: 'tag@example.com' });
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await page.keyboard.type('Crew');
  await page.getByRole('option', { name: 'Create “Crew”' }).click();
  await expect(page.getByRole('button', { name: 'Remove the tag Crew' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove the tag Crew' }).click();
  await expect(page.getByText('No tags.')).toBeVisible();
  await undo(page).click();
  await expect(page.getByRole('button', { name: 'Remove the tag Crew' })).toBeVisible();
});

test('[SYN-9] an opt-out wins until there is proof, and the ledger keeps both', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await createProfile(page, { email: 'consent@example.com' });
  const cell = page.getByRole('button', { name: /^Newsletter by email:/ });
  const dialog = page.getByRole('dialog', { name: 'Newsletter by email' });
  await cell.click();
  await dialog.getByRole('combobox', { name: 'New state' }).selectOption('Opted out');
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(cell).toContainText('Opted out');

  await cell.click();
  await dialog.getByRole('combobox', { name: 'New state' }).selectOption('Opted in');
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(dialog.getByText('Name the proof, or leave the opt-out as it is.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Evidence' }).fill('Signed form of today');
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(cell).toContainText('Opted in');

  await cell.click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('listitem').first()).toContainText('Signed form of today');
  await page.keyboard.press('Escape');

  await page.getByRole('switch', { name: 'Never send email to this profile' }).check();
  await expect(toast(page, 'Email is suppressed for this profile.')).toBeVisible();
});

test('the timeline shows what a person did, by day, and narrows to a type', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await goTo(page, 'Profiles');
  await grid(page).locator('[data-index="0"]').click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await timeline.getByRole('button', { name: /^Type of event/ }).click();
  const option = page.getByRole('option').nth(1);
  const name = (await option.innerText()).split('\n')[0] ?? '';
  await option.click();
  await expect(
    timeline
      .getByRole('listitem')
      .filter({ has: page.locator('time') })
      .first(),
  ).toContainText(name);
});

test('the trash takes a profile out of everything and gives it back', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await createProfile(page, { email: 'bin@example.com', first: 'Bina' });
  const trash = async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  };
  await trash();
  await expect(page.getByText('This profile is in the trash.')).toBeVisible();
  await undo(page).click();
  await expect(page.getByText('This profile is in the trash.')).toBeHidden();
  await trash();
  expect(await profileCount(page)).toBe(10_000);

  await page.getByRole('radio', { name: 'Trash' }).check();
  await expect(grid(page).getByRole('row', { name: /Bina/ })).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await page.getByRole('radio', { name: 'All profiles' }).check();
  await expect(page.getByText('10,001 profiles', { exact: true })).toBeVisible();
});

test('profiles are accessible at both sizes in both themes', async ({ page }) => {
  test.slow();
  await startWorkspace(page, 'sample');
  await goTo(page, 'Profiles');
  await expect(grid(page).locator('[data-index="0"]')).not.toHaveText('');
  await inEveryLook(page, () => expectAccessible(page));
  await createProfile(page, { email: 'axe@example.com', first: 'Axel' });
  await openProfile(page, 'axe@example.com');
  await page.getByText(/without a value/).click();
  await attribute(page, 'Loyalty points').click();
  await attribute(page, 'Interests').click();
  await attribute(page, 'Club member').click();
  await inEveryLook(page, () => expectAccessible(page));
  await page.getByRole('button', { name: /^Newsletter by email:/ }).click();
  await inEveryLook(page, () => expectAccessible(page));
});
