import type { Instant } from '../../../shared/kernel/time.ts';

/** Ten digits are seconds, thirteen milliseconds: both mean 2001 to 2286. */
const EPOCH = /^[1-9]\d{9}(?:\d{3})?$/;

export function isEpoch(text: string): boolean {
  return EPOCH.test(text);
}

/** Requires `isEpoch(text)`. */
export function readEpoch(text: string): Instant {
  return text.length === 10 ? Number(text) * 1000 : Number(text);
}
