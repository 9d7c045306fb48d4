import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { readStaticFiles } from './static-files.ts';

const SCRIPT = `console.log(${JSON.stringify('x'.repeat(4000))})`;
let dist: string;
let app: ReturnType<typeof createApp>;

async function ask(path: string, init?: RequestInit): Promise<Response> {
  return app.request(path, init);
}

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'shoal-dist-'));
  await mkdir(join(dist, 'assets'));
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Shoal</title>');
  await writeFile(join(dist, 'sw.js'), 'self.x = 1');
  await writeFile(join(dist, 'manifest.webmanifest'), '{}');
  await writeFile(join(dist, '.built-from'), 'secret');
  await writeFile(join(dist, 'assets', 'index-Ab3_x-9Z.js'), SCRIPT);
  app = createApp({ files: await readStaticFiles(dist), runId: 'run-1' });
});

afterAll(() => rm(dist, { recursive: true }));

test('health names the run that answers', async () => {
  const answer = await ask('/health');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({ status: 'ok', runId: 'run-1' });
});

test('every address of the app is the app', async () => {
  for (const path of ['/', '/segments/new', '/profiles/ada@shop.example?tab=events']) {
    const answer = await ask(path);
    expect(answer.status, path).toBe(200);
    expect(await answer.text()).toContain('<title>Shoal</title>');
  }
});

test('a missing file and a server path are plainly missing', async () => {
  for (const path of ['/assets/gone-12345678.js', '/api/anything', '/v1/profiles', '/api']) {
    expect((await ask(path)).status, path).toBe(404);
  }
});

test('no address leads to a hidden file or out of the built app', async () => {
  expect(await (await ask('/.built-from')).text()).not.toContain('secret');
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%5c..%5cx.js',
  ]) {
    expect((await ask(path)).status, path).toBe(404);
  }
});

test('the policy allows no inline code, no other host and no frame', async () => {
  const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('http');
  for (const part of ["default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'"]) {
    expect(policy).toContain(part);
  }
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
});

test('strict headers go with every answer, errors included', async () => {
  for (const path of ['/', '/sw.js', '/health', '/api/none']) {
    const { headers } = await ask(path);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy'), path).toBeNull();
    expect(headers.get('permissions-policy'), path).toContain('geolocation=()');
  }
});

test('hashed assets are kept for ever; what names them is asked for each time', async () => {
  const cacheOf = async (path: string) => (await ask(path)).headers.get('cache-control');
  expect(await cacheOf('/assets/index-Ab3_x-9Z.js')).toContain('immutable');
  for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/segments']) {
    expect(await cacheOf(path), path).toBe('no-cache');
  }
});

test('text is compressed for who can read it, and not sent again when unchanged', async () => {
  const path = '/assets/index-Ab3_x-9Z.js';
  const zipped = await ask(path, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  const tag = zipped.headers.get('etag') ?? '';
  const again = await ask(path, { headers: { 'If-None-Match': tag } });
  expect(again.status).toBe(304);
  const plain = await ask(path, { headers: { 'Accept-Encoding': 'gzip;q=0' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(SCRIPT);
});

test('a build made meanwhile is not mixed into the one that is served', async () => {
  await writeFile(join(dist, 'sw.js'), 'self.x = 2');
  expect(await (await ask('/sw.js')).text()).toBe('self.x = 1');
});

test('only reading is answered with the app', async () => {
  expect((await ask('/segments', { method: 'POST' })).status).toBe(404);
  const head = await ask('/', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
});
