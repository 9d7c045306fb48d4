import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real data that tests use lies beside the checkout; it is never part of it. */
const FOLDER = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

export const hasRealData = existsSync(join(FOLDER, 'README.md'));
/** For the names of tests that have to be left out. */
export const NO_REAL_DATA = 'left out: there is no folder ../shared/data beside the checkout';

export function dataPath(...parts: readonly string[]): string {
  return join(FOLDER, ...parts);
}
