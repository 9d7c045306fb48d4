import { unreachable } from '../kernel/assert.ts';
import type { Group, Measure, PropertyGroup, PropertyNode, SegmentNode } from './definition.ts';
import type { Referable } from './where-used.ts';

/** What stands in the place of a reference; `path` is that of the reference itself. */
export type MapReference = (kind: Referable, id: string, path: string) => string;

/** The same tree with every reference replaced. Muted nodes are mapped too: they may be switched on again. */
export function mapReferences(root: Group, path: string, map: MapReference): Group {
  const children = root.children.map((child, index) => mapNode(child, `${path}.children[${index}]`, map));
  return { ...root, children };
}

function mapNode(node: SegmentNode, path: string, map: MapReference): SegmentNode {
  const one = <Id extends string>(kind: Referable, id: Id, field: string) =>
    map(kind, id, `${path}.${field}`) as Id;
  const all = <Id extends string>(kind: Referable, ids: readonly Id[], field: string) =>
    ids.map((id, index) => one(kind, id, `${field}[${index}]`));
  switch (node.kind) {
    case 'group':
      return mapReferences(node, path, map);
    case 'attribute':
      return node.attribute === null
        ? node
        : { ...node, attribute: one('attribute', node.attribute, 'attribute') };
    case 'tag':
      return { ...node, tags: all('tag', node.tags, 'tags') };
    case 'consent':
      return { ...node, topics: all('topic', node.topics, 'topics') };
    case 'event':
      return {
        ...node,
        eventTypes: all('event-type', node.eventTypes, 'eventTypes'),
        ...(node.where && { where: mapPropertyGroup(node.where, `${path}.where`, map) }),
        ...(node.measure && { measure: mapMeasure(node.measure, `${path}.measure`, map) }),
      };
    case 'segment':
      return node.segment === null ? node : { ...node, segment: one('segment', node.segment, 'segment') };
    case 'fact':
    case 'unknown':
      return node;
    default:
      return unreachable(node);
  }
}

function mapPropertyGroup(group: PropertyGroup, path: string, map: MapReference): PropertyGroup {
  const children = group.children.map((child, index) =>
    mapPropertyNode(child, `${path}.children[${index}]`, map),
  );
  return { ...group, children };
}

function mapPropertyNode(node: PropertyNode, path: string, map: MapReference): PropertyNode {
  if (node.kind === 'group') return mapPropertyGroup(node, path, map);
  if (node.kind !== 'property' || node.property === null || node.property === 'occurred-at') return node;
  return { ...node, property: map('property', node.property, `${path}.property`) as typeof node.property };
}

function mapMeasure(measure: Measure, path: string, map: MapReference): Measure {
  if ('where' in measure) return { ...measure, where: mapPropertyGroup(measure.where, `${path}.where`, map) };
  if (!('property' in measure) || measure.property === null || measure.property === 'occurred-on')
    return measure;
  return {
    ...measure,
    property: map('property', measure.property, `${path}.property`) as typeof measure.property,
  };
}
