import type { Page } from '@playwright/test';
import { expect, openReadyForOffline, test } from './fixtures.ts';
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

const attribute = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}: .*Edit$`) });

async function editFirstName(page: Page, to: string): Promise<void> {
  await attribute(page, 'First name').click();
  await page.getByRole('textbox', { name: 'First name' }).fill(to);
  await page.keyboard.press('Enter');
  await expect(attribute(page, 'First name')).toContainText(to);
}

test('everything goes on without a network and without a server', async ({ page, context, ownServer }) => {
  test.setTimeout(120_000);
  await startWorkspace(page, 'sample', ownServer.address);
  await openReadyForOffline(page, ownServer.address);
  await ownServer.kill();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();

  // What was there is there, counted.
  expect(await profileCount(page)).toBe(10_000);
  await goTo(page, 'Segments');
  await expect(page.getByRole('grid', { name: 'Segments' }).getByRole('row').nth(1)).toContainText(/\d/);

  // An edit of a person, at an address of its own.
  await goTo(page, 'Profiles');
  await page.getByRole('grid', { name: 'Profiles' }).locator('[data-index="0"]').click();
  await editFirstName(page, 'Offlina');

  // A new segment, counted as it is made.
  await goTo(page, 'Segments');
  await page.getByRole('button', { name: 'New segment' }).first().click();
  await page.getByRole('button', { name: /^Country/ }).click();
  await expect(page.locator('[data-total]')).toHaveText(/[\d,]+/);
  await page.getByRole('textbox', { name: 'Name of the segment' }).fill('Made at sea');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await goTo(page, 'Segments');
  await expect(
    page.getByRole('grid', { name: 'Segments' }).getByRole('row', { name: /Made at sea/ }),
  ).toBeVisible();

  // A file.
  await chooseFile(page, {
    name: 'sea.csv',
    text: 'customer_id,email\n1,one@example.org\n2,two@example.org\n',
  });
  await startImport(page);
  await waitUntilImported(page, 'sea.csv');
  expect(await figure(page, 'New profiles')).toBe(2);

  // And all of it after another reload.
  await page.reload();
  expect(await profileCount(page)).toBe(10_002);
  await openProfile(page, 'Offlina');
  await goTo(page, 'Settings');
  await goTo(page, 'Data model');
});

test('an edit survives the tab that is killed right after it', async ({ page, context, ownServer }) => {
  await startWorkspace(page, 'sample', ownServer.address);
  await openReadyForOffline(page, ownServer.address);
  await ownServer.kill();
  await goTo(page, 'Profiles');
  await page.getByRole('grid', { name: 'Profiles' }).locator('[data-index="0"]').click();
  await editFirstName(page, 'Keeps');
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.goto(ownServer.address);
  await openProfile(next, 'Keeps');
});

test('a second tab shows an edit within a second', async ({ page, context, ownServer }) => {
  await startWorkspace(page, 'sample', ownServer.address);
  await openReadyForOffline(page, ownServer.address);
  await ownServer.kill();
  await goTo(page, 'Profiles');
  await page.getByRole('grid', { name: 'Profiles' }).locator('[data-index="0"]').click();
  await expect(attribute(page, 'First name')).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(attribute(second, 'First name')).toBeVisible();
  await editFirstName(page, 'Twice seen');
  await expect(attribute(second, 'First name')).toContainText('Twice seen', { timeout: 1000 });
  await editFirstName(second, 'And back');
  await expect(attribute(page, 'First name')).toContainText('And back', { timeout: 1000 });
});
