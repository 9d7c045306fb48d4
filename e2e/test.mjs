/**
 * What `npm test` runs: installs, finds the browsers, then every check there is, each once. The last
 * line is the sum: `N passed, N failed`. A check that has no tests of its own (types, lint, build,
 * budgets) counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded, isBuildFresh } from '../sync-server/build.mjs';
import { CHECKOUT, installIfNeeded, Refusal, whileAlone } from '../sync-server/install.mjs';
import { environmentWith } from './found-browsers.mjs';

const BIN = join(CHECKOUT, 'node_modules', '.bin');
const IS_WINDOWS = process.platform === 'win32';
const REPORTS = join(CHECKOUT, '.cache', 'reports');

/** @typedef {{passed: number, failed: number, skipped: string[]}} Counts */
/** @typedef {{name: string, command: string, args: string[], report?: string, read?: (report: any) => Counts}} Step */

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: [] };
/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
/** @type {NodeJS.Signals | undefined} */
let interrupted;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // The runners end their own browsers and servers; a second wish does not wait for that.
    if (interrupted !== undefined) {
      endRunning('SIGKILL');
      process.exit(1);
    }
    interrupted = signal;
    endRunning(signal);
  });
}

/** The runner and all that it started: some leave their workers behind. @param {NodeJS.Signals} signal */
function endRunning(signal) {
  if (running?.pid === undefined || running.exitCode !== null) return;
  if (IS_WINDOWS) running.kill(signal);
  else process.kill(-running.pid, signal);
}

/** @param {string} text */
const say = (text) => console.log(text);

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: CHECKOUT,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: IS_WINDOWS,
      detached: !IS_WINDOWS,
    });
    running = child;
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** A file that does not even load has no test that could fail: it counts as one that did. @param {any} report */
function readVitest(report) {
  /** @type {{assertionResults: {status: string, fullName: string}[], status: string, name: string}[]} */
  const files = report.testResults;
  const unloaded = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((result) => result.status !== 'failed'),
  );
  const skipped = files
    .flatMap((file) => file.assertionResults)
    .filter((result) => result.status !== 'passed' && result.status !== 'failed');
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: skipped.map((result) => result.fullName),
  };
}

/** @param {any} report */
function readPlaywright(report) {
  /** @type {string[]} */
  const skipped = [];
  /** @param {any} suite */
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'skipped') skipped.push(`${test.projectName}: ${spec.title}`);
      }
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of report.suites) visit(suite);
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** @param {Step} step @param {number} code @returns {Counts} */
function countOf(step, code) {
  const failedOnce = { passed: 0, failed: 1, skipped: [] };
  if (step.report === undefined || step.read === undefined) {
    return code === 0 ? { passed: 1, failed: 0, skipped: [] } : failedOnce;
  }
  try {
    const counts = step.read(JSON.parse(readFileSync(step.report, 'utf8')));
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return failedOnce;
  }
}

/** @param {string} name @param {() => Promise<Counts>} work */
async function checked(name, work) {
  if (interrupted !== undefined) return;
  say(`\n── ${name}`);
  const began = performance.now();
  const counts = await work();
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped.push(...counts.skipped);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`── ${name}: ${counts.passed} passed, ${counts.failed} failed in ${seconds} s`);
}

/** @param {string} file */
const reportPath = (file) => join(REPORTS, file);
/** @param {string} name @param {string[]} projects @returns {Step} */
function vitestStep(name, projects) {
  const report = reportPath(`${projects[0]}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command: 'vitest', args: ['run', ...chosen, ...reporters], report, read: readVitest };
}

const LINT = ['check', '--config-path=.ci/lint.json', '--error-on-warnings', '--max-diagnostics=50'];
/** @type {Step[]} */
const BEFORE_BUILD = [
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'lint and format', command: 'biome', args: LINT },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
  vitestStep('units: rooms, screens, and the Worker in Chromium', ['node', 'web', 'browser']),
];
/** @type {Step[]} */
const AFTER_BUILD = [
  { name: 'budgets', command: process.execPath, args: ['.ci/budgets.mjs'] },
  {
    name: 'stories in Chromium, mobile Chromium and Firefox',
    command: 'playwright',
    args: ['test', '--config', 'e2e'],
    report: reportPath('playwright.json'),
    read: readPlaywright,
  },
  vitestStep('whole programs: two commands from a fresh copy, WebKitGTK', ['system']),
];

/** @param {Step} step @param {NodeJS.ProcessEnv} env */
function carryOut(step, env) {
  const command = step.command === process.execPath ? step.command : join(BIN, step.command);
  return checked(step.name, async () => countOf(step, await run(command, step.args, env)));
}

/** @param {Step} step */
function leaveOut(step) {
  return checked(step.name, async () => {
    say('Not run: there is no build.');
    return { passed: 0, failed: 1, skipped: [] };
  });
}

async function buildOnce() {
  try {
    await whileAlone(say, () => buildIfNeeded(() => {}));
    return { passed: 1, failed: 0, skipped: [] };
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    return { passed: 0, failed: 1, skipped: [] };
  }
}

async function main() {
  await whileAlone(say, () => installIfNeeded(say));
  const { findBrowsers } = await import('./browsers.mjs');
  const browsers = await findBrowsers(say);
  say(`Chromium: ${browsers.chromium.executablePath} (${browsers.chromium.from})`);
  if (browsers.firefox === undefined) total.skipped.push('every story in Firefox: no Firefox here');
  const env = {
    ...environmentWith(browsers),
    SHOAL_E2E_REPORT: reportPath('playwright.json'),
    // Some runners colour whatever CI reads; a log of colour codes helps nobody.
    ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
  };
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  for (const step of BEFORE_BUILD) await carryOut(step, env);
  await checked('build', buildOnce);
  const isBuilt = isBuildFresh();
  for (const step of AFTER_BUILD) await (isBuilt ? carryOut(step, env) : leaveOut(step));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  total.failed += 1;
}
if (interrupted !== undefined) {
  console.error(`Stopped by ${interrupted}; not every check was made.`);
  total.failed += 1;
}
for (const name of total.skipped) say(`skipped: ${name}`);
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
