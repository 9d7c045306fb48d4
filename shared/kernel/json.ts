import type { Result } from './result.ts';
import { err, ok } from './result.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export type JsonError =
  | { readonly kind: 'not-json'; readonly message: string }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'too-deep'; readonly maxDepth: number };

/** Nesting of arrays and objects that any of our files may have. */
export const MAX_JSON_DEPTH = 100;

/** Parses text of at most `maxBytes` UTF-16 units; longer text is not even looked at. */
export function parseJson(text: string, maxBytes: number): Result<JsonValue, JsonError> {
  if (text.length > maxBytes) return err({ kind: 'too-large', maxBytes });
  try {
    return toJson(JSON.parse(text.replace(/^\uFEFF/, '')), maxBytes);
  } catch (error) {
    return err({ kind: 'not-json', message: error instanceof Error ? error.message : 'not JSON' });
  }
}

/**
 * A plain deep copy of anything, or why it is not JSON of at most `maxBytes`. Never throws or hangs,
 * whatever comes: cycles, proxies, getters and giants end in an error.
 */
export function toJson(input: unknown, maxBytes: number): Result<JsonValue, JsonError> {
  try {
    return ok(copy(input, 0, { left: maxBytes, maxBytes }));
  } catch (error) {
    return err(
      error instanceof Refusal ? error.reason : { kind: 'not-json', message: 'it could not be read' },
    );
  }
}

class Refusal extends Error {
  readonly reason: JsonError;
  constructor(reason: JsonError) {
    super(reason.kind);
    this.reason = reason;
  }
}

interface Budget {
  /** Bytes of JSON that may still be written. */
  left: number;
  readonly maxBytes: number;
}

function copy(input: unknown, depth: number, budget: Budget): JsonValue {
  if (depth > MAX_JSON_DEPTH) throw new Refusal({ kind: 'too-deep', maxDepth: MAX_JSON_DEPTH });
  switch (typeof input) {
    case 'string':
      spend(budget, utf8Length(JSON.stringify(input)));
      return input;
    case 'number':
      if (!Number.isFinite(input)) throw new Refusal({ kind: 'not-json', message: `${input} is not JSON` });
      spend(budget, String(input).length);
      return input;
    case 'boolean':
      spend(budget, String(input).length);
      return input;
    case 'object':
      if (input === null) {
        spend(budget, 4);
        return null;
      }
      return Array.isArray(input) ? copyArray(input, depth, budget) : copyObject(input, depth, budget);
    default:
      throw new Refusal({ kind: 'not-json', message: `a ${typeof input} is not JSON` });
  }
}

function copyArray(input: readonly unknown[], depth: number, budget: Budget): JsonValue {
  spend(budget, Math.max(input.length + 1, 2));
  return Array.from(input, (item) => copy(item, depth + 1, budget));
}

function copyObject(input: object, depth: number, budget: Budget): JsonValue {
  const prototype: unknown = Object.getPrototypeOf(input);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new Refusal({ kind: 'not-json', message: 'an object of a class is not JSON' });
  }
  const fields: [string, JsonValue][] = [];
  const entries = Object.entries(input).filter(([, field]) => field !== undefined);
  spend(budget, entries.length === 0 ? 2 : 1);
  for (const [key, field] of entries) {
    spend(budget, utf8Length(JSON.stringify(key)) + 2);
    fields.push([key, copy(field, depth + 1, budget)]);
  }
  // fromEntries defines own fields, so a key `__proto__` stays a field.
  return Object.fromEntries(fields);
}

function spend(budget: Budget, bytes: number): void {
  budget.left -= bytes;
  if (budget.left < 0) throw new Refusal({ kind: 'too-large', maxBytes: budget.maxBytes });
}

/** Bytes of `text` in UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) length += 1;
    // A surrogate pair is four bytes, two for each unit.
    if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) length += 1;
  }
  return length;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** An own field: never something inherited, such as `constructor`. */
export function fieldOf(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
