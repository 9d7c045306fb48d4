import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';

export interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Absent where it would not be smaller: pictures, and very small texts. */
  readonly gzipped: Uint8Array<ArrayBuffer> | undefined;
}

/** By address, such as `/index.html`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const WORTH_ZIPPING = 0.9;

/**
 * Reads the built app into memory, about a megabyte. One start serves one build: a build or a test run
 * in the same checkout never shows half of itself to someone who is working.
 */
export async function readStaticFiles(dist: string): Promise<StaticFiles> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isHidden(relative(dist, path)));
  const files = await Promise.all(
    paths.map(async (path) => [addressOf(dist, path), await readStaticFile(path)] as const),
  );
  return new Map(files);
}

/** Stamps and build manifests lie in the output folder too; their names begin with a dot. */
function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith('.'));
}

function addressOf(dist: string, path: string): string {
  return `/${relative(dist, path).split(sep).join('/')}`;
}

async function readStaticFile(path: string): Promise<StaticFile> {
  const body = new Uint8Array(await readFile(path));
  const zipped = new Uint8Array(await promisify(gzip)(body));
  return {
    type: getMimeType(path) ?? 'application/octet-stream',
    // Weak, since it stands for the plain and the zipped form alike.
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    body,
    gzipped: zipped.length < body.length * WORTH_ZIPPING ? zipped : undefined,
  };
}
