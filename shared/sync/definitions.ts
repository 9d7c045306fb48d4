import { unreachable } from '../kernel/assert.ts';
import type { DataModel } from '../profile/data-model.ts';
import type { Definition, DefinitionKind } from './decision.ts';
import type { Mutation } from './mutation.ts';

export function definitionsOf(model: DataModel, kind: DefinitionKind): readonly Definition[] {
  switch (kind) {
    case 'attribute':
      return model.attributes.map((definition) => ({ kind, definition }));
    case 'property':
      return model.properties.map((definition) => ({ kind, definition }));
    case 'event-type':
      return model.eventTypes.map((definition) => ({ kind, definition }));
    case 'tag':
      return model.tags.map((definition) => ({ kind, definition }));
    case 'topic':
      return model.topics.map((definition) => ({ kind, definition }));
    default:
      return unreachable(kind);
  }
}

export function findDefinition(model: DataModel, kind: DefinitionKind, id: string): Definition | undefined {
  return definitionsOf(model, kind).find(({ definition }) => definition.id === id);
}

/** All definitions of a model, kind by kind, each in its order. */
export function allDefinitions(model: DataModel): readonly Definition[] {
  return (['attribute', 'property', 'event-type', 'tag', 'topic'] as const).flatMap((kind) =>
    definitionsOf(model, kind),
  );
}

export function modelOf(definitions: readonly Definition[]): DataModel {
  return {
    attributes: definitions.flatMap((entry) => (entry.kind === 'attribute' ? [entry.definition] : [])),
    properties: definitions.flatMap((entry) => (entry.kind === 'property' ? [entry.definition] : [])),
    eventTypes: definitions.flatMap((entry) => (entry.kind === 'event-type' ? [entry.definition] : [])),
    tags: definitions.flatMap((entry) => (entry.kind === 'tag' ? [entry.definition] : [])),
    topics: definitions.flatMap((entry) => (entry.kind === 'topic' ? [entry.definition] : [])),
  };
}

/** The wish that defines it so. */
export function mutationOf(definition: Definition): Mutation {
  switch (definition.kind) {
    case 'attribute':
      return { name: 'define-attribute', attribute: definition.definition };
    case 'property':
      return { name: 'define-property', property: definition.definition };
    case 'event-type':
      return { name: 'define-event-type', eventType: definition.definition };
    case 'tag':
      return { name: 'define-tag', tag: definition.definition };
    case 'topic':
      return { name: 'define-topic', topic: definition.definition };
    default:
      return unreachable(definition);
  }
}
