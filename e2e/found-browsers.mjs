/**
 * Where the browsers are, as `e2e/with-browsers.mjs` found them: handed on in the environment, so that
 * each runner and each of its workers sees the same ones without another search.
 *
 * @typedef {object} FoundBrowser
 * @property {string} executablePath
 * @property {Record<string, string>} [env] what it needs beside the usual environment
 * @property {string} from where it was found, in words
 *
 * @typedef {object} FoundWebKit
 * @property {string} driver
 * @property {string} miniBrowser
 * @property {string} xvfb
 *
 * @typedef {object} FoundBrowsers
 * @property {FoundBrowser} chromium
 * @property {FoundBrowser | undefined} [firefox]
 * @property {FoundWebKit | undefined} [webkit]
 */

const VARIABLE = 'SHOAL_BROWSERS';

/** @returns {FoundBrowsers | undefined} */
export function foundBrowsers() {
  const text = process.env[VARIABLE];
  return text === undefined ? undefined : JSON.parse(text);
}

/** Quiet on a closed network: without these, a browser starts by looking up its maker's hosts. */
const LEAN = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For Playwright, wherever it launches Chromium. @param {FoundBrowser} browser */
export function launchOptionsOf(browser) {
  const env = /** @type {Record<string, string>} */ ({ ...process.env, ...browser.env });
  return { executablePath: browser.executablePath, env, args: LEAN };
}

/** @param {FoundBrowsers} browsers */
export function environmentWith(browsers) {
  return { ...process.env, [VARIABLE]: JSON.stringify(browsers) };
}
