import { compareCodePoints } from './order.ts';

/**
 * JSON with the keys of every object in order of code points, and keys of `undefined` left out: equal
 * plain data has equal text, so it serves as a cache key. Takes plain data only; throws on a cycle.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => compareCodePoints(left, right))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}
