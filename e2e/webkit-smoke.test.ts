import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { By, Key, until } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundBrowsers } from './found-browsers.mjs';
import { type ServerProcess, startServer, temporaryFolder } from './server-process.ts';
import { openWebKit, type WebKitSession } from './webkit.ts';

const webkit = foundBrowsers()?.webkit;
const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WAIT_MS = 20_000;

const PEOPLE = `customer_id,first_name,city
c1,Ada,Lund
c2,Bo,Lund
c3,Cy,Umeå
`;
const ORDERS = `customer_id,type,time,amount
c1,order,2025-05-01T10:00:00Z,20.50
c1,order,2025-06-01T10:00:00Z,9.50
c3,order,2025-06-02T10:00:00Z,12.00
`;

// WebKitGTK is not Safari, but the nearest to it that runs on Linux. One session, checks in order.
describe.skipIf(webkit === undefined)('WebKitGTK', () => {
  let server: ServerProcess;
  let session: WebKitSession;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let segment: string;

  beforeAll(async () => {
    if (webkit === undefined) return;
    folder = await temporaryFolder('webkit');
    server = await startServer({ dataFolder: folder.path, environment: { PORT: '0' } });
    session = await openWebKit(webkit);
  });

  afterAll(async () => {
    await session?.close();
    await server?.stop();
    await folder?.remove();
  });

  const find = (css: string) => session.driver.wait(until.elementLocated(By.css(css)), WAIT_MS, css);
  const withText = (tag: string, text: string) =>
    session.driver.wait(until.elementLocated(By.xpath(`//${tag}[contains(., "${text}")]`)), WAIT_MS, text);
  const press = async (tag: string, text: string) => (await withText(tag, text)).click();
  const total = async () => (await find('[data-total]')).getText();

  async function importFile(name: string, text: string): Promise<void> {
    const path = join(folder.path, name);
    await writeFile(path, text);
    await press('a', 'Imports');
    await press('a', 'Import a file');
    await (await find('input[type=file]')).sendKeys(path);
    await press('button', 'Start the import');
    await withText('h1', `${name} is in`);
  }

  async function addCondition(name: string): Promise<void> {
    const search = await find('#condition-search');
    await search.clear();
    await search.sendKeys(name, Key['ENTER'] ?? '');
  }

  async function violations(): Promise<readonly string[]> {
    await session.driver.executeScript(AXE_SOURCE);
    return session.driver.executeAsyncScript<string[]>(`
      const done = arguments[arguments.length - 1];
      axe.run({ resultTypes: ['violations'] }).then(
        (result) => done(result.violations.map((violation) => violation.id)),
        (error) => done([String(error)]),
      );
    `);
  }

  test('opens the app', async () => {
    // Wide enough for the builder's panel to stand beside the canvas.
    await session.driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
    await session.driver.get(server.address);
    await withText('button', 'Start empty');
    expect(await session.driver.getTitle()).toMatch(/Shoal/);
  });

  test('finds nothing inaccessible on the first screen', async () => {
    expect(await violations()).toEqual([]);
  });

  test('starts an empty workspace', async () => {
    await press('button', 'Start empty');
    await withText('h1', 'Segments');
  });

  test('imports people from a file', async () => {
    await importFile('people.csv', PEOPLE);
    await withText('header', '3 profiles, 0 events');
  });

  test('imports what they did', async () => {
    await importFile('orders.csv', ORDERS);
    await withText('header', '3 profiles, 3 events');
  });

  test('counts a segment as it is built, by keys', async () => {
    await press('a', 'Segments');
    await press('button', 'New segment');
    await addCondition('city');
    await session.driver.wait(async () => (await total()) === '3', WAIT_MS, 'a city: 3');
    await addCondition('order');
    await session.driver.wait(async () => (await total()) === '2', WAIT_MS, 'and ordered: 2');
  });

  test('finds nothing inaccessible in the builder', async () => {
    expect(await violations()).toEqual([]);
  });

  test('saves the segment', async () => {
    await (await find('input[aria-label="Name of the segment"]')).sendKeys('Buyers');
    await press('button', 'Save');
    await withText('*', '“Buyers” is saved.');
    segment = await session.driver.getCurrentUrl();
  });

  test('is whole on the device: opens again when the server is gone, with the count', async () => {
    await session.driver.executeAsyncScript(
      'const done = arguments[arguments.length - 1]; navigator.serviceWorker.ready.then(() => done());',
    );
    await server.kill();
    await expect(fetch(server.address)).rejects.toThrow();
    await session.driver.navigate().refresh();
    expect(await total()).toBe('2');
  });

  test('follows deep links without a server', async () => {
    await session.driver.get(new URL('profiles', server.address).href);
    await withText('h1', 'Profiles');
    await withText('*', 'Ada');
    await session.driver.get(segment);
    expect(await total()).toBe('2');
  });

  test('goes on counting without a server', async () => {
    await addCondition('first name');
    await press('button', 'and');
    await session.driver.wait(async () => (await total()) === '3', WAIT_MS, 'either: 3');
  });
});
