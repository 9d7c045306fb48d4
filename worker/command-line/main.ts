import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { run } from './run.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there.',
  EISDIR: 'is a folder.',
  EACCES: 'may not be read by you.',
};

/** npm starts scripts in the checkout, but people name files from where they stand. */
const folder = process.env['npm_lifecycle_event'] === 'shoal' ? (process.env['INIT_CWD'] ?? '.') : '.';

async function readBytes(path: string): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  try {
    return ok(new Uint8Array(await readFile(resolve(folder, path))));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown error';
    return err(REASONS[code] ?? `cannot be read (${code}).`);
  }
}

const machine = {
  readFile: readBytes,
  stopwatch: () => performance.now(),
  print: (line: string) => void process.stdout.write(`${line}\n`),
  printError: (line: string) => void process.stderr.write(`${line}\n`),
};

// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on('error', () => {});

try {
  process.exitCode = await run(machine, process.argv.slice(2));
} catch (thrown) {
  // A bug of ours: still no stack trace, which would help nobody who only wanted a number.
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  machine.printError(`shoal: internal error: ${message}`);
  process.exitCode = 1;
}
