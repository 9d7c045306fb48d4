import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { By, until } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundBrowsers } from './found-browsers.mjs';
import { type ServerProcess, startServer, temporaryFolder } from './server-process.ts';
import { openWebKit, type WebKitSession } from './webkit.ts';

const webkit = foundBrowsers()?.webkit;
const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// WebKitGTK is not Safari, but the nearest to it that runs on Linux. One session, checks in order.
describe.skipIf(webkit === undefined)('WebKitGTK', () => {
  let server: ServerProcess;
  let session: WebKitSession;
  let removeFolder: () => Promise<void>;

  beforeAll(async () => {
    if (webkit === undefined) return;
    const folder = await temporaryFolder('webkit');
    removeFolder = folder.remove;
    server = await startServer({ dataFolder: folder.path, environment: { PORT: '0' } });
    session = await openWebKit(webkit);
  });

  afterAll(async () => {
    await session?.close();
    await server?.stop();
    await removeFolder?.();
  });

  test('opens the app', async () => {
    const { driver } = session;
    await driver.get(server.address);
    await driver.wait(until.elementLocated(By.css('#app *')), 20_000);
    expect(await driver.getTitle()).toMatch(/Shoal/);
  });

  test('finds nothing inaccessible on the first screen', async () => {
    const { driver } = session;
    await driver.executeScript(AXE_SOURCE);
    const violations = await driver.executeAsyncScript<string[]>(`
      const done = arguments[arguments.length - 1];
      axe.run({ resultTypes: ['violations'] }).then(
        (result) => done(result.violations.map((violation) => violation.id)),
        (error) => done([String(error)]),
      );
    `);
    expect(violations).toEqual([]);
  });

  test('is whole on the device: opens again when the server is gone', async () => {
    const { driver } = session;
    await driver.executeAsyncScript(
      'const done = arguments[arguments.length - 1]; navigator.serviceWorker.ready.then(() => done());',
    );
    await server.kill();
    await driver.get(server.address);
    await driver.wait(until.elementLocated(By.css('#app *')), 20_000);
    expect(await driver.getTitle()).toMatch(/Shoal/);
  });
});
