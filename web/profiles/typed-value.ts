import { formatDay, parseDay } from '../../shared/kernel/calendar.ts';
import { normalizeText } from '../../shared/kernel/text.ts';
import type { TimeZone } from '../../shared/kernel/time.ts';
import type { ValueType } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import { type DecimalMark, readTypedNumber } from './typed-number.ts';
import { clockToInstant, instantToClock } from './zone-clock.ts';

/** What stands in the control of an editor: the chips of a list, else its text. */
export type Typed = string | readonly string[];

export type TypedValue =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly why: 'not-a-number' | 'too-long' | 'not-a-date' | 'not-a-time' };

export interface TypingContext {
  readonly timeZone: TimeZone;
  readonly decimal: DecimalMark;
}

/** What was typed, as the type understands it (SEG-3, SEG-4). */
export function readTyped(typed: Typed, type: ValueType, context: TypingContext): TypedValue {
  if (typeof typed !== 'string')
    return typed.length === 0 ? { kind: 'empty' } : { kind: 'value', value: typed };
  const text = normalizeText(typed).trim();
  if (text === '') return { kind: 'empty' };
  switch (type) {
    case 'text':
      return { kind: 'value', value: text };
    case 'number': {
      const number = readTypedNumber(text, context.decimal);
      if (number.kind === 'number') return { kind: 'value', value: number.value };
      return number.kind === 'empty' ? { kind: 'empty' } : { kind: 'refused', why: number.kind };
    }
    case 'yes-no':
      return { kind: 'value', value: text === 'yes' };
    case 'date': {
      const day = parseDay(text);
      return day === undefined ? { kind: 'refused', why: 'not-a-date' } : { kind: 'value', value: day };
    }
    case 'timestamp': {
      const instant = clockToInstant(text, context.timeZone);
      return instant === undefined
        ? { kind: 'refused', why: 'not-a-time' }
        : { kind: 'value', value: instant };
    }
    case 'list':
      return { kind: 'value', value: [text] };
  }
}

/** The control's content for a stored value. */
export function valueToTyped(value: Value | undefined, type: ValueType, context: TypingContext): Typed {
  if (value === undefined) return type === 'list' ? [] : '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return type === 'list' ? [value] : value;
  if (typeof value !== 'number') return value;
  if (type === 'date') return formatDay(value);
  if (type === 'timestamp') return instantToClock(value, context.timeZone);
  return String(value).replace('.', context.decimal);
}

/** Another text in a list: trimmed, never empty, never twice. */
export function withText(texts: readonly string[], added: string): readonly string[] {
  const text = normalizeText(added).trim();
  return text === '' || texts.includes(text) ? texts : [...texts, text];
}

export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
