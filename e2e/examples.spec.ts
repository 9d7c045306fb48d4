import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseFile, goTo, startImport, startWorkspace, waitUntilImported } from './stories.ts';

/** Real data lies beside the checkout; it is never part of it. */
const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data');
const SLOW_MS = 240_000;

test.beforeEach(() => {
  test
    .info()
    .skip(!existsSync(join(DATA, 'README.md')), 'there is no folder ../shared/data beside the checkout');
});

type DataSet = 'bank' | 'cdnow' | 'customer-personality' | 'rees46-web';

interface Examples {
  readonly segments: readonly { readonly id: string; readonly expected_count: number }[];
}

function expectedCount(dataSet: DataSet, id: string): number {
  const { segments } = JSON.parse(readFileSync(join(DATA, dataSet, 'examples.json'), 'utf8')) as Examples;
  const found = segments.find((segment) => segment.id === id);
  if (found === undefined) throw new Error(`There is no example ${id} in ${dataSet}.`);
  return found.expected_count;
}

async function importData(page: Page, dataSet: DataSet, files: readonly ('profiles' | 'events')[]) {
  await startWorkspace(page, 'empty');
  for (const rows of files) {
    const name = `${rows}.csv.gz`;
    await chooseFile(page, join(DATA, dataSet, name));
    await startImport(page);
    await waitUntilImported(page, name, SLOW_MS);
  }
}

async function newSegment(page: Page): Promise<void> {
  await goTo(page, 'Segments');
  await page.getByRole('button', { name: 'New segment' }).first().click();
  await expect(page.getByRole('heading', { name: 'Who should be in it?' })).toBeVisible();
}

/** By the search of the conditions, as with the keyboard; gives the new row. */
async function addCondition(page: Page, name: string): Promise<Locator> {
  const rows = page.getByRole('region', { name: 'Definition' }).getByRole('group');
  const before = await rows.count();
  const search = page.getByRole('searchbox', { name: 'Search conditions' });
  await search.fill(name);
  await search.press('Enter');
  await expect(rows).toHaveCount(before + 1);
  return rows.last();
}

async function choose(row: Locator, button: RegExp, option: string): Promise<void> {
  await row.getByRole('button', { name: button }).click();
  await row.page().getByRole('option', { name: option, exact: true }).click();
}

async function enterValues(row: Locator, name: string, values: readonly string[]): Promise<void> {
  const field = row.getByRole('combobox', { name: `Values of ${name}` });
  for (const value of values) {
    await field.fill(value);
    await field.press('Enter');
  }
}

async function addWhere(row: Locator, property: string, value: string, isFirst: boolean): Promise<void> {
  await row.getByRole('button', { name: isFirst ? 'where' : 'and…', exact: true }).click();
  const part = row.page().locator('[data-node]').filter({ hasText: 'choose a property' }).last();
  await part.getByRole('button', { name: /^Property/ }).click();
  await row
    .page()
    .getByRole('option', { name: new RegExp(`^${property}\\b`) })
    .click();
  const made = row.page().locator('[data-node]').filter({ hasText: property }).last();
  await choose(made, /^Operator/, 'is');
  await enterValues(made, property, [value]);
}

async function expectCount(page: Page, dataSet: DataSet, id: string): Promise<void> {
  const members = expectedCount(dataSet, id).toLocaleString('en-GB');
  await expect(page.locator('[data-total]')).toHaveText(members);
}

test('bank: ages, jobs and yes or no give the counts that are known', async ({ page }) => {
  test.setTimeout(SLOW_MS);
  await importData(page, 'bank', ['profiles']);

  await newSegment(page);
  const job = await addCondition(page, 'Job');
  await choose(job, /^Operator/, 'is');
  await enterValues(job, 'Job', ['student', 'retired']);
  await expectCount(page, 'bank', 'bk12');

  await newSegment(page);
  const age = await addCondition(page, 'Age');
  await choose(age, /^Operator/, 'is between');
  await age.getByRole('spinbutton', { name: 'Number', exact: true }).fill('30');
  await age.getByRole('spinbutton', { name: 'Upper number' }).fill('40');
  await expectCount(page, 'bank', 'bk06');

  await newSegment(page);
  const outcome = await addCondition(page, 'Previous outcome');
  await choose(outcome, /^Operator/, 'has no value');
  await expectCount(page, 'bank', 'bk07');
});

test('cdnow: numbers and sums of purchases give the counts that are known', async ({ page }) => {
  test.setTimeout(SLOW_MS);
  await importData(page, 'cdnow', ['profiles', 'events']);

  await newSegment(page);
  const once = await addCondition(page, 'Purchase');
  await choose(once, /^How often/, 'A number of times');
  await choose(once, /^Comparison/, 'exactly');
  await once.getByRole('spinbutton', { name: 'Number' }).fill('1');
  await expectCount(page, 'cdnow', 'cd02');

  // Amounts are added as decimals.
  await newSegment(page);
  const sum = await addCondition(page, 'Purchase');
  await choose(sum, /^How often/, 'A total of a property');
  await choose(sum, /^Property/, 'Amount');
  await choose(sum, /^Comparison/, 'more than');
  await sum.getByRole('spinbutton', { name: 'Number' }).fill('1000');
  await expectCount(page, 'cdnow', 'cd07');
});

test('rees46: a cart without a purchase, and one and the same view, give the counts that are known', async ({
  page,
}) => {
  test.setTimeout(SLOW_MS);
  await importData(page, 'rees46-web', ['profiles', 'events']);

  await newSegment(page);
  await addCondition(page, 'Cart');
  const bought = await addCondition(page, 'Purchase');
  await bought.getByRole('button', { name: 'Include' }).click();
  await expectCount(page, 'rees46-web', 'rs03');

  // [SEG-12] brand and category are of one and the same event.
  await newSegment(page);
  const viewed = await addCondition(page, 'View');
  await choose(viewed, /^How often/, 'A number of times');
  await viewed.getByRole('spinbutton', { name: 'Number' }).fill('3');
  await addWhere(viewed, 'Brand', 'samsung', true);
  await addWhere(viewed, 'Category code', 'electronics.smartphone', false);
  await expectCount(page, 'rees46-web', 'rs06');
});

test('customer-personality: tags give the counts that are known', async ({ page }) => {
  test.setTimeout(SLOW_MS);
  await importData(page, 'customer-personality', ['profiles']);

  await newSegment(page);
  const both = await addCondition(page, 'campaign-1');
  await both.getByRole('button', { name: /^Tags/ }).click();
  await page.getByRole('option', { name: /^campaign-5\b/ }).click();
  await page.keyboard.press('Escape');
  await choose(both, /^Any or all/, 'all of');
  await expectCount(page, 'customer-personality', 'cp05');
});
