import type { DataModel, ValueType } from '../../shared/profile/data-model.ts';
import type {
  Group,
  Predicate,
  PropertyNode,
  SegmentNode,
  ValueTest,
} from '../../shared/segment/definition.ts';
import { mapReferences } from '../../shared/segment/map-references.ts';
import type { SegmentFile } from '../../shared/segment/segment-file.ts';

/**
 * A data model in which all exists that a file names, each of the type that its tests ask for: with it, a
 * file can be judged without any data.
 */
export function assumeModel(file: SegmentFile): DataModel {
  const roots = [file.root, ...Object.values(file.segments ?? {}).map(({ root }) => root)];
  const keys = keysOf(roots);
  const types = typesOf(roots);
  const define = <Id extends string>(kind: string) =>
    [...(keys.get(kind) ?? [])].map((key) => ({ id: key as Id, key, name: key, archived: false }));
  const typed = <Id extends string>(kind: 'attribute' | 'property') =>
    define<Id>(kind).map((one) => ({ ...one, type: types.get(`${kind} ${one.key}`) ?? ('text' as const) }));
  return {
    attributes: typed('attribute'),
    properties: typed('property'),
    eventTypes: define<DataModel['eventTypes'][number]['id']>('event-type').map((one) => ({
      ...one,
      properties: [],
    })),
    tags: define('tag'),
    topics: define<DataModel['topics'][number]['id']>('topic').map((one) => ({
      ...one,
      channels: ['email', 'sms'],
    })),
  };
}

function keysOf(roots: readonly Group[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const root of roots) {
    mapReferences(root, '', (kind, key) => {
      keys.set(kind, (keys.get(kind) ?? new Set()).add(key));
      return key;
    });
  }
  return keys;
}

/** The first test that says something decides: `has value` suits every type. */
function typesOf(roots: readonly Group[]): ReadonlyMap<string, ValueType> {
  const types = new Map<string, ValueType>();
  const note = (kind: 'attribute' | 'property', key: string | null, predicate: Predicate | undefined) => {
    const type = predicate === undefined ? undefined : typeAskedBy(predicate.test);
    if (key !== null && type !== undefined && !types.has(`${kind} ${key}`)) types.set(`${kind} ${key}`, type);
  };
  const visitProperty = (node: PropertyNode): void => {
    if (node.kind === 'group') node.children.forEach(visitProperty);
    if (node.kind === 'property') note('property', node.property, node.predicate);
  };
  const visit = (node: SegmentNode): void => {
    if (node.kind === 'group') node.children.forEach(visit);
    if (node.kind === 'attribute') note('attribute', node.attribute, node.predicate);
    if (node.kind !== 'event') return;
    if (node.where !== undefined) visitProperty(node.where);
    if (node.measure !== undefined && 'where' in node.measure) visitProperty(node.measure.where);
    if (node.measure !== undefined && 'property' in node.measure && node.measure.kind !== 'distinct') {
      types.set(`property ${node.measure.property}`, 'number');
    }
  };
  roots.forEach(visit);
  return types;
}

function typeAskedBy(test: ValueTest): ValueType | undefined {
  switch (test.kind) {
    case 'has-value':
    case 'unknown':
      return undefined;
    case 'is':
    case 'contains':
    case 'starts-with':
    case 'ends-with':
      return 'text';
    case 'equals':
    case 'less-than':
    case 'at-most':
    case 'more-than':
    case 'at-least':
    case 'between':
      return 'number';
    case 'is-true':
    case 'is-false':
      return 'yes-no';
    case 'has-any':
    case 'has-all':
    case 'has-none':
    case 'length':
      return 'list';
    case 'anniversary':
    case 'age':
      return 'date';
    default:
      // All that is left are tests of time, which suit a timestamp.
      return 'timestamp';
  }
}
