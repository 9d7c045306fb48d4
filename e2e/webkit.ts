import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import type { FoundWebKit } from './found-browsers.mjs';

const START_MS = 20_000;
const SCRIPT_MS = 60_000;
const QUIT_MS = 3000;

export interface WebKitSession {
  readonly driver: WebDriver;
  close(): Promise<void>;
}

/** WebKitGTK's small browser on a screen of its own, driven the standard way. */
export async function openWebKit(webkit: FoundWebKit): Promise<WebKitSession> {
  const screen = spawn(webkit.xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const groups: ChildProcess[] = [screen];
  try {
    const display = await readDisplay(screen);
    const port = await freePort();
    const service = spawn(webkit.driver, [`--port=${port}`, '--replace-on-new-session'], {
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: `:${display}`,
        // With the C locale the browser calls its own language "C", which no Intl function takes.
        LANG: 'en_US.UTF-8',
        LANGUAGE: 'en_US:en',
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        NO_AT_BRIDGE: '1',
      },
    });
    groups.push(service);
    const address = `http://127.0.0.1:${port}`;
    await waitForService(address);
    const driver = await new Builder()
      .usingServer(address)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: webkit.miniBrowser, args: ['--automation'] },
        }),
      )
      .build();
    await driver.manage().setTimeouts({ script: SCRIPT_MS, pageLoad: SCRIPT_MS });
    return {
      driver,
      close: async () => {
        await Promise.race([driver.quit().catch(() => undefined), sleep(QUIT_MS)]);
        endGroups(groups);
      },
    };
  } catch (error) {
    endGroups(groups);
    throw error;
  }
}

/** The browser can outlive both its session and its driver; its process group cannot. */
function endGroups(groups: readonly ChildProcess[]): void {
  for (const { pid } of groups.toReversed()) {
    if (pid === undefined) continue;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
}

function readDisplay(screen: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb gave no display')), START_MS);
    const numbers = screen.stdio[3] as Readable;
    numbers.once('data', (chunk: Buffer) => {
      clearTimeout(timer);
      resolve(Number(chunk.toString().trim()));
    });
    screen.once('error', reject);
  });
}

async function waitForService(address: string): Promise<void> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    const answer = await fetch(`${address}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('WebKitWebDriver did not answer');
}

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
