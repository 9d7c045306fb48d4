import type { ImportProgress } from '../../shared/import-api.ts';
import { importWords } from '../words/en-imports.ts';
import { formatCounted, formatNumber } from '../words/format-number.ts';

const texts = importWords.running;
/** Reading is nearly all of the work; how long saving takes nobody can tell. */
const READING_SHARE = 0.96;

/** 0 to 1, or `null` while nothing is known. */
export function progressShare(progress: ImportProgress | undefined): number | null {
  if (progress === undefined || progress.bytesTotal === 0) return null;
  if (progress.phase === 'writing') return READING_SHARE;
  return Math.min(1, progress.bytesRead / progress.bytesTotal) * READING_SHARE;
}

/** "41,200 rows, 8,100 a second, 12 seconds left". */
export function progressNote(progress: ImportProgress | undefined): string {
  if (progress === undefined) return '';
  const parts = [texts.rows(formatNumber(progress.rows))];
  if (progress.phase === 'reading' && progress.rowsPerSecond > 0) {
    parts.push(texts.rate(formatNumber(Math.round(progress.rowsPerSecond))));
  }
  const left = timeLeft(progress);
  if (left !== undefined) parts.push(left);
  return parts.join(', ');
}

function timeLeft(progress: ImportProgress): string | undefined {
  if (progress.phase === 'writing') return texts.almost;
  if (progress.secondsLeft === null) return undefined;
  const seconds = Math.ceil(progress.secondsLeft);
  if (seconds <= 1) return texts.almost;
  if (seconds < 90) return texts.left(formatCounted(seconds, texts.secondOne, texts.secondMany));
  return texts.left(formatCounted(Math.ceil(seconds / 60), texts.minuteOne, texts.minuteMany));
}
