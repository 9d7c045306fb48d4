/**
 * A Chromium that comes from npm alone, for a Linux machine without one: no root, no package manager.
 * Its package lives in `e2e/chromium/`, apart from the project's own, and is installed only on demand.
 * We unpack it ourselves: the package's own way trusts whatever lies in the shared temporary folder.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { CHECKOUT, installLocked } from '../sync-server/install.mjs';

const PACKAGE = join(CHECKOUT, 'e2e', 'chromium');
const UNPACKED = join(CHECKOUT, '.cache', 'chromium-147');

export function canUsePackagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  const { header } = /** @type {{header: Record<string, unknown>}} */ (process.report.getReport());
  return header['glibcVersionRuntime'] !== undefined;
}

/** @param {(line: string) => void} say @returns {Promise<{executablePath: string, env: Record<string, string>}>} */
export async function preparePackagedChromium(say) {
  if (!existsSync(UNPACKED)) {
    say('No Chromium here: taking one from npm (68 MB, once) …');
    await unpack();
  }
  const executablePath = join(UNPACKED, 'chromium');
  /** @type {Record<string, string>} */
  const env = {};
  if (spawnSync(executablePath, ['--version']).status !== 0) {
    const libraries = join(UNPACKED, 'al2023', 'lib');
    const before = process.env['LD_LIBRARY_PATH'];
    env['LD_LIBRARY_PATH'] = before ? `${libraries}:${before}` : libraries;
  }
  // Without any font a browser starts, and dies at the first form control.
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = join(UNPACKED, 'own-fonts.conf');
  return { executablePath, env };
}

async function unpack() {
  await installLocked(PACKAGE, ['--ignore-scripts']);
  const part = `${UNPACKED}.${process.pid}`;
  await mkdir(part, { recursive: true });
  const packed = join(PACKAGE, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const load = createRequire(join(PACKAGE, 'node_modules', '@sparticuz', 'chromium', 'package.json'));
  const tar = load('tar-fs');
  /** @param {string} name @param {NodeJS.WritableStream} target */
  const extract = (name, target) =>
    pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), target);
  await extract('chromium.br', createWriteStream(join(part, 'chromium'), { mode: 0o755 }));
  await extract('swiftshader.tar.br', tar.extract(part));
  await extract('fonts.tar.br', tar.extract(part));
  await extract('al2023.tar.br', tar.extract(join(part, 'al2023')));
  await writeFile(join(part, 'own-fonts.conf'), fontSettings(UNPACKED));
  // Renamed last: what is there under the real name is whole.
  await rename(part, UNPACKED).catch(() => rm(part, { recursive: true, force: true }));
  await rm(join(PACKAGE, 'node_modules'), { recursive: true, force: true });
}

/** @param {string} folder */
function fontSettings(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`;
}
