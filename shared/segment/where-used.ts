import { unreachable } from '../kernel/assert.ts';
import type { Measure, PropertyNode, SegmentDefinition, SegmentNode } from './definition.ts';

export type Referable = 'attribute' | 'property' | 'event-type' | 'tag' | 'topic' | 'segment';
/** What a definition refers to, as `kind:id`. Muted nodes count: they may be switched on again. */
export type Reference = `${Referable}:${string}`;

/** All references of a definition (SEG-22, SEG-24). */
export function referencesOf(definition: SegmentDefinition): ReadonlySet<Reference> {
  const found = new Set<Reference>();
  collect(definition.root, found);
  return found;
}

function collect(node: SegmentNode, into: Set<Reference>): void {
  switch (node.kind) {
    case 'group':
      for (const child of node.children) collect(child, into);
      return;
    case 'attribute':
      if (node.attribute !== null) into.add(`attribute:${node.attribute}`);
      return;
    case 'tag':
      for (const tag of node.tags) into.add(`tag:${tag}`);
      return;
    case 'consent':
      for (const topic of node.topics) into.add(`topic:${topic}`);
      return;
    case 'event':
      for (const type of node.eventTypes) into.add(`event-type:${type}`);
      if (node.where) collectProperties(node.where, into);
      if (node.measure) collectMeasure(node.measure, into);
      return;
    case 'segment':
      if (node.segment !== null) into.add(`segment:${node.segment}`);
      return;
    case 'fact':
    case 'unknown':
      return;
    default:
      unreachable(node);
  }
}

function collectProperties(node: PropertyNode, into: Set<Reference>): void {
  if (node.kind === 'group') for (const child of node.children) collectProperties(child, into);
  else if (node.kind === 'property' && node.property !== null && node.property !== 'occurred-at') {
    into.add(`property:${node.property}`);
  }
}

function collectMeasure(measure: Measure, into: Set<Reference>): void {
  if ('where' in measure) collectProperties(measure.where, into);
  else if ('property' in measure && measure.property !== null && measure.property !== 'occurred-on') {
    into.add(`property:${measure.property}`);
  }
}
