import { createServer, type Server } from 'node:http';

export const FIRST_PORT = 4280;
const PORTS_TRIED = 50;

export type ListenError =
  | { readonly kind: 'port-taken' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Takes exactly this port, or says why not. Port 0 takes any. */
export function listenOn(
  server: Server,
  address: { readonly port: number; readonly host: string },
): Promise<ListenError | undefined> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'EADDRINUSE' ? { kind: 'port-taken' } : { kind: 'refused', reason: error.message },
      );
    server.once('error', onError);
    server.listen(address, () => {
      server.off('error', onError);
      resolve(undefined);
    });
  });
}

/** The first port from 4280 on that nothing uses. */
export async function findFreePort(host: string): Promise<number | undefined> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
    const probe = createServer();
    const error = await listenOn(probe, { port, host });
    if (error?.kind === 'refused') return undefined;
    if (error !== undefined) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
  return undefined;
}
