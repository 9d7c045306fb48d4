import type { TimeZone } from '../../shared/kernel/time.ts';
import type { ValueType } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import { words } from './en.ts';
import { formatDay, formatInstant } from './format-instant.ts';
import { formatNumber } from './format-number.ts';

/** A stored value as people read it. Numbers, dates and times look alike in storage: the type tells. */
export function formatValue(value: Value, type: ValueType, timeZone: TimeZone): string {
  if (typeof value === 'boolean') return value ? words.common.yes : words.common.no;
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.join(', ');
  if (type === 'date') return formatDay(value);
  return type === 'timestamp' ? formatInstant(value, timeZone) : formatNumber(value);
}
