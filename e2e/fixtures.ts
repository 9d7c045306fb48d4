import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import { type ServerProcess, startServer, temporaryFolder } from './server-process.ts';

export { expect } from '@playwright/test';

/** A server of this test alone, to be stopped, killed and started again under the same address. */
export interface OwnServer {
  readonly address: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
}

interface Fixtures {
  readonly ownServer: OwnServer;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter to see what is needed.
  ownServer: async ({}, use) => {
    const folder = await temporaryFolder('e2e');
    const port = { PORT: '0' };
    let server: ServerProcess = await startServer({ dataFolder: folder.path, environment: port });
    const address = server.address;
    const samePort = { PORT: new URL(address).port };
    await use({
      address,
      stop: async () => {
        await server.stop();
      },
      kill: () => server.kill(),
      start: async () => {
        server = await startServer({ dataFolder: folder.path, environment: samePort });
      },
    });
    await server.stop();
    await folder.remove();
  },
});

/**
 * Collects what a person would never see but should not happen: errors in the console, uncaught ones,
 * refusals by the content security policy. Call it before the first `goto`; expect it to be empty.
 */
export async function watchProblems(page: Page): Promise<readonly string[]> {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI} in ${event.sourceFile}`);
    });
  });
  return problems;
}

const READY_MS = 30_000;

/** Opens the app and waits until it is whole on this device, so that the network may go away. */
export async function openReadyForOffline(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const isReady = await page.evaluate(
    (limitMs) =>
      Promise.race([
        navigator.serviceWorker.ready.then(() => true),
        new Promise<boolean>((resolve) => setTimeout(resolve, limitMs, false)),
      ]),
    READY_MS,
  );
  if (!isReady) throw new Error('No service worker took over: is it registered in web/main.tsx?');
}

const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** No violation of WCAG 2.2 AA on what is shown now; `within` narrows it to one part. */
export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  // Evaluated, not added as a script element: the policy of the page would refuse that, rightly.
  await page.evaluate(AXE_SOURCE);
  const violations = await page.evaluate(
    async ({ selector, tags }) => {
      const axe = (globalThis as unknown as { axe: { run: (...args: unknown[]) => Promise<unknown> } }).axe;
      const result = (await axe.run(selector, { runOnly: tags, resultTypes: ['violations'] })) as {
        violations: AxeViolation[];
      };
      return result.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(({ target }) => ({ target })),
      }));
    },
    { selector: within, tags: AXE_TAGS },
  );
  const words = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
  );
  expect(words).toEqual([]);
}

export const SIZES = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 390, height: 844 },
} as const;
export const THEMES = ['light', 'dark'] as const;

/** Runs `look` at both sizes in both themes: for pictures, for axe, for anything that a layout can break. */
export async function inEveryLook(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await look(`${size}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (before !== null) await page.setViewportSize(before);
}
