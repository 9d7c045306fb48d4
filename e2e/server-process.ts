import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHECKOUT = join(import.meta.dirname, '..');
const READY = /Shoal is ready: (\S+)/;
const START_MS = 180_000;

export interface ServerProcess {
  /** Such as `http://localhost:41234/`; stays the same over `start()`, as the data folder remembers it. */
  readonly address: string;
  readonly pid: number;
  /** Everything the process has said so far. */
  readonly output: () => string;
  /** Asks it to end (TERM) and waits; gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  readonly dataFolder: string;
  readonly checkout?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A folder that is empty now and gone after the test. */
export async function temporaryFolder(name: string): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `shoal-${name}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts what `npm start` starts and waits until it says its address. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['sync-server/start.mjs'], {
    cwd: options.checkout ?? CHECKOUT,
    env: { ...process.env, PORT: '', SHOAL_DATA: options.dataFolder, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No address after ${START_MS} ms:\n${output}`)),
      START_MS,
    );
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = READY.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${code} before it was ready:\n${output}`));
    });
  });
  return {
    address,
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => end(child, 'SIGTERM', exited),
    kill: async () => {
      await end(child, 'SIGKILL', exited);
    },
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals, exited: Promise<number | null>) {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  return exited;
}
