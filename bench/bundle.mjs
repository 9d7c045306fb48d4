import { join } from 'node:path';
import { build } from 'vite';
import { BENCH } from './peers.mjs';

/** Builds the page and its worker as the app is built: minified, modules in one file each. */
export async function bundle() {
  const outDir = join(BENCH, '..', '.cache', 'bench');
  await build({
    configFile: false,
    root: join(BENCH, 'browser'),
    // Beside the app, on one origin: both then see the same stored workspace.
    base: '/bench/',
    // The peer warns of an eval of its own that no build can mend.
    logLevel: 'error',
    resolve: {
      alias: {
        'duckdb-blocking': join(BENCH, 'node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs'),
      },
    },
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000 },
  });
  return outDir;
}
