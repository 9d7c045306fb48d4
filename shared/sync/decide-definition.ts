import { fold } from '../kernel/fold.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { normalizeText } from '../kernel/text.ts';
import { DEFAULT_ATTRIBUTES } from '../profile/data-model.ts';
import type { Reference } from '../segment/where-used.ts';
import { referencesOf } from '../segment/where-used.ts';
import type { Decision, Definition, RowChange } from './decision.ts';
import { definitionsOf, findDefinition, mutationOf } from './definitions.ts';
import type { Held } from './held.ts';
import type { Mutation } from './mutation.ts';
import type { Refusal } from './refusal.ts';
import type { SegmentRecord } from './segment-record.ts';

type Removal = Extract<Mutation, { readonly name: 'remove-definition' }>;

/** Adds a definition, or changes the one with its id. Its type is for good: values are stored by it. */
export function decideDefine(wanted: Definition, held: Held): Result<Decision, Refusal> {
  const definition = tidied(wanted);
  const { id, key, name } = definition.definition;
  if (name === '' || key === '') return err({ kind: 'name-empty' });
  const others = definitionsOf(held.model, definition.kind).filter((other) => other.definition.id !== id);
  if (others.some((other) => other.definition.key === key)) return err({ kind: 'name-taken', name: key });
  if (others.some((other) => !other.definition.archived && fold(other.definition.name) === fold(name))) {
    return err({ kind: 'name-taken', name });
  }
  const before = findDefinition(held.model, definition.kind, id);
  if (before !== undefined && typeOf(before) !== typeOf(definition)) return err({ kind: 'type-fixed', id });
  const missing = propertiesOf(definition).find(
    (property) => findDefinition(held.model, 'property', property) === undefined,
  );
  if (missing !== undefined) return err({ kind: 'unknown-definition', id: missing });
  return ok({
    mutation: mutationOf(definition),
    replaced: before === undefined ? { kind: 'nothing' } : { kind: 'definition', definition: before },
    rows: [{ kind: 'definition', definition }],
  });
}

function tidied(wanted: Definition): Definition {
  const { definition } = wanted;
  const texts = { key: normalizeText(definition.key).trim(), name: normalizeText(definition.name).trim() };
  return { kind: wanted.kind, definition: { ...definition, ...texts } } as Definition;
}

function typeOf(definition: Definition): string {
  return 'type' in definition.definition ? definition.definition.type : '';
}

function propertiesOf(definition: Definition): readonly string[] {
  return definition.kind === 'event-type' ? definition.definition.properties : [];
}

/** Removes a definition that no segment uses (SEG-24); archiving is always possible instead. */
export function decideRemoveDefinition(mutation: Removal, held: Held): Result<Decision, Refusal> {
  const { kind, id } = mutation.definition;
  const definition = findDefinition(held.model, kind, id);
  if (definition === undefined) return err({ kind: 'unknown-definition', id });
  if (kind === 'attribute' && DEFAULT_ATTRIBUTES.some((attribute) => attribute.id === id))
    return err({ kind: 'type-fixed', id });
  const users = segmentsUsing(`${kind}:${id}`, held);
  if (users.length > 0)
    return err({ kind: 'in-use', segments: users.map(({ id, title }) => ({ id, title })) });
  return ok({
    mutation,
    replaced: { kind: 'definition', definition },
    rows: [
      { kind: 'definition-removed', definition },
      ...(kind === 'property' ? eventTypesWithout(id, held) : []),
    ],
  });
}

function eventTypesWithout(property: string, held: Held): readonly RowChange[] {
  return held.model.eventTypes
    .filter(({ properties }) => properties.some((id) => id === property))
    .map((eventType) => ({
      kind: 'definition',
      definition: {
        kind: 'event-type',
        definition: { ...eventType, properties: eventType.properties.filter((id) => id !== property) },
      },
    }));
}

/** Archived segments use what they refer to as others do; only deleted ones do not. */
export function segmentsUsing(reference: Reference, held: Pick<Held, 'segments'>): readonly SegmentRecord[] {
  return [...held.segments.values()].filter(
    (segment) => !segment.deleted && referencesOf(segment.definition).has(reference),
  );
}
