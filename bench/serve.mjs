import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { DIST } from '../sync-server/build.mjs';
import { BENCH } from './peers.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.css': 'text/css',
};

/**
 * Serves the built app, the bench page under `/bench/` and the peers' files under `/peers/`. The bench
 * page is isolated from other origins, because the browser then tells the time in steps of 5 µs.
 * @param {string} benchFolder
 */
export async function serve(benchFolder, wantedPort = 0) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const isBench = path.startsWith('/bench/');
    const file = fileOf(path, benchFolder);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'cross-origin-opener-policy': 'same-origin',
      ...(isBench && { 'cross-origin-embedder-policy': 'require-corp' }),
      'cross-origin-resource-policy': 'same-origin',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(wantedPort, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** @param {string} path @param {string} benchFolder */
function fileOf(path, benchFolder) {
  if (path.startsWith('/peers/')) return join(BENCH, 'node_modules', path.slice('/peers/'.length));
  if (path === '/bench/') return join(benchFolder, 'index.html');
  if (path.startsWith('/bench/')) return join(benchFolder, path.slice('/bench/'.length));
  // Every other path without an ending is a screen of the app.
  return join(DIST, extname(path) === '' ? 'index.html' : path);
}
