import type { TimeTest, TimeUnit } from '../../shared/segment/definition.ts';

export type TimeKind = TimeTest['kind'];

/** In the order people look for them: near in time first, then fixed dates. */
export const RELATIVE_KINDS = ['in-last', 'more-than-ago', 'less-than-ago', 'between-ago', 'ago'] as const;
export const FIXED_KINDS = ['on', 'before', 'on-or-before', 'after', 'on-or-after', 'between-dates'] as const;

/** A window of the past, for what happened: the future has no events (SEG-13). */
export const PAST_KINDS: readonly TimeKind[] = [...RELATIVE_KINDS, 'calendar', ...FIXED_KINDS];
export const ALL_TIME_KINDS: readonly TimeKind[] = [...RELATIVE_KINDS, 'in-next', 'calendar', ...FIXED_KINDS];

export const INSTANT_UNITS: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month', 'year'];
export const DAY_UNITS: readonly TimeUnit[] = ['day', 'week', 'month', 'year'];

const TIME_KINDS: ReadonlySet<string> = new Set(ALL_TIME_KINDS);

export function isTimeTest(test: { readonly kind: string }): test is TimeTest {
  return TIME_KINDS.has(test.kind);
}

/** A test of this kind that keeps what the previous one said, as far as it fits. */
export function makeTimeTest(kind: TimeKind, previous?: TimeTest): TimeTest {
  const moment = momentOf(previous);
  const { amount, unit } = spanOf(previous);
  switch (kind) {
    case 'between-dates':
      return { kind, from: moment, to: null };
    case 'between-ago':
      return { kind, from: amount, to: null, unit };
    case 'calendar':
      return { kind, which: 'this', unit: 'month' };
    case 'in-last':
    case 'in-next':
    case 'ago':
    case 'more-than-ago':
    case 'less-than-ago':
      return { kind, amount: amount ?? 30, unit };
    default:
      return { kind, moment };
  }
}

function momentOf(test: TimeTest | undefined): string | null {
  if (!test) return null;
  if ('moment' in test) return test.moment;
  return test.kind === 'between-dates' ? test.from : null;
}

function spanOf(test: TimeTest | undefined): { readonly amount: number | null; readonly unit: TimeUnit } {
  if (test && 'amount' in test) return { amount: test.amount, unit: test.unit };
  if (test?.kind === 'between-ago') return { amount: test.from, unit: test.unit };
  return { amount: null, unit: 'day' };
}
