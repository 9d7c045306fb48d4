import type { Context, MiddlewareHandler } from 'hono';
import type { StaticFile, StaticFiles } from './static-files.ts';

/** Names that change with their content may be kept for ever; every other file must be asked for. */
const HASHED_ASSET = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
const SERVER_PATHS = /^\/(api|v1|health)(\/|$)/;
// By kind, not by dot: an address may end in a key such as an e-mail.
const FILE_NAME = /\.(js|css|html|json|map|png|svg|ico|webmanifest|wasm|woff2|txt|xml)$/;

/** Answers with a file of the built app; every address that is no file and no server path is the app. */
export function serveApp(files: StaticFiles): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const path = c.req.path;
    const file = files.get(path);
    if (file !== undefined) return answer(c, file);
    const index = files.get('/index.html');
    if (index === undefined || SERVER_PATHS.test(path) || FILE_NAME.test(path)) return next();
    return answer(c, index);
  };
}

function answer(c: Context, file: StaticFile): Response {
  c.header('ETag', file.etag);
  c.header(
    'Cache-Control',
    HASHED_ASSET.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (file.gzipped !== undefined) c.header('Vary', 'Accept-Encoding');
  if (c.req.header('If-None-Match')?.includes(file.etag)) return c.body(null, 304);
  c.header('Content-Type', file.type);
  if (file.gzipped === undefined || !acceptsGzip(c)) return c.body(file.body);
  c.header('Content-Encoding', 'gzip');
  return c.body(file.gzipped);
}

function acceptsGzip(c: Context): boolean {
  return /\bgzip\b(?!;q=0(\.0*)?(,|$))/.test(c.req.header('Accept-Encoding') ?? '');
}
