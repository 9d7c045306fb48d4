import { readFile } from 'node:fs/promises';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { Machine } from '../load-files.ts';

/** A machine with some files made up, the others real, that remembers what it was told to print. */
export class FileMachine implements Machine {
  readonly printed: string[] = [];
  readonly errors: string[] = [];
  readonly #files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

  constructor(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {}) {
    this.#files = files;
  }

  async readFile(path: string) {
    const made = this.#files[path];
    if (made !== undefined) return ok(typeof made === 'string' ? new TextEncoder().encode(made) : made);
    return readFile(path).then(
      (bytes) => ok(new Uint8Array(bytes)),
      () => err('is not there.'),
    );
  }

  stopwatch(): number {
    return performance.now();
  }

  print(line: string): void {
    this.printed.push(line);
  }

  printError(line: string): void {
    this.errors.push(line);
  }
}
