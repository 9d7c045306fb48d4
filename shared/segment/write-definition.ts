import type { JsonObject, JsonValue } from '../kernel/json.ts';
import { isJsonArray, isJsonObject } from '../kernel/json.ts';
import type { SegmentDefinition } from './definition.ts';

/**
 * The definition as JSON for others: what was kept verbatim (SEG-33) stands in its own place again, with
 * the marks its row has now. `parseDefinition` reads it back to an equal definition.
 */
export function writeDefinition(definition: SegmentDefinition): JsonObject {
  const json: JsonValue = JSON.parse(JSON.stringify(definition));
  return unwrap(json) as JsonObject;
}

function unwrap(json: JsonValue): JsonValue {
  if (isJsonArray(json)) return json.map(unwrap);
  if (!isJsonObject(json)) return json;
  if (json['kind'] !== 'unknown') {
    return Object.fromEntries(Object.entries(json).map(([key, field]) => [key, unwrap(field)]));
  }
  const { kind: _kind, original = null, operator: _operator, ...marks } = json;
  if (!isJsonObject(original)) return original;
  const { muted: _muted, negated: _negated, ...rest } = original;
  return { ...rest, ...marks };
}
