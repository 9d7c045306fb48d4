import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort, listenOn } from './listen.ts';

const HOST = '127.0.0.1';

test('a taken port is said to be taken, and the search steps over it', async () => {
  const first = createServer();
  const free = await findFreePort(HOST);
  expect(free).toBeDefined();
  expect(await listenOn(first, { port: free ?? 0, host: HOST })).toBeUndefined();
  expect(await listenOn(createServer(), { port: free ?? 0, host: HOST })).toEqual({ kind: 'port-taken' });
  expect(await findFreePort(HOST)).not.toBe(free);
  first.close();
});

test('port 0 takes any', async () => {
  const server = createServer();
  expect(await listenOn(server, { port: 0, host: HOST })).toBeUndefined();
  expect((server.address() as AddressInfo).port).toBeGreaterThan(0);
  server.close();
});

test('an address of another computer is refused', async () => {
  const error = await listenOn(createServer(), { port: 0, host: '192.0.2.1' });
  expect(error?.kind).toBe('refused');
});
