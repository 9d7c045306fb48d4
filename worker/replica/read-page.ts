import type { Result } from '../../shared/kernel/result.ts';
import { err } from '../../shared/kernel/result.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import type { PageReference } from '../columns/manifest.ts';
import type { PageDatabase } from '../storage/page-database.ts';

/** Reads a page that is not a column's. */
export async function readPage<Content>(
  pages: PageDatabase,
  { name }: PageReference,
  decode: (content: ArrayBuffer) => Result<Content, string>,
): Promise<Result<Content, WorkerError>> {
  const content = await pages.read(name);
  if (!content.ok) return content;
  const decoded = content.value === undefined ? undefined : decode(content.value);
  return decoded?.ok ? decoded : err({ kind: 'page-damaged', page: name });
}
