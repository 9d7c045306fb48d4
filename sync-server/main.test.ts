import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type SyncServerSettings, startSyncServer } from './main.ts';

async function settings(changed: Partial<SyncServerSettings> = {}): Promise<SyncServerSettings> {
  const path = await mkdtemp(join(tmpdir(), 'shoal-main-'));
  onTestFinished(() => rm(path, { recursive: true }));
  const dist = join(path, 'dist');
  await mkdir(dist);
  await writeFile(join(dist, 'index.html'), '<title>Shoal</title>');
  return { dist, dataFolder: join(path, 'data'), port: '0', host: undefined, ...changed };
}

async function started(of: SyncServerSettings) {
  const server = await startSyncServer(of);
  onTestFinished(server.stop);
  return server;
}

test('the first start takes a free port and the next one keeps it', async () => {
  const first = await settings({ port: undefined });
  const server = await startSyncServer(first);
  expect(server.address).toMatch(/^http:\/\/localhost:\d+\/$/);
  expect(await (await fetch(server.address)).text()).toBe('<title>Shoal</title>');
  await server.stop();
  expect((await started(first)).address).toBe(server.address);
});

test('a remembered port that another program took is not silently changed', async () => {
  const mine = await settings();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    other.close();
  });
  const { port } = other.address() as AddressInfo;
  await mkdir(mine.dataFolder);
  await writeFile(join(mine.dataFolder, 'server.json'), JSON.stringify({ port }));
  await expect(startSyncServer({ ...mine, port: undefined })).rejects.toThrow(
    `Another program uses port ${port}`,
  );
  await expect(startSyncServer({ ...mine, port: String(port) })).rejects.toThrow(`Port ${port} at 127.0.0.1`);
});

test('a PORT that is no port is refused in words', async () => {
  for (const port of ['http', '-1', '65536', '80.5']) {
    await expect(startSyncServer(await settings({ port })), port).rejects.toThrow('PORT must be a number');
  }
});

test('a second server on the same data is refused', async () => {
  const mine = await settings();
  const server = await started(mine);
  await expect(startSyncServer(mine)).rejects.toThrow(`already running at ${server.address}`);
});

test('stop does not wait for a browser that keeps its connection', async () => {
  const server = await startSyncServer(await settings());
  await fetch(server.address, { keepalive: true });
  const began = performance.now();
  await server.stop();
  expect(performance.now() - began).toBeLessThan(1000);
});
