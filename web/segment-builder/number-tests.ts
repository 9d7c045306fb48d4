import type { NumberTest } from '../../shared/segment/definition.ts';

export type NumberKind = NumberTest['kind'];

export const NUMBER_KINDS: readonly NumberKind[] = [
  'at-least',
  'at-most',
  'more-than',
  'less-than',
  'equals',
  'between',
];

const KINDS: ReadonlySet<string> = new Set(NUMBER_KINDS);

export function isNumberTest(test: { readonly kind: string }): test is NumberTest {
  return KINDS.has(test.kind);
}

/** A test of this kind that keeps the number that was typed. */
export function makeNumberTest(kind: NumberKind, previous?: NumberTest): NumberTest {
  const first = previous === undefined ? null : previous.kind === 'between' ? previous.from : previous.value;
  return kind === 'between' ? { kind, from: first, to: null } : { kind, value: first };
}
