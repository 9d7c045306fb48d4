import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { DataFolder, type ServerNote } from './data-folder.ts';
import { findFreePort, listenOn } from './listen.ts';
import { readStaticFiles } from './static-files.ts';

export interface SyncServerSettings {
  readonly dist: string;
  readonly dataFolder: string;
  /** As the environment gives them: absent or text. */
  readonly port: string | undefined;
  readonly host: string | undefined;
}

export interface SyncServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** A reason that a person can act on. Known by its name, since this file is loaded apart from its caller. */
class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** The composition root: real ports, real chance, real files. */
export async function startSyncServer(settings: SyncServerSettings): Promise<SyncServer> {
  const host = settings.host || '127.0.0.1';
  const folder = await DataFolder.open(settings.dataFolder);
  const note = await folder.readNote();
  await refuseSecondServer(note, folder.path);

  const asked = parsePort(settings.port);
  const port = asked ?? note.port ?? (await findFreePort(host));
  if (port === undefined) throw new CannotStart(`No free port at ${host}. Set PORT to one that may be used.`);

  const runId = randomUUID();
  const app = createApp({ files: await readStaticFiles(settings.dist), runId });
  const server = createServer(getRequestListener(app.fetch));
  const error = await listenOn(server, { port, host });
  if (error !== undefined) throw cannotListen(port, host, asked === undefined ? error.kind : 'asked');

  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  const address = `http://${nameOf(host)}:${boundPort}/`;
  const remembered = asked === undefined ? boundPort : note.port;
  await folder.writeNote({ ...(remembered === undefined ? {} : { port: remembered }), address, runId });

  return {
    address,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function parsePort(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65536) return port;
  throw new CannotStart(`PORT must be a number from 0 to 65535; it is "${text}".`);
}

/** People open `localhost`: the app's data belong to that name, so one name is used from the start. */
function nameOf(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Two servers on one data folder would each believe to be the only one. */
async function refuseSecondServer(note: ServerNote, dataFolder: string): Promise<void> {
  if (note.address === undefined || note.runId === undefined) return;
  if ((await askRunId(note.address)) !== note.runId) return;
  throw new CannotStart(`Shoal is already running at ${note.address} (its data is in ${dataFolder}).`);
}

async function askRunId(address: string): Promise<unknown> {
  try {
    const answer = await fetch(new URL('health', address), { signal: AbortSignal.timeout(2000) });
    const health: unknown = await answer.json();
    return typeof health === 'object' && health !== null && 'runId' in health ? health.runId : undefined;
  } catch {
    return undefined;
  }
}

function cannotListen(port: number, host: string, why: 'asked' | 'port-taken' | 'refused'): CannotStart {
  if (why === 'asked')
    return new CannotStart(`Port ${port} at ${host} cannot be used: is another program there?`);
  if (why === 'refused') return new CannotStart(`This computer does not let Shoal listen at ${host}.`);
  return new CannotStart(
    `Another program uses port ${port}, where this Shoal lives. The browser keeps its data under that address, ` +
      `so free the port, or set PORT to start under another address.`,
  );
}
