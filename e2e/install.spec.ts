import { chromium } from '@playwright/test';
import { expect, openReadyForOffline, test } from './fixtures.ts';
import { foundBrowsers, launchOptionsOf } from './found-browsers.mjs';
import { temporaryFolder } from './server-process.ts';

// Only Chromium tells, and only in a profile that is kept.
test('can be installed', async ({ baseURL }) => {
  const browsers = foundBrowsers();
  if (browsers === undefined || baseURL === undefined) throw new Error('no browser, no address');
  const profile = await temporaryFolder('profile');
  const context = await chromium.launchPersistentContext(profile.path, launchOptionsOf(browsers.chromium));
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await openReadyForOffline(page, baseURL);
    const session = await context.newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
  } finally {
    await context.close();
    await profile.remove();
  }
});
