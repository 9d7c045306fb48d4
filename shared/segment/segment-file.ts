import { isJsonObject, type JsonValue, parseJson, toJson } from '../kernel/json.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { type Group, MAX_DEFINITION_BYTES } from './definition.ts';
import {
  at,
  type DefinitionError,
  fail,
  failWith,
  isObject,
  optional,
  type Reading,
  type Spot,
  textOf,
} from './definition-reader.ts';
import { createReading, jsonError, parseRoot } from './parse-definition.ts';

/**
 * A segment that can be carried from one workspace to another and kept under version control: everything
 * is named by key. `segment-file.md` describes it, `segment-file.schema.json` too.
 */
export interface SegmentFile {
  readonly format: 'shoal-segment';
  readonly version: 1;
  readonly name?: string;
  readonly description?: string;
  /** As in a definition, but with keys where that has ids. */
  readonly root: Group;
  /** The segments that `root` or these refer to, by key. */
  readonly segments?: Readonly<Record<string, SegmentFilePart>>;
}

export interface SegmentFilePart {
  readonly name?: string;
  readonly description?: string;
  readonly root: Group;
}

const MAX_FILE_BYTES = 1_000_000;
const PART_FIELDS = ['name', 'description', 'root'] as const;

/** Reads a file's text. Whether its keys exist shows when it is bound to a data model. */
export function parseSegmentFileText(text: string): Result<SegmentFile, readonly DefinitionError[]> {
  const json = parseJson(text, MAX_FILE_BYTES);
  return json.ok ? readFile(json.value) : err([jsonError(json.error)]);
}

/** The same for JSON that was parsed already. Never throws or hangs, whatever comes. */
export function parseSegmentFile(input: unknown): Result<SegmentFile, readonly DefinitionError[]> {
  const json = toJson(input, MAX_FILE_BYTES);
  return json.ok ? readFile(json.value) : err([jsonError(json.error)]);
}

function readFile(json: JsonValue): Result<SegmentFile, readonly DefinitionError[]> {
  const errors: DefinitionError[] = [];
  const file: Spot = { value: json, path: '', reading: readingOf(json, errors), node: {} };
  if (!isObject(file, ['format', 'version', '$schema', ...PART_FIELDS, 'segments'])) return err(errors);
  if (at(file, 'format').value !== 'shoal-segment')
    fail(at(file, 'format'), 'SEG-33', '"shoal-segment"', null);
  if (at(file, 'version').value !== 1) fail(at(file, 'version'), 'SEG-33', 'version 1', null);
  const segments = at(file, 'segments');
  const read: SegmentFile = {
    format: 'shoal-segment',
    version: 1,
    ...readPart(file),
    ...(segments.value === undefined ? {} : { segments: readParts(segments) }),
  };
  return errors.length > 0 ? err(errors.map(withoutFirstDot)) : ok(read);
}

function readParts(spot: Spot): Readonly<Record<string, SegmentFilePart>> {
  if (!isJsonObject(spot.value)) return fail(spot, 'SEG-33', 'an object of segments by key', {});
  const parts = Object.keys(spot.value).map((key): [string, SegmentFilePart] => {
    const part = at(spot, key);
    if (key === '') fail(part, 'SEG-33', 'a key', null);
    isObject(part, PART_FIELDS);
    return [key, readPart(part)];
  });
  return Object.fromEntries(parts);
}

/** Each root is a definition of its own: own ids, own limits. */
function readPart(spot: Spot): SegmentFilePart {
  const root = at(spot, 'root');
  const reading = readingOf(root.value ?? null, spot.reading.errors);
  if (root.value !== undefined && !toJson(root.value, MAX_DEFINITION_BYTES).ok) {
    failWith(root, 'SEG-32', `expected at most ${MAX_DEFINITION_BYTES} bytes`, null);
  }
  return {
    ...optional(spot, 'name', textOf),
    ...optional(spot, 'description', textOf),
    root: parseRoot({ ...root, reading }),
  };
}

function readingOf(json: JsonValue, errors: DefinitionError[]): Reading {
  return { ...createReading(json, { isFile: true }), errors };
}

function withoutFirstDot(error: DefinitionError): DefinitionError {
  return { ...error, path: error.path.replace(/^\./, '') };
}
