import type { Day, Instant } from '../kernel/time.ts';

/**
 * A stored value by its type: text (NFC, trimmed, never empty), number (a decimal of at most 15
 * significant digits and 6 places, which one double holds exactly enough to round-trip), yes-no,
 * date as a `Day`, timestamp as an `Instant`, list of text (trimmed, non-empty, never an empty list).
 * Absence is `undefined`; nothing else means "no value" (SEG-3).
 */
export type Value = string | number | boolean | Day | Instant | readonly string[];
