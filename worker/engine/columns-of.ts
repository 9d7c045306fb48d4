import { unreachable } from '../../shared/kernel/assert.ts';
import { ADDRESS_ATTRIBUTE, type EventTypeId, type PropertyId } from '../../shared/profile/data-model.ts';
import type {
  Resolved,
  ResolvedCondition,
  ResolvedMeasure,
  ResolvedNode,
  ResolvedSegment,
  ResolvedWhere,
} from '../../shared/segment/resolved.ts';
import {
  attributeColumn,
  type ColumnName,
  consentColumn,
  eventIdsColumn,
  eventPropertyColumn,
  eventRowsColumn,
  suppressedColumn,
  tagColumn,
} from '../columns/column-name.ts';
import type { Population } from '../columns/population.ts';
import type { EventLeaf } from './select-events.ts';

type EventTails = Pick<Population, 'hasEventTail'>;

/** Columns to load before evaluating. */
export function columnsOf(population: EventTails, meaning: Resolved): ReadonlySet<ColumnName> {
  const columns = new Set<ColumnName>(['live']);
  addColumns(columns, population, meaning);
  return columns;
}

/** Columns to load before counting the nodes of an open definition. */
export function columnsOfSegment(population: EventTails, segment: ResolvedSegment): ReadonlySet<ColumnName> {
  const columns = new Set<ColumnName>(['live']);
  const addNode = (node: ResolvedNode) => {
    if (node.meaning !== undefined) addColumns(columns, population, node.meaning);
    for (const child of node.group?.children ?? []) addNode(child);
  };
  addNode(segment.root);
  return columns;
}

/** Columns that one condition reads. */
export function columnsOfLeaf(population: EventTails, leaf: ResolvedCondition): readonly ColumnName[] {
  switch (leaf.kind) {
    case 'attribute':
      return [attributeColumn(leaf.attribute)];
    case 'tag':
      return leaf.tags.map(tagColumn);
    case 'consent':
      return leaf.topics.map((topic) => consentColumn(topic, leaf.channel));
    case 'can-receive':
      return [
        attributeColumn(ADDRESS_ATTRIBUTE[leaf.channel]),
        suppressedColumn(leaf.channel),
        ...leaf.topics.map((topic) => consentColumn(topic, leaf.channel)),
      ];
    case 'event':
      return leaf.eventTypes.flatMap((type) => columnsOfEvents(population, leaf, type));
    case 'created':
      return ['created-at'];
    case 'changed':
      return ['changed-at'];
    case 'source':
      return ['source'];
    case 'known':
      return ['known'];
    case 'has-address':
      return [attributeColumn(ADDRESS_ATTRIBUTE[leaf.channel])];
    default:
      return unreachable(leaf);
  }
}

function addColumns(columns: Set<ColumnName>, population: EventTails, meaning: Resolved): void {
  switch (meaning.kind) {
    case 'all':
    case 'any':
      for (const part of meaning.of) addColumns(columns, population, part);
      return;
    case 'not':
      addColumns(columns, population, meaning.of);
      return;
    default:
      for (const column of columnsOfLeaf(population, meaning)) columns.add(column);
  }
}

function columnsOfEvents(population: EventTails, leaf: EventLeaf, type: EventTypeId): readonly ColumnName[] {
  const properties = [...propertiesOfWhere(leaf.where), ...propertiesOfMeasure(leaf.measure)];
  const picksOne = leaf.measure.kind === 'first' || leaf.measure.kind === 'last';
  return [
    eventRowsColumn(type),
    ...properties.map((property) => eventPropertyColumn(type, property)),
    ...(picksOne && population.hasEventTail(type) ? [eventIdsColumn(type)] : []),
  ];
}

function propertiesOfMeasure(measure: ResolvedMeasure): readonly PropertyId[] {
  if ('where' in measure) return propertiesOfWhere(measure.where);
  return 'property' in measure ? [measure.property] : [];
}

function propertiesOfWhere(where: ResolvedWhere | null): readonly PropertyId[] {
  if (where === null) return [];
  switch (where.kind) {
    case 'all':
    case 'any':
      return where.of.flatMap(propertiesOfWhere);
    case 'not':
      return propertiesOfWhere(where.of);
    case 'property':
      return [where.property];
    case 'occurred-at':
      return [];
    default:
      return unreachable(where);
  }
}
