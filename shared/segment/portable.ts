import { fold } from '../kernel/fold.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { DataModel } from '../profile/data-model.ts';
import type { Group, SegmentDefinition, SegmentId } from './definition.ts';
import type { DefinitionError } from './definition-reader.ts';
import { type MapReference, mapReferences } from './map-references.ts';
import { allReferences } from './resolve-reference.ts';
import type { SegmentFile, SegmentFilePart } from './segment-file.ts';
import type { Referable } from './where-used.ts';

export interface TitledDefinition {
  readonly title: string;
  readonly description?: string;
  readonly definition: SegmentDefinition;
}

/** A file, bound to the definitions of a workspace. */
export interface BoundSegmentFile {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly definition: SegmentDefinition;
  /** The segments that came with it, by the id they were given. */
  readonly segments: ReadonlyMap<SegmentId, TitledDefinition>;
}

/** Every keyed thing but segments. */
type Keyed = Exclude<Referable, 'segment'>;
const LISTS = {
  attribute: 'attributes',
  property: 'properties',
  'event-type': 'eventTypes',
  tag: 'tags',
  topic: 'topics',
} as const satisfies Record<Keyed, keyof DataModel>;

/**
 * Puts ids in the place of keys. `segmentIdOf` gives an id to each segment that came in the file. A key
 * that does not exist is an error at its path: nothing is bound by half.
 */
export function bindSegmentFile(
  file: SegmentFile,
  dataModel: DataModel,
  segmentIdOf: (key: string) => SegmentId,
): Result<BoundSegmentFile, readonly DefinitionError[]> {
  const errors: DefinitionError[] = [];
  const parts = new Map(Object.entries(file.segments ?? {}));
  const idOf = (kind: Keyed) => new Map(dataModel[LISTS[kind]].map((defined) => [defined.key, defined.id]));
  const ids = {
    attribute: idOf('attribute'),
    property: idOf('property'),
    'event-type': idOf('event-type'),
    tag: idOf('tag'),
    topic: idOf('topic'),
    segment: new Map([...parts.keys()].map((key) => [key, segmentIdOf(key)])),
  } as const satisfies Record<Referable, ReadonlyMap<string, string>>;
  const map: MapReference = (kind, key, path) => {
    const id = ids[kind].get(key);
    if (id === undefined)
      errors.push({ path, rule: 'SEG-22', message: unknownKey(kind, key, [...ids[kind].keys()]) });
    return id ?? key;
  };
  const definitionOf = (root: Group, path: string): SegmentDefinition => ({
    version: 1,
    root: mapReferences(root, path, map),
  });
  const definition = definitionOf(file.root, 'root');
  const segments = new Map<SegmentId, TitledDefinition>();
  for (const [key, part] of parts) {
    const { name = key, description, root } = part;
    const bound = definitionOf(root, `segments.${key}.root`);
    segments.set(segmentIdOf(key), {
      title: name,
      ...(description !== undefined && { description }),
      definition: bound,
    });
  }
  if (errors.length > 0) return err(errors);
  return ok({ title: file.name, description: file.description, definition, segments });
}

function unknownKey(kind: Referable, key: string, known: readonly string[]): string {
  const what = kind === 'event-type' ? 'event type' : kind;
  const alike = known.filter((one) => fold(one).includes(fold(key)) || fold(key).includes(fold(one)));
  const shown = (alike.length > 0 ? alike : known).slice(0, 8).map((one) => JSON.stringify(one));
  const hint =
    shown.length === 0
      ? `there is no ${what}`
      : `there is ${shown.join(', ')}${known.length > shown.length ? ' …' : ''}`;
  return `expected the key of ${what === 'attribute' || what === 'event type' ? 'an' : 'a'} ${what}, found ${JSON.stringify(key)}; ${hint}`;
}

/**
 * The file of a segment, with all segments it leads to. Fails for what has no key: something that is gone,
 * or that this version does not understand; half a segment would mean something else.
 */
export function toSegmentFile(
  segment: TitledDefinition,
  dataModel: DataModel,
  segments: ReadonlyMap<SegmentId, TitledDefinition>,
): Result<SegmentFile, readonly DefinitionError[]> {
  const errors: DefinitionError[] = [];
  const carried = carriedSegments(segment, segments);
  const keyOf = (kind: Keyed) =>
    new Map<string, string>(dataModel[LISTS[kind]].map(({ id, key }) => [id, key]));
  const keys = {
    attribute: keyOf('attribute'),
    property: keyOf('property'),
    'event-type': keyOf('event-type'),
    tag: keyOf('tag'),
    topic: keyOf('topic'),
    segment: segmentKeys(carried),
  } as const satisfies Record<Referable, ReadonlyMap<string, string>>;
  const map: MapReference = (kind, id, path) => {
    const key = keys[kind].get(id);
    if (key === undefined)
      errors.push({
        path,
        rule: 'SEG-22',
        message: `the ${kind.replace('-', ' ')} ${JSON.stringify(id)} is gone`,
      });
    return key ?? id;
  };
  const partOf = ({ title, description, definition }: TitledDefinition, path: string): SegmentFilePart => {
    if (holdsUnknown(definition.root))
      errors.push({ path, rule: 'SEG-22', message: 'it holds a condition of a newer version' });
    const root = mapReferences(definition.root, path, map);
    return { name: title, ...(description !== undefined && description !== '' && { description }), root };
  };
  const whole = partOf(segment, 'root');
  const parts = [...carried].map(([id, part]): [string, SegmentFilePart] => {
    const key = keys.segment.get(id) ?? id;
    return [key, partOf(part, `segments.${key}.root`)];
  });
  if (errors.length > 0) return err(errors);
  const withSegments = parts.length > 0 ? { segments: Object.fromEntries(parts) } : {};
  return ok({ format: 'shoal-segment', version: 1, ...whole, ...withSegments });
}

/** All that is referred to, directly or not, in the order in which it is met. */
function carriedSegments(
  segment: TitledDefinition,
  segments: ReadonlyMap<SegmentId, TitledDefinition>,
): ReadonlyMap<SegmentId, TitledDefinition> {
  const carried = new Map<SegmentId, TitledDefinition>();
  const open = [...allReferences(segment.definition.root)];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const found = segments.get(id);
    if (found === undefined || carried.has(id)) continue;
    carried.set(id, found);
    open.push(...allReferences(found.definition.root));
  }
  return carried;
}

/** Keys made of titles: `Big spenders` is `big-spenders`; a second one is `big-spenders-2`. */
function segmentKeys(carried: ReadonlyMap<SegmentId, TitledDefinition>): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const [id, { title }] of carried) {
    const word =
      fold(title)
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'segment';
    let key = word;
    for (let number = 2; taken.has(key); number += 1) key = `${word}-${number}`;
    taken.add(key);
    keys.set(id, key);
  }
  return keys;
}

/** Looks into the JSON, where nodes and tests of newer versions are alike. */
function holdsUnknown(root: Group): boolean {
  return JSON.stringify(root).includes('"kind":"unknown"');
}
