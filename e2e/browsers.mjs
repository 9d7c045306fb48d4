/**
 * Finds the browsers for the tests, or gets them. A candidate counts only after a real trial: some are
 * stubs that print a version, and some die at the first form control.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, firefox } from '@playwright/test';
import { CHECKOUT, Refusal } from '../sync-server/install.mjs';
import { launchOptionsOf } from './found-browsers.mjs';
import { canUsePackagedChromium, preparePackagedChromium } from './packaged-chromium.mjs';

/** @typedef {import('./found-browsers.mjs').FoundBrowser} FoundBrowser */
/** @typedef {import('./found-browsers.mjs').FoundBrowsers} FoundBrowsers */
/** @typedef {import('./found-browsers.mjs').FoundWebKit} FoundWebKit */
/** @typedef {(line: string) => void} Say */

const TRIAL_MS = 30_000;
const DOWNLOAD_MS = 600_000;
const CHROMIUM_NAMES =
  'chromium chromium-browser google-chrome-stable google-chrome chrome microsoft-edge chromium-headless-shell';

const FOREIGN_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) =>
      join(folder, path),
    );
  }),
];

const DEBIAN_PACKAGES = {
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr', 'fonts-liberation'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'fonts-liberation'],
};

/** Chromium is needed; the other two are named as skipped where they cannot be had. @param {Say} say */
export async function findBrowsers(say) {
  /** @type {string[]} */
  const failures = [];
  let foundChromium = await findInstalledChromium(failures);
  let foundFirefox = await findFirefox();
  let foundWebKit = findWebKit();
  const missing = [
    ...(foundChromium ? [] : DEBIAN_PACKAGES.chromium),
    ...(foundFirefox ? [] : DEBIAN_PACKAGES.firefox),
    ...(foundWebKit ? [] : DEBIAN_PACKAGES.webkit),
  ];
  if (missing.length > 0 && isRootOnDebian() && installDebianPackages([...new Set(missing)], say, failures)) {
    foundChromium ??= await findInstalledChromium(failures);
    foundFirefox ??= await findFirefox();
    foundWebKit ??= findWebKit();
  }
  foundChromium ??= await fetchChromium(failures, say);
  if (foundChromium === undefined) {
    throw new Refusal(
      [
        'No Chromium here, and none could be had. Install Chromium or Chrome, or set CHROMIUM=/path/to/it.',
        ...failures,
      ].join('\n  '),
    );
  }
  return { chromium: foundChromium, firefox: foundFirefox, webkit: foundWebKit };
}

/** @param {string[]} failures */
async function findInstalledChromium(failures) {
  const wanted = process.env['CHROMIUM'];
  if (wanted) {
    const problem = await tryChromium({ executablePath: wanted, from: 'CHROMIUM' });
    if (problem === undefined) return { executablePath: wanted, from: 'CHROMIUM' };
    throw new Refusal(`CHROMIUM=${wanted} does not work: ${problem}`);
  }
  const candidates = [
    ...CHROMIUM_NAMES.split(' ').map(findOnPath),
    ...FOREIGN_PLACES.filter((path) => existsSync(path)),
    existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined,
  ];
  for (const executablePath of new Set(candidates)) {
    if (executablePath === undefined) continue;
    const candidate = { executablePath, from: 'installed' };
    if (await passesTrial(candidate, failures)) return candidate;
  }
  return undefined;
}

/** @param {string[]} failures @param {Say} say @returns {Promise<FoundBrowser | undefined>} */
async function fetchChromium(failures, say) {
  if (canUsePackagedChromium()) {
    try {
      const candidate = { ...(await preparePackagedChromium(say)), from: 'npm' };
      if (await passesTrial(candidate, failures)) return candidate;
    } catch (error) {
      failures.push(`from npm: ${firstLine(error)}`);
    }
  }
  say('Asking Playwright for its Chromium …');
  const cli = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '..', 'cli.js');
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const run = spawnSync(process.execPath, [cli, 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: DOWNLOAD_MS,
  });
  if (run.status !== 0) failures.push('Playwright could not download one');
  const candidate = { executablePath: chromium.executablePath(), from: 'Playwright' };
  return existsSync(candidate.executablePath) && (await passesTrial(candidate, failures))
    ? candidate
    : undefined;
}

/** @param {FoundBrowser} candidate @param {string[]} failures */
async function passesTrial(candidate, failures) {
  const problem = await tryChromium(candidate);
  if (problem !== undefined) failures.push(`${candidate.executablePath}: ${problem}`);
  return problem === undefined;
}

/** What is wrong with it, or nothing. @param {FoundBrowser} candidate */
function tryChromium(candidate) {
  return tryPage(() => chromium.launch({ ...launchOptionsOf(candidate), timeout: TRIAL_MS }));
}

/** @param {() => Promise<import('@playwright/test').Browser>} launch */
async function tryPage(launch) {
  try {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.setContent('<button>ok</button><input type=file>', { timeout: TRIAL_MS });
    } finally {
      await browser.close();
    }
    return undefined;
  } catch (error) {
    return firstLine(error);
  }
}

/** @returns {Promise<FoundBrowser | undefined>} */
async function findFirefox() {
  for (const executablePath of ['firefox-esr', 'firefox'].map(findOnPath)) {
    if (executablePath === undefined) continue;
    const launch = () => firefox.launch({ channel: 'moz-firefox', executablePath, timeout: TRIAL_MS });
    if ((await tryPage(launch)) === undefined) return { executablePath, from: 'installed' };
  }
  return undefined;
}

/** @returns {FoundWebKit | undefined} */
function findWebKit() {
  const driver = findOnPath('WebKitWebDriver');
  const xvfb = findOnPath('Xvfb');
  const miniBrowser = findMiniBrowser();
  return driver && xvfb && miniBrowser ? { driver, xvfb, miniBrowser } : undefined;
}

/** It lies beside its library, whose folder carries the processor's name and the library's version. */
function findMiniBrowser() {
  for (const base of ['/usr/lib', '/usr/libexec']) {
    const folders = existsSync(base)
      ? ['.', ...readdirSync(base).filter((name) => name.includes('-linux-'))]
      : [];
    for (const folder of folders) {
      for (const version of ['4.1', '4.0', '6.0']) {
        const path = join(base, folder, `webkit2gtk-${version}`, 'MiniBrowser');
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}

/** @param {string} name */
function findOnPath(name) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

function isRootOnDebian() {
  if (process.getuid?.() !== 0 || findOnPath('apt-get') === undefined) return false;
  if (!existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {readonly string[]} packages @param {Say} say @param {string[]} failures */
function installDebianPackages(packages, say, failures) {
  say(`Installing Debian packages for the browser tests (once): ${packages.join(' ')} …`);
  mkdirSync(join(CHECKOUT, '.cache'), { recursive: true });
  const log = openSync(join(CHECKOUT, '.cache', 'apt.log'), 'a');
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const run = spawnSync('apt-get', [...wait, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', log, log],
      timeout: DOWNLOAD_MS,
    });
    if (run.status === 0) continue;
    failures.push(`apt-get ${args[0]} failed; see .cache/apt.log`);
    return false;
  }
  return true;
}

/** @param {unknown} error */
function firstLine(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').find((line) => line.trim() !== '') ?? 'no reason given';
}
