import { readerLocale } from './locale.ts';

const locale = readerLocale();
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const plurals = new Intl.PluralRules('en');
const lists = {
  and: new Intl.ListFormat('en', { type: 'conjunction' }),
  or: new Intl.ListFormat('en', { type: 'disjunction' }),
};

/** No number where there should be one: unknown, never 0 (SEG-26). */
export const DASH = '–';

export function formatNumber(value: number): string {
  return whole.format(value);
}

/** With its sign, as a difference. */
export function formatSigned(value: number): string {
  return signed.format(value);
}

/** About how many, where room is scarce: 12.4K. */
export function formatCompact(value: number): string {
  return compact.format(value);
}

/** Part of a whole. Some is never shown as none, nor all but one as all. */
export function formatShare(part: number, wholeCount: number): string {
  if (wholeCount === 0) return DASH;
  const share = part / wholeCount;
  if (share > 0 && share < 0.001) return `<${percent.format(0.001)}`;
  if (share < 1 && share > 0.999) return `>${percent.format(0.999)}`;
  return percent.format(share);
}

/** "1 profile", "12,400 profiles". */
export function formatCounted(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${plurals.select(count) === 'one' ? one : many}`;
}

export function formatList(parts: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return lists[joint].format(parts);
}

const BYTE_STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function formatBytes(bytes: number): string {
  const step = Math.min(BYTE_STEPS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const unit = BYTE_STEPS[step] ?? 'byte';
  const number = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: step > 2 ? 1 : 0,
  });
  return number.format(bytes / 1000 ** step);
}
