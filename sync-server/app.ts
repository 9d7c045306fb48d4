import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { serveApp } from './serve-app.ts';
import type { StaticFiles } from './static-files.ts';

export interface AppDeps {
  /** The built app. */
  readonly files: StaticFiles;
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
        displayCapture: [],
      },
    }),
  );
  app.get('/health', (c) =>
    c.json({ status: 'ok', runId: deps.runId }, 200, { 'Cache-Control': 'no-store' }),
  );
  app.use(serveApp(deps.files));
  app.notFound((c) => c.text('Not found', 404, { 'Cache-Control': 'no-store' }));
  return app;
}
