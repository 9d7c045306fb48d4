import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';

export interface AppDeps {
  /** The built app: an absolute path. */
  readonly dist: string;
  /** Chance, made once a start: tells whether a server that answers is the one that was started. */
  readonly runId: string;
}

/** No inline script and no inline style: what an imported CSV says can never become code. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  workerSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Names that change with their content may be kept for ever; every other file must be asked for. */
const HASHED_ASSET = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
const SERVER_PATHS = /^\/(api|v1|health)(\/|$)/;
const HIDDEN_FILE = /\/\./;
const FILE_NAME = /\.\w+$/;

/** The sync server as one function from request to answer. The store and its routes join here. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: CONTENT_SECURITY_POLICY,
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      crossOriginEmbedderPolicy: false,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      // Plain HTTP on this computer is the usual case; whoever adds TLS in front adds this there.
      strictTransportSecurity: false,
      xXssProtection: false,
      permissionsPolicy: {
        camera: [],
        microphone: [],
        geolocation: [],
        payment: [],
        usb: [],
        serial: [],
        bluetooth: [],
        displayCapture: [],
      },
    }),
  );
  app.get('/health', (c) =>
    c.json({ status: 'ok', runId: deps.runId }, 200, { 'Cache-Control': 'no-store' }),
  );
  app.use(compress(), etag(), cacheByName, withoutHiddenFiles);
  app.use(serveStatic({ root: deps.dist }));
  app.get('*', serveIndex(deps.dist));
  app.notFound((c) => c.text('Not found', 404, { 'Cache-Control': 'no-store' }));
  return app;
}

async function cacheByName(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  if (!c.res.ok || c.res.headers.has('Cache-Control')) return;
  const isForEver = HASHED_ASSET.test(c.req.path);
  c.header('Cache-Control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
}

async function withoutHiddenFiles(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  if (HIDDEN_FILE.test(c.req.path)) return c.notFound() as Response;
  await next();
  return undefined;
}

/** Every address of the app is the app; a missing file or a server path is plainly missing. */
function serveIndex(dist: string) {
  const index = serveStatic({ root: dist, path: 'index.html' });
  return async (c: Context, next: () => Promise<void>) =>
    SERVER_PATHS.test(c.req.path) || FILE_NAME.test(c.req.path) ? c.notFound() : index(c, next);
}
