import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { WorkerError } from '../../shared/worker-api.ts';

export type StorageError = Extract<WorkerError, { kind: 'storage-full' | 'storage-failed' }>;

/** Names of errors that mean: the connection is gone, and a new one may work (SYN-19). */
const LOST_CONNECTION: readonly string[] = ['DatabaseClosedError', 'InvalidStateError', 'UnknownError'];

/**
 * Runs work on the database; its failure is a value. What failed has changed nothing: each piece of
 * work is one transaction. Failures that are not the database's own are bugs, and go on as such.
 */
export async function guardStorage<Value>(
  work: () => PromiseLike<Value>,
): Promise<Result<Value, StorageError>> {
  try {
    return ok(await work());
  } catch (error) {
    if (!isLostConnection(error)) return err(storageErrorOf(error));
  }
  // Dexie opens a new connection at the next use.
  try {
    return ok(await work());
  } catch (error) {
    return err(storageErrorOf(error));
  }
}

function isLostConnection(error: unknown): boolean {
  return causesOf(error).some(({ name }) => LOST_CONNECTION.includes(name));
}

function storageErrorOf(error: unknown): StorageError {
  const causes = causesOf(error);
  const [outermost] = causes;
  if (outermost === undefined || causes.some(isBug)) throw error;
  if (causes.some(({ name }) => name === 'QuotaExceededError')) return { kind: 'storage-full' };
  return { kind: 'storage-failed', message: `${outermost.name}: ${outermost.message}` };
}

/** Errors of the language come from our own code. */
function isBug(error: Error): boolean {
  return error.name === 'Error' || error.name === 'TypeError' || error.name === 'RangeError';
}

/** Dexie keeps what the browser said in `inner`. */
function causesOf(error: unknown): readonly Error[] {
  const causes: Error[] = [];
  for (
    let cause = error;
    isErrorLike(cause) && causes.length < 5;
    cause = (cause as { inner?: unknown }).inner
  ) {
    causes.push(cause);
  }
  return causes;
}

/** A `DOMException` is an `Error` in browsers, but not in every stand-in for them. */
function isErrorLike(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'name' in value && 'message' in value;
}
