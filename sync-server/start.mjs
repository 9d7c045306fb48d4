/**
 * What `npm start` runs, from a fresh clone to a served app: install, build, serve, all in this one
 * process, so that nothing needs forwarding and nothing stays behind. Services and containers should
 * run `node sync-server/start.mjs` themselves. Written so that an old Node can still read it and say
 * what is missing.
 */
import { resolve } from 'node:path';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Shoal needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

/** @type {(() => Promise<void>) | undefined} */
let stopServer;
let isStopping = false;

/** Clean on the first wish; a second one, or ten seconds, ends it at once. */
async function stop() {
  if (isStopping) process.exit(1);
  isStopping = true;
  setTimeout(() => process.exit(1), 10_000).unref();
  await stopServer?.();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

// A TERM sent to npm alone ends only the shell between npm and this process, which would live on.
const parent = process.ppid;
if (process.env['npm_lifecycle_event'] !== undefined && process.platform !== 'win32') {
  setInterval(() => {
    if (process.ppid !== parent) void stop();
  }, 500).unref();
}

/** @param {string} line */
const say = (line) => console.log(line);

const { CHECKOUT, Refusal, installIfNeeded, whileAlone } = await import('./install.mjs');

try {
  await whileAlone(say, async () => {
    await installIfNeeded(say);
    const { buildIfNeeded, DIST } = await import('./build.mjs');
    await buildIfNeeded(say);
    if (isStopping) return;
    const { register } = await import('tsx/esm/api');
    register();
    const { startSyncServer } = await import('./main.ts');
    const server = await startSyncServer({
      dist: DIST,
      dataFolder: resolve(CHECKOUT, process.env['SHOAL_DATA'] || '.data'),
      port: process.env['PORT'],
      host: process.env['HOST'],
    });
    stopServer = server.stop;
    say(`Shoal is ready: ${server.address}`);
  });
} catch (error) {
  const isExpected = error instanceof Refusal || (error instanceof Error && error.name === 'CannotStart');
  console.error(isExpected ? error.message : error);
  process.exit(1);
}
