import { createServer } from 'node:net';
import { join } from 'node:path';
import { defineConfig, devices, type Project } from '@playwright/test';
import { foundBrowsers, launchOptionsOf } from './found-browsers.mjs';

const CHECKOUT = join(import.meta.dirname, '..');
const browsers = foundBrowsers();
if (browsers === undefined) throw new Error('Run this through `npm run e2e`: it finds the browsers first.');

// Set once and inherited: each worker process reads this file again and must see the same server.
process.env['SHOAL_E2E_PORT'] ??= String(await freePort());
const port = process.env['SHOAL_E2E_PORT'];

const desktop = { viewport: { width: 1280, height: 800 } };
const launchOptions = launchOptionsOf(browsers.chromium);

const projects: Project[] = [
  {
    name: 'chromium',
    testIgnore: '**/*.mobile.spec.ts',
    use: { ...devices['Desktop Chrome'], ...desktop, launchOptions },
  },
  {
    name: 'mobile',
    testMatch: ['**/*.mobile.spec.ts', '**/shell.spec.ts'],
    use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions },
  },
];
if (browsers.firefox !== undefined) {
  projects.push({
    name: 'firefox',
    testMatch: ['**/*.offline.spec.ts', '**/shell.spec.ts'],
    use: {
      ...desktop,
      browserName: 'firefox',
      // Unpatched Firefox, driven the standard way (WebDriver BiDi).
      channel: 'moz-firefox',
      launchOptions: { executablePath: browsers.firefox.executablePath },
    },
  });
}

/** Any port: Firefox refuses some, but none of those that the system gives out. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['SHOAL_E2E_REPORT']
    ? [['dot'], ['json', { outputFile: process.env['SHOAL_E2E_REPORT'] }]]
    : [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects,
  webServer: {
    command: `"${process.execPath}" sync-server/start.mjs`,
    cwd: CHECKOUT,
    url: `http://localhost:${port}/health`,
    env: { PORT: port, SHOAL_DATA: join(CHECKOUT, '.cache', 'e2e-data', port) },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'ignore',
    timeout: 120_000,
  },
});
