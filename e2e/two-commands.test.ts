import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer, temporaryFolder } from './server-process.ts';

const CHECKOUT = join(import.meta.dirname, '..');
const STOP_MS = 5000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let checkout: string;
let environment: Record<string, string>;

const NOT_CLONED = /^(node_modules|dist|\.cache|\.data|\.git|test-results|playwright-report)$/;

/** The files that a clone would have; where there is no git, those that are not known to be made. */
function listTrackedFiles(): readonly string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: CHECKOUT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (git.status === 0) return git.stdout.split('\0').filter((name) => name !== '');
  return readdirSync(CHECKOUT).filter((name) => !NOT_CLONED.test(name));
}

async function copyTrackedFiles(target: string): Promise<void> {
  for (const path of listTrackedFiles()) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    // A file may be listed and yet removed from the folder, in the middle of someone's work.
    await cp(join(CHECKOUT, path), join(target, path), { recursive: true }).catch(() => undefined);
  }
}

beforeAll(async () => {
  folder = await temporaryFolder('clone');
  checkout = join(folder.path, 'shoal');
  await copyTrackedFiles(checkout);
  // As a hosting machine would have it: production, and flags of an outer npm call that must not matter.
  environment = {
    NODE_ENV: 'production',
    npm_config_omit: 'dev',
    npm_config_dry_run: 'true',
    NODE_OPTIONS: '',
  };
});

afterAll(() => folder.remove());

const start = () => startServer({ checkout, dataFolder: join(folder.path, 'data'), environment });

async function isHealthy(server: ServerProcess): Promise<boolean> {
  const answer = await fetch(new URL('health', server.address)).catch(() => undefined);
  return answer?.ok === true;
}

test('from a fresh clone to a served app: installed, built, and quiet about it', async () => {
  const server = await start();
  expect(await isHealthy(server)).toBe(true);
  expect(await (await fetch(server.address)).text()).toContain('<title>Shoal');
  expect(server.output().trim().split('\n')).toEqual([
    'Installing packages (once, about a minute) …',
    'Building the app …',
    `Shoal is ready: ${server.address}`,
  ]);
  expect(await server.stop()).toBe(0);
  expect(await isHealthy(server)).toBe(false);
});

test('the second start only starts, under the same address', async () => {
  const first = await start();
  await first.kill();
  const began = performance.now();
  const second = await start();
  expect(second.address).toBe(first.address);
  expect(second.output().trim()).toBe(`Shoal is ready: ${second.address}`);
  expect(performance.now() - began).toBeLessThan(10_000);
  await second.stop();
});

test('a second server on the same data is refused, with the address of the first', async () => {
  const server = await start();
  const refused = await start().then(
    () => 'it started',
    (error: Error) => error.message,
  );
  expect(refused).toContain(`already running at ${server.address}`);
  expect(await isHealthy(server)).toBe(true);
  await server.stop();
});

test('PORT is obeyed and not remembered', async () => {
  const usual = await start();
  await usual.stop();
  const other = await startServer({
    checkout,
    dataFolder: join(folder.path, 'data'),
    environment: { ...environment, PORT: '0' },
  });
  expect(other.address).not.toBe(usual.address);
  await other.stop();
  const again = await start();
  expect(again.address).toBe(usual.address);
  await again.stop();
});

test.skipIf(process.platform === 'win32')('a TERM to npm alone leaves no server behind', async () => {
  const npm = spawn('npm', ['start', '--silent'], {
    cwd: checkout,
    env: { ...process.env, PORT: '0', SHOAL_DATA: join(folder.path, 'npm-data') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    npm.once('exit', () => reject(new Error('npm start ended early')));
    npm.stdout.on('data', (chunk: Buffer) => {
      const found = /ready: (\S+)/.exec(chunk.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  npm.removeAllListeners('exit');
  npm.kill('SIGTERM');
  const until = performance.now() + STOP_MS;
  let answers = true;
  while (answers && performance.now() < until) {
    await sleep(100);
    answers = await fetch(new URL('health', address)).then(
      () => true,
      () => false,
    );
  }
  expect(answers).toBe(false);
});
