/**
 * Where the browsers are, as `e2e/with-browsers.mjs` found them: handed on in the environment, so that
 * each runner and each of its workers sees the same ones without another search.
 *
 * @typedef {object} FoundBrowser
 * @property {string} executablePath
 * @property {Record<string, string>} env the whole environment to launch it with
 * @property {string[]} args
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

/** @param {FoundBrowsers} browsers */
export function environmentWith(browsers) {
  return { ...process.env, [VARIABLE]: JSON.stringify(browsers) };
}
