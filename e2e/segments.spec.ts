import type { Page } from '@playwright/test';
import { expect, expectAccessible, inEveryLook, test, watchProblems } from './fixtures.ts';

/** A fresh device with the sample workspace, on the segments list. */
async function startSample(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start with the sample' }).click();
  await expect(page.getByRole('heading', { name: 'Segments', level: 1 })).toBeVisible({ timeout: 45_000 });
}

async function newSegment(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New segment' }).first().click();
  await expect(page.getByRole('heading', { name: 'Who should be in it?' })).toBeVisible();
}

const total = (page: Page) => page.locator('[data-total]');
const numberOf = async (page: Page) => Number((await total(page).innerText()).replaceAll(/\D/g, ''));
const row = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Definition' }).getByRole('group', { name });
const inList = (page: Page, name: RegExp) =>
  page.getByRole('grid', { name: 'Segments' }).getByRole('row', { name });

async function choose(page: Page, button: RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** What the total settles on after `act`: another number than before. */
async function changedTotal(page: Page, act: () => Promise<void>): Promise<number> {
  const before = await total(page).innerText();
  await act();
  await expect(total(page)).not.toHaveText(before);
  return numberOf(page);
}

test('a segment is made with the mouse: counts come at once and change with every edit', async ({ page }) => {
  const problems = await watchProblems(page);
  await startSample(page);
  await newSegment(page);

  await page.getByRole('button', { name: /^Country/ }).click();
  await expect(total(page)).toBeVisible();
  const withCountry = await numberOf(page);
  expect(withCountry).toBeGreaterThan(0);

  await choose(page, /^Operator/, 'is');
  await expect(page.getByText('Choose at least one value.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Values of Country' }).click();
  await page.getByRole('listbox', { name: 'Values in the data' }).getByRole('option').first().click();
  await expect(total(page)).toBeVisible();
  const inOneCountry = await numberOf(page);
  expect(inOneCountry).toBeLessThan(withCountry);

  // [SEG-1] a row and its exclusion split everyone in two.
  const everyone = 10_000;
  const country = row(page, /Country/);
  const excluded = await changedTotal(page, () => country.getByRole('button', { name: 'Include' }).click());
  expect(excluded).toBe(everyone - inOneCountry);
  // [SEG-2] the complement takes in those without a value, says how many, and leaves them out in one press.
  await expect(country.getByText(/Also [\d,]+ without a value/)).toBeVisible();
  const onlyWith = await changedTotal(page, () =>
    country.getByRole('button', { name: 'Only with a value' }).click(),
  );
  expect(onlyWith).toBe(withCountry - inOneCountry);

  const bought = await changedTotal(page, () => page.getByRole('button', { name: /^Order placed/ }).click());
  expect(bought).toBeLessThan(onlyWith);
  await choose(page, /^How often/, 'A number of times');
  const number = page.getByRole('spinbutton', { name: 'Number' });
  await number.fill('2');
  await expect(total(page)).toBeVisible();
  const twice = await numberOf(page);
  const oftener = await changedTotal(page, () => number.fill('4'));
  expect(oftener).toBeLessThan(twice);
  // [SEG-21] the dates stand under a relative row.
  await choose(page, /^When/, 'in the last');
  await expect(row(page, /Order placed/).getByText(/\d{4}, \d\d:\d\d – /)).toBeVisible();

  await page.getByRole('textbox', { name: 'Name of the segment' }).fill('Loyal abroad');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('“Loyal abroad” is saved.')).toBeVisible();
  const saved = await numberOf(page);
  await page.getByRole('link', { name: 'All segments' }).click();
  await expect(inList(page, /Loyal abroad/)).toContainText(saved.toLocaleString('en-GB'));
  expect(problems).toEqual([]);
});

test('a segment is made, moved about and saved with the keyboard alone', async ({ page }) => {
  await startSample(page);
  await page.getByRole('button', { name: 'New segment' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Who should be in it?' })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search conditions' });

  await page.keyboard.press('f');
  await expect(search).toBeFocused();
  await page.keyboard.type('city');
  await page.keyboard.press('Enter');
  await expect(total(page)).toBeVisible();
  const withCity = await numberOf(page);
  // The focus is where one goes on writing.
  await expect(row(page, /City/).getByRole('button', { name: /^Operator/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('contains');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Values of City' })).toBeFocused();
  // [SEG-28] the number follows every letter.
  await page.keyboard.type('m');
  await expect(total(page)).toBeVisible();
  const withM = await numberOf(page);
  expect(withM).toBeLessThanOrEqual(withCity);
  const withMore = await changedTotal(page, () => page.keyboard.type('a'));
  expect(withMore).toBeLessThan(withM);
  await page.keyboard.press('Enter');

  await search.focus();
  await page.keyboard.type('vip');
  await page.keyboard.press('Enter');
  const rows = page.getByRole('region', { name: 'Definition' }).getByRole('group');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toHaveAccessibleName(/VIP/);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows.nth(0)).toHaveAccessibleName(/VIP/);
  await expect(page.getByText('Now 1 of 2 in all of.')).toBeAttached();

  // Wrapped in a group by the menu, taken back by undo.
  await page.keyboard.press('Enter');
  await page.keyboard.type('wrap');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toHaveAccessibleName(/^Group, all of, 1 condition/);
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(2);

  await page.getByRole('textbox', { name: 'Name of the segment' }).focus();
  await page.keyboard.type('By keys');
  await page.getByRole('button', { name: 'Save', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('“By keys” is saved.')).toBeVisible();
});

test('[SEG-28] muting and the connector change the number, and back again', async ({ page }) => {
  await startSample(page);
  await newSegment(page);
  await page.getByRole('button', { name: /^Country/ }).click();
  await expect(total(page)).toBeVisible();
  const country = await numberOf(page);
  const both = await changedTotal(page, () => page.getByRole('button', { name: /^Order placed/ }).click());
  const either = await changedTotal(page, () =>
    page.getByRole('button', { name: 'and', exact: true }).click(),
  );
  expect(either).toBeGreaterThan(country);
  expect(await changedTotal(page, () => page.getByRole('button', { name: 'or', exact: true }).click())).toBe(
    both,
  );

  const order = row(page, /Order placed/);
  await expect(order).toContainText(`without it +${(country - both).toLocaleString('en-GB')}`);
  const muted = await changedTotal(page, async () => {
    await order.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Mute', exact: true }).click();
  });
  expect(muted).toBe(country);
  const counted = await changedTotal(page, () => order.getByRole('button', { name: /^Muted/ }).click());
  expect(counted).toBe(both);
});

test('[SEG-5] an unfinished row has a dash, keeps its last number in sight, and cannot be saved', async ({
  page,
}) => {
  await startSample(page);
  await newSegment(page);
  await page.getByRole('button', { name: /^Country/ }).click();
  await expect(total(page)).toBeVisible();
  const last = await total(page).innerText();
  await choose(page, /^Operator/, 'is');
  await expect(page.getByText('Not finished yet')).toBeVisible();
  await expect(total(page)).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Result' })).toContainText(last);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/Finish the marked condition first/)).toBeVisible();
  // The draft is kept: a reload finds it as it was.
  await page.reload();
  await expect(page.getByText('Choose at least one value.')).toBeVisible();
});

test('a condition is dragged out of the panel, and a row past another', async ({ page }) => {
  await startSample(page);
  await newSegment(page);
  await page.getByRole('button', { name: /^Country/ }).click();
  await page.getByRole('button', { name: /^Order placed/ }).click();
  const rows = page.getByRole('region', { name: 'Definition' }).getByRole('group');
  await expect(rows).toHaveCount(2);
  const canvas = rows.first();
  await page.getByRole('button', { name: /^City/ }).dragTo(canvas, { targetPosition: { x: 200, y: 4 } });
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toHaveAccessibleName(/City/);
  await rows.nth(2).hover();
  await rows
    .nth(2)
    .getByTitle('Drag to move')
    .dragTo(rows.nth(0), { targetPosition: { x: 200, y: 4 } });
  await expect(rows.nth(0)).toHaveAccessibleName(/Order placed/);
});

test('a segment is renamed in place, copied, deleted and brought back', async ({ page }) => {
  await startSample(page);
  const first = inList(page, /Birthday soon/);
  await expect(first).toContainText(/\d/);
  await first.focus();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name of Birthday soon' });
  await expect(field).toBeFocused();
  await field.fill('Cake this week');
  await field.press('Enter');
  await expect(inList(page, /Cake this week/)).toBeVisible();

  await inList(page, /Cake this week/)
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await page.getByRole('menuitem', { name: 'Copy' }).click();
  const copy = inList(page, /Copy of Cake this week/);
  await expect(copy).toBeVisible();

  await copy.focus();
  await page.keyboard.press('Delete');
  await expect(copy).toBeHidden();
  const undo = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last();
  await undo.click();
  await expect(copy).toBeVisible();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search segments' })).toBeFocused();
  await page.keyboard.type('copy of');
  await expect(page.getByRole('grid', { name: 'Segments' }).getByRole('row')).toHaveCount(2);
});

test('[SEG-22] what refers to a segment that is gone says so, and how to mend it', async ({ page }) => {
  await startSample(page);
  await newSegment(page);
  await page.getByRole('button', { name: /^Country/ }).click();
  await page.getByRole('textbox', { name: 'Name of the segment' }).fill('Somewhere');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('“Somewhere” is saved.')).toBeVisible();
  await page.getByRole('link', { name: 'All segments' }).click();
  await newSegment(page);
  await page.getByRole('searchbox', { name: 'Search conditions' }).fill('Somewhere');
  await page.getByRole('searchbox', { name: 'Search conditions' }).press('Enter');
  await expect(total(page)).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of the segment' }).fill('Leans on it');
  await page.getByRole('link', { name: 'All segments' }).click();
  await page.getByRole('searchbox', { name: 'Search segments' }).fill('Somewhere');
  await inList(page, /^Somewhere/).focus();
  await page.keyboard.press('Delete');
  await expect(inList(page, /^Somewhere/)).toBeHidden();
  await page.getByRole('searchbox', { name: 'Search segments' }).fill('Leans');
  await inList(page, /Leans on it/)
    .getByRole('link')
    .click();
  await expect(page.getByText('The segment is gone. Choose another, or delete this row.')).toBeVisible();
  await expect(total(page)).toBeHidden();
});

test('members scroll smoothly to the last one', async ({ page }) => {
  await startSample(page);
  await newSegment(page);
  await page.getByRole('button', { name: /^Country/ }).click();
  await expect(total(page)).toBeVisible();
  const members = page.getByRole('grid', { name: 'Members' });
  await expect(members).toHaveAttribute('aria-rowcount', String((await numberOf(page)) + 1));
  await members.getByRole('row').nth(1).focus();
  await page.keyboard.press('End');
  const last = members.getByRole('row').last();
  await expect(last).toBeFocused();
  await expect(last).toContainText(/\S/);
});

test('the start, the list and the builder are accessible at both sizes in both themes', async ({ page }) => {
  test.slow();
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Start with the sample' })).toBeVisible();
  await inEveryLook(page, () => expectAccessible(page));
  await startSample(page);
  await expect(inList(page, /Birthday soon/)).toContainText(/\d/);
  await inEveryLook(page, () => expectAccessible(page));
  await newSegment(page);
  await page.getByRole('button', { name: /^Country/ }).click();
  await choose(page, /^Operator/, 'is');
  await page.getByRole('button', { name: /^Order placed/ }).click();
  await row(page, /Order placed/)
    .getByRole('button', { name: 'Include' })
    .click();
  await page.getByRole('button', { name: 'Add group' }).click();
  await expect(page.getByText('This group is empty.')).toBeVisible();
  await inEveryLook(page, () => expectAccessible(page));
});
