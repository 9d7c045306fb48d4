import type { ImportProgress } from '../../shared/import-api.ts';

/** Milliseconds that only go up. */
export type Stopwatch = () => number;

const REPORT_EVERY_MS = 100;
/** Before this, a rate is a guess that jumps about. */
const RATE_AFTER_MS = 500;

/** Says how far an import is, not more often than anyone can read. */
export class ProgressReport {
  readonly #report: (progress: ImportProgress) => void;
  readonly #stopwatch: Stopwatch;
  readonly #bytesTotal: number;
  readonly #startedAt: number;
  #reportedAt: number;

  constructor(report: (progress: ImportProgress) => void, stopwatch: Stopwatch, bytesTotal: number) {
    this.#report = report;
    this.#stopwatch = stopwatch;
    this.#bytesTotal = bytesTotal;
    this.#startedAt = stopwatch();
    this.#reportedAt = this.#startedAt - REPORT_EVERY_MS;
  }

  reading(done: { readonly bytesRead: number; readonly rows: number; readonly failedRows: number }): void {
    const now = this.#stopwatch();
    if (now - this.#reportedAt < REPORT_EVERY_MS) return;
    this.#reportedAt = now;
    const elapsedMs = now - this.#startedAt;
    const left = this.#bytesTotal - done.bytesRead;
    const isKnown = elapsedMs >= RATE_AFTER_MS && done.bytesRead > 0;
    this.#report({
      phase: 'reading',
      ...done,
      bytesTotal: this.#bytesTotal,
      rowsPerSecond: rateOf(done.rows, elapsedMs),
      secondsLeft: isKnown ? Math.ceil((elapsedMs * left) / done.bytesRead / 1000) : null,
    });
  }

  writing(done: { readonly rows: number; readonly failedRows: number }): void {
    const elapsedMs = this.#stopwatch() - this.#startedAt;
    this.#report({
      phase: 'writing',
      ...done,
      bytesRead: this.#bytesTotal,
      bytesTotal: this.#bytesTotal,
      rowsPerSecond: rateOf(done.rows, elapsedMs),
      secondsLeft: null,
    });
  }
}

function rateOf(rows: number, elapsedMs: number): number {
  return elapsedMs > 0 ? Math.round((rows * 1000) / elapsedMs) : 0;
}
