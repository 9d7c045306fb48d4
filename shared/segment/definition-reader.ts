import { isDecimal } from '../kernel/decimal.ts';
import { parseIsoTime } from '../kernel/iso-time.ts';
import { fieldOf, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';
import type { Moment, NodeId } from './definition.ts';

/** What is wrong with a definition: where, by which rule of SPEC.md, and what would be right. */
export interface DefinitionError {
  /** Such as `root.children[2].predicate.test.values[0]`. */
  readonly path: string;
  readonly rule: `SEG-${number}`;
  readonly message: string;
}

/** How a text is read, and what was found so far. Readers note errors and go on: see `fail`. */
export interface Reading {
  readonly errors: DefinitionError[];
  /** In files that people write ids may be left out, and unknown words are errors (SEG-33). */
  readonly isFile: boolean;
  /** Path of each id that was met. */
  readonly ids: Map<string, string>;
  /** Makes ids for nodes without one, in reading order. */
  readonly newId: () => NodeId;
  conditionCount: number;
}

/** A place in the JSON. `node` is shared by all places of one node, up to the nodes inside it. */
export interface Spot {
  readonly value: JsonValue | undefined;
  readonly path: string;
  readonly reading: Reading;
  readonly node: { unknown?: string };
}

const MAX_ERRORS = 50;
export const MAX_AMOUNT = 1_000_000;
const MAX_ID_LENGTH = 100;

/**
 * Notes an error and returns `standIn`, so that reading can go on and find the others: what is read is
 * thrown away as soon as there is an error.
 */
export function fail<Of>(spot: Spot, rule: DefinitionError['rule'], expected: string, standIn: Of): Of {
  const message = `expected ${expected}, found ${describe(spot.value)}`;
  return failWith(spot, rule, message, standIn);
}

export function failWith<Of>(
  { path, reading }: Spot,
  rule: DefinitionError['rule'],
  message: string,
  standIn: Of,
): Of {
  if (reading.errors.length < MAX_ERRORS) reading.errors.push({ path, rule, message });
  return standIn;
}

function describe(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (isJsonArray(value)) return 'a list';
  if (isJsonObject(value)) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A word that this version does not know: the node is kept as it is, or in a file refused (SEG-33). */
export function unknownWord<Of>(
  spot: Spot,
  { word, known }: { readonly word: string; readonly known: readonly string[] },
  standIn: Of,
): Of {
  if (spot.reading.isFile)
    return failWith(
      spot,
      'SEG-33',
      `unknown ${JSON.stringify(word)}; known here: ${known.join(', ')}`,
      standIn,
    );
  spot.node.unknown ??= word;
  return standIn;
}

export function at(spot: Spot, key: string): Spot {
  const value = isJsonObject(spot.value) ? fieldOf(spot.value, key) : undefined;
  return { ...spot, value, path: `${spot.path}.${key}` };
}

/** The place of a node of its own: what is unknown in it does not reach further out. */
export function asNode(spot: Spot): Spot {
  return { ...spot, node: {} };
}

/** Whether there is an object here with no other fields than `known`. */
export function isObject(spot: Spot, known: readonly string[]): boolean {
  const { value } = spot;
  if (!isJsonObject(value)) return fail(spot, 'SEG-33', 'an object', false);
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) unknownWord(at(spot, key), { word: key, known }, undefined);
  }
  return true;
}

/** The `kind` of the object here; `undefined` if it is none that is known, which is noted. */
export function kindOf<Kind extends string>(spot: Spot, known: readonly Kind[]): Kind | undefined {
  if (!isJsonObject(spot.value)) return fail(spot, 'SEG-33', 'an object', undefined);
  const kind = at(spot, 'kind');
  if (typeof kind.value !== 'string') return fail(kind, 'SEG-33', `one of ${known.join(', ')}`, undefined);
  return (
    known.find((word) => word === kind.value) ?? unknownWord(kind, { word: kind.value, known }, undefined)
  );
}

export function wordOf<Word extends string>(spot: Spot, words: readonly [Word, ...Word[]]): Word {
  const found = words.find((word) => word === spot.value);
  return found ?? fail(spot, 'SEG-33', words.map((word) => `"${word}"`).join(' or '), words[0]);
}

export function textOf(spot: Spot): string {
  return typeof spot.value === 'string' ? spot.value : fail(spot, 'SEG-33', 'a text', '');
}

/** A reference by id or key. */
export function referenceOf<Id extends string>(spot: Spot): Id {
  if (typeof spot.value === 'string' && spot.value !== '') return spot.value as Id;
  return fail(spot, 'SEG-33', 'an id', '' as Id);
}

/** `null` stands for what was not chosen or typed yet. */
export function orNull<Of>(spot: Spot, read: (spot: Spot) => Of): Of | null {
  return spot.value === null ? null : read(spot);
}

export function listOf<Of>(spot: Spot, read: (spot: Spot) => Of): readonly Of[] {
  if (!isJsonArray(spot.value)) return fail(spot, 'SEG-33', 'a list', []);
  return spot.value.map((value, index) => read({ ...spot, value, path: `${spot.path}[${index}]` }));
}

/** A mark that is on or absent; `false` is as good as absent. */
export function markOf<Mark extends string>(spot: Spot, mark: Mark): { readonly [Key in Mark]?: true } {
  const { value } = at(spot, mark);
  if (value === true) return { [mark]: true } as { readonly [Key in Mark]?: true };
  return value === undefined || value === false ? {} : fail(at(spot, mark), 'SEG-33', 'true or nothing', {});
}

/** The field `key` if it is there. */
export function optional<Key extends string, Of>(
  spot: Spot,
  key: Key,
  read: (spot: Spot) => Of,
): { readonly [K in Key]?: Of } {
  const field = at(spot, key);
  return field.value === undefined ? {} : ({ [key]: read(field) } as { readonly [K in Key]?: Of });
}

export function decimalOf(spot: Spot): number {
  const { value } = spot;
  // Adding 0 turns -0 into 0.
  if (typeof value === 'number' && isDecimal(value)) return value + 0;
  return fail(spot, 'SEG-35', 'a number of at most 15 digits and 6 decimal places', 0);
}

export function wholeOf(spot: Spot, { min, max }: { readonly min: number; readonly max: number }): number {
  const { value } = spot;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value + 0;
  return fail(spot, 'SEG-35', `a whole number from ${min} to ${max}`, min);
}

export function amountOf(spot: Spot): number {
  return wholeOf(spot, { min: 0, max: MAX_AMOUNT });
}

export function momentOf(spot: Spot): Moment {
  const { value } = spot;
  if (typeof value === 'string' && parseIsoTime(value) !== undefined) return value;
  return fail(
    spot,
    'SEG-35',
    'a date such as 2024-12-31, with or without a time such as T23:59 or T23:59Z',
    '',
  );
}

/** The id of a node, unique in its definition; made where a file leaves it out. */
export function nodeIdOf(spot: Spot): NodeId {
  const { value, path, reading } = at(spot, 'id');
  if (value === undefined && reading.isFile) return reading.newId();
  if (typeof value !== 'string' || value === '' || value.length > MAX_ID_LENGTH) {
    return fail(at(spot, 'id'), 'SEG-34', `a text of 1 to ${MAX_ID_LENGTH} characters`, '' as NodeId);
  }
  const first = reading.ids.get(value);
  if (first !== undefined) {
    return failWith(
      at(spot, 'id'),
      'SEG-34',
      `expected an id of its own, but ${first} is ${JSON.stringify(value)} too`,
      '' as NodeId,
    );
  }
  reading.ids.set(value, path);
  return value as NodeId;
}

/** Ids for nodes without one, in reading order: n1, n2, … but none that `json` uses already. */
export function idMaker(json: JsonValue): () => NodeId {
  const used = new Set<string>();
  collectIds(json, used);
  let last = 0;
  return () => {
    do last += 1;
    while (used.has(`n${last}`));
    return `n${last}` as NodeId;
  };
}

function collectIds(json: JsonValue, into: Set<string>): void {
  if (isJsonArray(json)) for (const item of json) collectIds(item, into);
  else if (isJsonObject(json)) {
    for (const [key, field] of Object.entries(json)) {
      if (key === 'id' && typeof field === 'string') into.add(field);
      else collectIds(field, into);
    }
  }
}

/** The object at a spot that is known to hold one. */
export function objectAt({ value }: Spot): JsonObject {
  return isJsonObject(value) ? value : {};
}
