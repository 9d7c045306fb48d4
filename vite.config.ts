import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa';
import solid from 'vite-plugin-solid';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { foundBrowsers, launchOptionsOf } from './e2e/found-browsers.mjs';

const CHECKOUT = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const MANIFEST = {
  id: '/',
  name: 'Shoal',
  short_name: 'Shoal',
  description: 'Customer segments with exact counts while you type, with or without a network.',
  lang: 'en',
  dir: 'ltr',
  scope: '/',
  start_url: '/?source=pwa',
  display: 'standalone',
  theme_color: '#0b3c49',
  background_color: '#f7f9fa',
  categories: ['business', 'productivity'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'New segment', url: '/segments/new' },
    { name: 'Import a file', url: '/import' },
    { name: 'Search profiles', url: '/profiles' },
  ],
  // An installed Shoal opens exports by itself, in the window that is already there.
  file_handlers: [{ action: '/import', accept: { 'text/csv': ['.csv'], 'application/gzip': ['.gz'] } }],
  launch_handler: { client_mode: 'navigate-existing' },
} satisfies Partial<ManifestOptions>;

/** A warning refuses the build, so none may depend on how busy the machine is. */
const UNTIMED = { bundlerTimings: false };

/** Most browsers have Temporal: what stands in for it is loaded where it is missing, not by all. */
const LAZY_TEMPORAL = [
  { find: /^temporal-polyfill$/, replacement: fileURLToPath(new URL('worker/temporal.ts', import.meta.url)) },
];

const WORKER_ENTRY = fileURLToPath(new URL('worker/main.ts', import.meta.url));

/**
 * Puts all that the Worker's entry needs into a chunk beside it. Lazy chunks share those modules, and
 * WebKit runs an entry a second time when a chunk imports from it: every call would be answered twice.
 */
function withWorker(moduleId: string, graph: ModuleGraph): string | null {
  const reached = new Set([WORKER_ENTRY]);
  for (const id of reached) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return moduleId !== WORKER_ENTRY && reached.has(moduleId) ? 'with-worker' : null;
}

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const FAST_PROJECTS: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'node',
      environment: 'node',
      include: ['{shared,worker,sync-server}/**/*.test.ts'],
      exclude: ['**/*.browser.test.ts'],
      // Tests of many generated cases take long on a busy machine, and none is about time.
      testTimeout: 60_000,
    },
  },
  {
    extends: true,
    test: { name: 'web', environment: 'happy-dom', include: ['web/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
  },
];

/** Whole programs instead of units: both commands in a fresh copy, and the WebKit smoke. */
const SYSTEM_PROJECT: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'system',
    environment: 'node',
    include: ['e2e/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
};

/** The Worker's tests on real IndexedDB: only where `e2e/with-browsers.mjs` has found a browser. */
function browserProjects(): TestProjectConfiguration[] {
  const chromium = foundBrowsers()?.chromium;
  if (chromium === undefined) return [];
  const launchOptions = launchOptionsOf(chromium);
  return [
    {
      extends: true,
      // Found late, they would make Vite reload the page in the middle of a test.
      optimizeDeps: {
        include: ['dexie', 'comlink', 'papaparse', 'fast-check', 'uuid', 'temporal-polyfill/implementation'],
      },
      test: {
        name: 'browser',
        include: ['worker/**/*.browser.test.ts'],
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({ launchOptions }),
          instances: [{ browser: 'chromium' }],
        },
      },
    },
  ];
}

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  cacheDir: fileURLToPath(new URL('.cache/vite', import.meta.url)),
  // Shown in the settings.
  define: { 'import.meta.env.SHOAL_VERSION': JSON.stringify(version) },
  resolve: { alias: process.env['VITEST'] === undefined ? LAZY_TEMPORAL : [] },
  // The other rooms lie beside the root, and `npm run dev` serves them from source.
  server: { fs: { allow: [CHECKOUT] } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // New enough for native light-dark() and nesting, which lowering would blow up.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Read by the budgets, to tell what loads first from what loads later.
    manifest: true,
    rolldownOptions: { checks: UNTIMED },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      checks: UNTIMED,
      output: {
        entryFileNames: 'assets/worker-[hash].js',
        codeSplitting: { groups: [{ name: withWorker }] },
      },
    },
  },
  plugins: [
    solid(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: null,
      manifest: MANIFEST,
      integration: {
        // The service worker is a build of its own that would tell its progress.
        configureCustomSWViteBuild: (build) => {
          build.logLevel = 'warn';
        },
      },
      includeAssets: ['icons/icon.svg', 'icons/apple-touch-icon.png'],
      injectManifest: {
        // The manifest and its icons are added by the plugin itself.
        globPatterns: ['**/*.{js,css,html,woff2,wasm}'],
        rollupFormat: 'iife',
      },
    }),
  ],
  test: {
    root: CHECKOUT,
    // Without this one at the top, the Solid plugin asks for jsdom.
    environment: 'node',
    projects: [...FAST_PROJECTS, SYSTEM_PROJECT, ...browserProjects()],
  },
});
