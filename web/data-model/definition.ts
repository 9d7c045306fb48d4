import {
  type Attribute,
  DEFAULT_ATTRIBUTES,
  type EventType,
  type Property,
  type Tag,
  type Topic,
} from '../../shared/profile/data-model.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';

/** Something that was defined, of any kind. */
export type Definition =
  | { readonly kind: 'attribute'; readonly of: Attribute }
  | { readonly kind: 'property'; readonly of: Property }
  | { readonly kind: 'event-type'; readonly of: EventType }
  | { readonly kind: 'tag'; readonly of: Tag }
  | { readonly kind: 'topic'; readonly of: Topic };

/** The wish that makes it so: it adds the definition, or changes the one with its id. */
export function defineMutation(definition: Definition): Mutation {
  switch (definition.kind) {
    case 'attribute':
      return { name: 'define-attribute', attribute: definition.of };
    case 'property':
      return { name: 'define-property', property: definition.of };
    case 'event-type':
      return { name: 'define-event-type', eventType: definition.of };
    case 'tag':
      return { name: 'define-tag', tag: definition.of };
    case 'topic':
      return { name: 'define-topic', topic: definition.of };
  }
}

export function removeMutation(definition: Definition): Mutation {
  switch (definition.kind) {
    case 'attribute':
      return { name: 'remove-definition', definition: { kind: 'attribute', id: definition.of.id } };
    case 'property':
      return { name: 'remove-definition', definition: { kind: 'property', id: definition.of.id } };
    case 'event-type':
      return { name: 'remove-definition', definition: { kind: 'event-type', id: definition.of.id } };
    case 'tag':
      return { name: 'remove-definition', definition: { kind: 'tag', id: definition.of.id } };
    case 'topic':
      return { name: 'remove-definition', definition: { kind: 'topic', id: definition.of.id } };
  }
}

/** The same with another name, or in or out of the archive. */
export function changed(
  definition: Definition,
  change: { readonly name?: string; readonly archived?: boolean },
): Definition {
  return { ...definition, of: { ...definition.of, ...change } } as Definition;
}

/** Names and addresses are read from these: they stay, and stay in use. */
export function isStandard(definition: Definition): boolean {
  return definition.kind === 'attribute' && DEFAULT_ATTRIBUTES.some((one) => one.id === definition.of.id);
}

/** Those whose name or key contains the text, the archived ones only if wished. */
export function listed<
  Defined extends { readonly name: string; readonly key: string; readonly archived: boolean },
>(
  definitions: readonly Defined[],
  request: { readonly text: string; readonly archived: boolean },
): readonly Defined[] {
  const wanted = request.text.trim().toLowerCase();
  return definitions.filter(
    (one) =>
      (request.archived || !one.archived) &&
      (one.name.toLowerCase().includes(wanted) || one.key.toLowerCase().includes(wanted)),
  );
}
