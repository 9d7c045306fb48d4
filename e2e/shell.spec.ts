import {
  expect,
  expectAccessible,
  inEveryLook,
  openReadyForOffline,
  test,
  watchProblems,
} from './fixtures.ts';

test('opens without an error and without asking for what the policy refuses', async ({ page }) => {
  const problems = await watchProblems(page);
  await page.goto('/');
  await expect(page).toHaveTitle(/Shoal/);
  await expect(page.locator('#app')).not.toBeEmpty();
  expect(problems).toEqual([]);
});

test('is accessible at both sizes in both themes', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('#app')).not.toBeEmpty();
  await inEveryLook(page, () => expectAccessible(page));
});

test('reloads and follows a deep link when the server is gone', async ({ page, ownServer }) => {
  await openReadyForOffline(page, ownServer.address);
  await ownServer.kill();
  await page.reload();
  await expect(page.locator('#app')).not.toBeEmpty();
  await page.goto(new URL('settings?from=link', ownServer.address).href);
  await expect(page.locator('#app')).not.toBeEmpty();
  await expect(page).toHaveTitle(/Shoal/);
});

test('server paths are never answered from the device', async ({ page, ownServer }) => {
  await openReadyForOffline(page, ownServer.address);
  await page.reload();
  const statuses = await page.evaluate(() =>
    Promise.all(['/api/none', '/v1/none'].map(async (path) => (await fetch(path)).status)),
  );
  expect(statuses).toEqual([404, 404]);
});
