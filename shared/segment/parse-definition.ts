import { isJsonObject, type JsonError, type JsonValue, parseJson, toJson } from '../kernel/json.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import {
  type Group,
  MAX_CONDITIONS,
  MAX_DEFINITION_BYTES,
  type NodeId,
  type SegmentDefinition,
  type SegmentNode,
} from './definition.ts';
import {
  at,
  type DefinitionError,
  fail,
  failWith,
  idMaker,
  type Reading,
  type Spot,
} from './definition-reader.ts';
import { parseNode } from './parse-condition.ts';

/** White space makes a file longer than what it says. */
const MAX_TEXT_LENGTH = 10 * MAX_DEFINITION_BYTES;

/** The only way in: a typed definition, or what is wrong with it. Never throws or hangs, whatever comes. */
export function parseDefinition(input: unknown): Result<SegmentDefinition, readonly DefinitionError[]> {
  const json = toJson(input, MAX_DEFINITION_BYTES);
  return json.ok ? readDefinition(json.value) : err([jsonError(json.error)]);
}

export function parseDefinitionText(text: string): Result<SegmentDefinition, readonly DefinitionError[]> {
  const json = parseJson(text, MAX_TEXT_LENGTH);
  return json.ok ? parseDefinition(json.value) : err([jsonError(json.error)]);
}

export function jsonError(error: JsonError): DefinitionError {
  switch (error.kind) {
    case 'not-json':
      return { path: '', rule: 'SEG-33', message: `expected JSON: ${error.message}` };
    case 'too-large':
      return { path: '', rule: 'SEG-32', message: `expected at most ${error.maxBytes} bytes` };
    case 'too-deep':
      return { path: '', rule: 'SEG-32', message: `expected nesting of at most ${error.maxDepth}` };
  }
}

function readDefinition(json: JsonValue): Result<SegmentDefinition, readonly DefinitionError[]> {
  const reading = createReading(json, { isFile: false });
  const spot: Spot = { value: json, path: '', reading, node: {} };
  if (!isJsonObject(json)) return err(fail(spot, 'SEG-33', 'an object', reading.errors));
  for (const [key, value] of Object.entries(json)) {
    if (key !== 'version' && key !== 'root') {
      fail({ ...spot, path: key, value }, 'SEG-33', 'version and root only', null);
    }
  }
  if (json['version'] !== 1) fail({ ...at(spot, 'version'), path: 'version' }, 'SEG-33', 'version 1', null);
  const root = parseRoot({ ...at(spot, 'root'), path: 'root' });
  return reading.errors.length > 0 ? err(reading.errors) : ok({ version: 1, root });
}

export function createReading(json: JsonValue, { isFile }: { readonly isFile: boolean }): Reading {
  return { errors: [], isFile, ids: new Map(), newId: idMaker(json), conditionCount: 0 };
}

/** The root is a group, not muted. One that is not understood goes, verbatim, into a group of its own. */
export function parseRoot(spot: Spot): Group {
  const { reading } = spot;
  const read: SegmentNode = parseNode(spot, 1);
  if (reading.conditionCount > MAX_CONDITIONS) {
    failWith(
      spot,
      'SEG-32',
      `expected at most ${MAX_CONDITIONS} conditions, found ${reading.conditionCount}`,
      null,
    );
  }
  if (read.kind === 'unknown') return { kind: 'group', id: reading.newId(), match: 'all', children: [read] };
  if (read.kind !== 'group') {
    return fail(at(spot, 'kind'), 'SEG-33', '"group" for the root', STAND_IN);
  }
  if (read.muted === true) fail(at(spot, 'muted'), 'SEG-34', 'a root that is not muted', null);
  return read;
}

const STAND_IN: Group = { kind: 'group', id: '' as NodeId, match: 'all', children: [] };
