import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a person sees of which version runs: it stands on every screen. */
export const OLD_WORDS = 'Saved on this device';
export const NEW_WORDS = 'Safe on this device';

const TEXTS = /\.(?:css|html|js|webmanifest)$/;
const PAGE_REVISION = /"revision":"[0-9a-f]{32}"(?=,"url":"index\.html")/;

/**
 * A copy of a build as the next version would be: other words on the screen, and, as every part
 * depends on the words, another name for every part; none of the old names is left.
 */
export async function makeNextBuild(build: string, target: string): Promise<void> {
  await cp(build, target, { recursive: true });
  const assets = join(target, 'assets');
  const names = await readdir(assets);
  for (const name of names) await rename(join(assets, name), join(assets, nextName(name)));
  const oldNames = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !TEXTS.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, 'utf8');
    const next = text.replaceAll(oldNames, nextName).replaceAll(OLD_WORDS, NEW_WORDS);
    await writeFile(path, next.replace(PAGE_REVISION, `"revision":"${'b'.repeat(32)}"`));
  }
}

/** `index-BdVN6Hm1.js` is `index-BdVN6Hm1b.js`: a hash that no build gives. */
function nextName(name: string): string {
  return name.replace(/(?=\.\w+$)/, 'b');
}
