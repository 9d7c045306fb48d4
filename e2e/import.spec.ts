import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, inEveryLook, test, watchProblems } from './fixtures.ts';
import {
  chooseFile,
  figure,
  goTo,
  openProfile,
  profileCount,
  startImport,
  startWorkspace,
  waitUntilImported,
} from './stories.ts';

const column = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true });
const choose = async (page: Page, columnName: string, option: string) => {
  await column(page, columnName).getByRole('button', { name: 'Goes to' }).click();
  await page.keyboard.type(option);
  await page.getByRole('option', { name: option }).first().click();
};
const attribute = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}: .*Edit$`) });

const PEOPLE = {
  name: 'people.csv',
  text: `customer_id;name;Born;points;email;newsletter
00042;Ada;08/10/1962;1.250,5;Ada@Example.com;yes
00043;José;02/03/1933;unknown;josé@example.com;no
00044;Bo;03/04/1974;12,00;bo@example.com;
;Nobody;05/06/1980;1;;
`,
};
/** Enough rows that reading them takes a while. */
const bigFile = (path: string, rows = 400_000): string => {
  const lines = Array.from({ length: rows }, (_, row) => `c${row},city ${row % 997},${row % 83},note ${row}`);
  writeFileSync(path, `customer_id,city,age,note\n${lines.join('\n')}\n`);
  return path;
};

/** Answers everything that the awkward file leaves open. */
async function answerPeople(page: Page): Promise<void> {
  await column(page, 'Born')
    .getByRole('radio', { name: /^Month first/ })
    .check();
  await column(page, 'points')
    .getByRole('button', { name: /^unknown/ })
    .click();
  await page.getByRole('textbox', { name: 'Proof' }).fill('Till forms, May');
}

test('a file of people goes in as its columns were set right', async ({ page }) => {
  const problems = await watchProblems(page);
  await startWorkspace(page, 'empty');
  await chooseFile(page, PEOPLE);
  await expect(page.getByLabel('Between cells')).toHaveValue(';');
  await expect(page.getByLabel('First row', { exact: true })).toHaveValue('yes');

  // What the data does not decide has to be answered before the start.
  const start = page.getByRole('button', { name: 'Start the import' });
  await expect(start).toBeDisabled();
  await expect(column(page, 'Born').getByText('8 Oct 1962')).toBeVisible();
  await expect(column(page, 'Born').getByText('10 Aug 1962')).toBeVisible();
  await page.getByRole('button', { name: 'Answer how “Born” is to be read.' }).click();
  await expect(column(page, 'Born').getByRole('button').first()).toBeInViewport();
  await answerPeople(page);
  await expect(start).toBeEnabled();
  await startImport(page);
  await waitUntilImported(page, 'people.csv');
  expect(await figure(page, 'Rows')).toBe(4);
  expect(await figure(page, 'New profiles')).toBe(3);
  expect(await figure(page, 'Rows that failed')).toBe(1);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download failed rows' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('people failed rows.csv');
  const failed = await readFile(await file.path(), 'utf8');
  expect(failed).toContain('Nobody');
  expect(failed.split('\n')[0]).toContain('Reason');

  await openProfile(page, 'ada@example.com');
  await expect(page.getByText('00042')).toBeVisible();
  await expect(attribute(page, 'Points')).toContainText('1,250.5');
  await expect(attribute(page, 'Born')).toContainText('10 Aug 1962');
  await expect(page.getByRole('button', { name: /: Opted in\. Show and change$/ })).toBeVisible();
  await page.getByRole('button', { name: /: Opted in\. Show and change$/ }).click();
  await expect(page.getByRole('dialog').getByText('Evidence: Till forms, May')).toBeVisible();
  await page.keyboard.press('Escape');
  await openProfile(page, 'josé@example.com');
  await expect(attribute(page, 'Points')).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('the same file again changes nothing, and an import can be undone', async ({ page }) => {
  await startWorkspace(page, 'empty');
  for (const isFirst of [true, false]) {
    await chooseFile(page, PEOPLE);
    await answerPeople(page);
    await startImport(page);
    await waitUntilImported(page, 'people.csv');
    expect(await figure(page, 'New profiles')).toBe(isFirst ? 3 : 0);
    if (!isFirst) expect(await figure(page, 'Rows that changed nothing')).toBe(3);
  }
  expect(await profileCount(page)).toBe(3);

  await goTo(page, 'Imports');
  const first = page.getByRole('listitem').filter({ hasText: 'new profiles' });
  await first.getByText('people.csv').click();
  await first.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByRole('listitem').getByText('Undone', { exact: true })).toBeVisible();
  expect(await profileCount(page)).toBe(0);
});

test('events of an unknown key make their profile, and stand in its timeline', async ({ page }) => {
  await startWorkspace(page, 'empty');
  const orders = `order_id,customer_id,ordered at,amount
o1,007,2026-03-01 10:00,12.50
o2,007,2026-03-02T11:30:00Z,1299.00
o3,008,2026-03-03 08:15,
`;
  await chooseFile(page, { name: 'orders.csv', text: orders });
  await page.getByRole('radio', { name: 'An event' }).check();
  await choose(page, 'order_id', 'Id of the event');
  await choose(page, 'customer_id', 'Key: CRM id');
  await choose(page, 'ordered at', 'Time of the event');
  await choose(page, 'amount', 'New property…');
  await page.getByRole('button', { name: /^Type of these events/ }).click();
  await page.getByRole('option', { name: 'Another type…' }).click();
  await page.getByRole('textbox', { name: 'Name of the new type' }).fill('Order');
  await startImport(page);
  await waitUntilImported(page, 'orders.csv');
  expect(await figure(page, 'New events')).toBe(3);
  expect(await figure(page, 'New profiles')).toBe(2);

  await openProfile(page, '007');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('1,299')).toBeVisible();
  // Without a zone of its own it is local to the workspace, which is in Berlin.
  await expect(timeline.getByText('10:00')).toBeVisible();
  await expect(timeline.getByText('12:30')).toBeVisible();
});

test('a wrong finding is set right, and decisions about columns survive it', async ({ page }) => {
  await startWorkspace(page, 'empty');
  await chooseFile(page, { name: 'odd.csv', text: 'customer_id|city;zip\n1|Lund;22100\n2|Ystad;27100\n' });
  await page.getByLabel('Between cells').selectOption('|');
  await expect(page.getByRole('columnheader', { name: 'city;zip' })).toBeVisible();
  await choose(page, 'city;zip', 'Leave out');
  await page.getByLabel('Quotes').selectOption("'");
  await expect(column(page, 'city;zip').getByRole('button', { name: 'Goes to' })).toContainText('Leave out');
  await page.getByLabel('Between cells').selectOption(';');
  await expect(page.getByRole('columnheader', { name: 'customer_id|city' })).toBeVisible();
});

test('what is no table is refused in words', async ({ page }) => {
  await startWorkspace(page, 'empty');
  await page.goto('/imports/new');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'no.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
  await expect(page.getByRole('heading', { name: 'This file cannot be read' })).toBeVisible();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await expect(page.getByText('Drop a CSV file here')).toBeVisible();
});

test('an import is cancelled on the way, from another screen, and leaves nothing', async ({ page }, info) => {
  await startWorkspace(page, 'empty');
  await chooseFile(page, bigFile(info.outputPath('big.csv')));
  await startImport(page);
  await expect(page.getByRole('heading', { name: 'Importing big.csv' })).toBeVisible();
  await goTo(page, 'Settings');
  const tray = page.getByRole('region', { name: 'Importing big.csv' });
  await expect(tray.getByText(/rows/)).toBeVisible();
  await tray.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The import of big.csv was cancelled. Nothing of it is here.')).toBeVisible();
  expect(await profileCount(page)).toBe(0);
  await goTo(page, 'Imports');
  await expect(page.getByRole('heading', { name: 'Nothing imported yet' })).toBeVisible();
});

test('a tab that is killed in the middle of an import leaves nothing', async ({ page, context }, info) => {
  await startWorkspace(page, 'empty');
  await chooseFile(page, bigFile(info.outputPath('killed.csv')));
  await startImport(page);
  await expect(page.getByText(/[\d,]+ rows/)).toBeVisible();
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.goto('/imports');
  await expect(next.getByRole('heading', { name: 'Nothing imported yet' })).toBeVisible();
  expect(await profileCount(next)).toBe(0);
  // And nothing stands in the way of the next one.
  await chooseFile(next, { name: 'small.csv', text: 'customer_id,city\n1,Lund\n' });
  await startImport(next);
  await waitUntilImported(next, 'small.csv');
});

test('a segment is made of the people that came with a file', async ({ page }) => {
  await startWorkspace(page, 'sample');
  await chooseFile(page, { name: 'fair.csv', text: 'email,city\na@example.org,Lund\nb@example.org,Malmö\n' });
  await startImport(page);
  await waitUntilImported(page, 'fair.csv');
  await page.getByRole('button', { name: 'Make a segment of its new profiles' }).click();
  await expect(page.locator('[data-total]')).toHaveText('2');
});

test('a file opened with the installed app is taken up', async ({ page }) => {
  await page.addInitScript(() => {
    const file = new File(['customer_id,city\n1,Lund\n'], 'opened.csv', { type: 'text/csv' });
    const launchQueue = {
      setConsumer: (consume: (launched: object) => void) =>
        consume({ files: [{ getFile: async () => file }] }),
    };
    Object.defineProperty(window, 'launchQueue', { value: launchQueue });
  });
  await startWorkspace(page, 'empty');
  await page.goto('/import');
  await expect(page.getByText('opened.csv')).toBeVisible();
  await startImport(page);
  await waitUntilImported(page, 'opened.csv');
});

test('importing is accessible at both sizes in both themes', async ({ page }) => {
  test.slow();
  await startWorkspace(page, 'empty');
  await goTo(page, 'Imports');
  await inEveryLook(page, () => expectAccessible(page));
  await page.getByRole('link', { name: 'Import a file' }).first().click();
  await inEveryLook(page, () => expectAccessible(page));
  await chooseFile(page, PEOPLE);
  await inEveryLook(page, () => expectAccessible(page));
  await answerPeople(page);
  await startImport(page);
  await waitUntilImported(page, 'people.csv');
  await inEveryLook(page, () => expectAccessible(page));
  await goTo(page, 'Imports');
  await page.getByText('people.csv').click();
  await inEveryLook(page, () => expectAccessible(page));
});

// ---------------------------------------------------------------- real files, where they are at hand

const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data');
const SAMPLES = join(DATA, 'import-samples');

/** Skips the test, by name, where the files that nobody may ship are not at hand. */
function needsData(name: string): string {
  const folder = join(DATA, name);
  // biome-ignore lint/suspicious/noSkippedTests: it runs wherever the data is
  test.skip(!existsSync(folder), `shared/data/${name} is not there`);
  return folder;
}

/** The rows that each file has, and one thing that an importer must not get wrong. */
const EXPECTED: Readonly<Record<string, { readonly rows: number; readonly encoding: string }>> = {
  'semicolons-bom.csv': { rows: 2240, encoding: 'utf-8' },
  'semicolons-quoted.csv': { rows: 4521, encoding: 'utf-8' },
  'latin1-us-dates.csv': { rows: 487, encoding: 'windows-1252' },
  'utf8-bom-dollar-amounts.csv': { rows: 487, encoding: 'utf-8' },
};

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`the awkward ${name} goes in whole`, async ({ page }) => {
    needsData('import-samples');
    await startWorkspace(page, 'empty');
    await chooseFile(page, join(SAMPLES, name));
    await expect(page.getByLabel('Encoding')).toHaveValue(expected.encoding);
    await startImport(page);
    await waitUntilImported(page, name);
    expect(await figure(page, 'Rows')).toBe(expected.rows);
    expect(await figure(page, 'New profiles')).toBe(expected.rows);
    expect(await figure(page, 'Rows that failed')).toBe(0);
  });
}

test('accents of a Windows-1252 file are kept', async ({ page }) => {
  needsData('import-samples');
  await startWorkspace(page, 'empty');
  await chooseFile(page, join(SAMPLES, 'latin1-us-dates.csv'));
  await startImport(page);
  await waitUntilImported(page, 'latin1-us-dates.csv');
  await openProfile(page, 'jésus15@adventure-works.com');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('JÉSUS');
  await expect(attribute(page, 'Birth date')).toContainText('12 Mar 1968');
});

test('packed profiles and events of a real shop go in, and meet', async ({ page }) => {
  const folder = needsData('adventureworks');
  await startWorkspace(page, 'empty');
  for (const name of ['profiles.csv.gz', 'events.csv.gz']) {
    await chooseFile(page, join(folder, name));
    await startImport(page);
    await waitUntilImported(page, name);
  }
  expect(await figure(page, 'New events')).toBe(25_164);
  expect(await figure(page, 'New profiles')).toBe(0);
  expect(await profileCount(page)).toBe(18_148);
});
