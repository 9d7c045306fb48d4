import { unreachable } from '../kernel/assert.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import { normalizeText } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { SegmentDefinition, SegmentId } from '../segment/definition.ts';
import { parseDefinition } from '../segment/parse-definition.ts';
import { segmentsUsing } from './decide-definition.ts';
import type { Decision } from './decision.ts';
import { findCycle } from './find-cycle.ts';
import type { Held } from './held.ts';
import type { Mutation } from './mutation.ts';
import type { Refusal } from './refusal.ts';
import type { SegmentRecord, SegmentRevision } from './segment-record.ts';

export type SegmentMutation = Extract<Mutation, { readonly segment: unknown }>;
type Creation = Extract<Mutation, { readonly name: 'create-segment' }>;
type Revising = Extract<Mutation, { readonly name: 'revise-segment' }>;

export function decideSegmentMutation(
  mutation: SegmentMutation,
  held: Held,
  at: Instant,
): Result<Decision, Refusal> {
  if (mutation.name === 'create-segment') return decideCreate(mutation, held, at);
  const segment = held.segments.get(mutation.segment);
  if (segment === undefined) return err({ kind: 'unknown-segment', id: mutation.segment });
  switch (mutation.name) {
    case 'revise-segment':
      return decideRevise(mutation, segment, held, at);
    case 'rename-segment': {
      const title = normalizeText(mutation.title).trim();
      if (title === '') return err({ kind: 'name-empty' });
      return ok(changed({ ...mutation, title }, segment, { title, changedAt: at }));
    }
    case 'describe-segment': {
      const description = normalizeText(mutation.description).trim();
      return ok(changed({ ...mutation, description }, segment, { description, changedAt: at }));
    }
    case 'archive-segment':
    case 'unarchive-segment':
      return ok(changed(mutation, segment, { archived: mutation.name === 'archive-segment', changedAt: at }));
    case 'delete-segment': {
      const users = segmentsUsing(`segment:${segment.id}`, held).filter(({ id }) => id !== segment.id);
      if (users.length > 0)
        return err({ kind: 'in-use', segments: users.map(({ id, title }) => ({ id, title })) });
      return ok(changed(mutation, segment, { deleted: true, changedAt: at }));
    }
    case 'restore-segment':
      return ok(changed(mutation, segment, { deleted: false, changedAt: at }));
    default:
      return unreachable(mutation);
  }
}

function changed(
  mutation: SegmentMutation,
  segment: SegmentRecord,
  change: Partial<SegmentRecord>,
): Decision {
  return {
    mutation,
    replaced: { kind: 'segment', segment },
    rows: [{ kind: 'segment', segment: { ...segment, ...change } }],
  };
}

function decideCreate(mutation: Creation, held: Held, at: Instant): Result<Decision, Refusal> {
  const title = normalizeText(mutation.title).trim();
  if (title === '') return err({ kind: 'name-empty' });
  const before = held.segments.get(mutation.segment);
  // An id that is there was created by this same wish, sent twice.
  if (before !== undefined) return ok({ mutation, replaced: { kind: 'segment', segment: before }, rows: [] });
  const definition = usable(mutation.segment, mutation.definition, held);
  if (!definition.ok) return definition;
  const description = normalizeText(mutation.description).trim();
  const segment: SegmentRecord = {
    id: mutation.segment,
    title,
    description,
    definition: definition.value,
    heads: [mutation.revision],
    createdAt: at,
    changedAt: at,
    archived: false,
    smart: false,
    deleted: false,
  };
  const revision = {
    id: mutation.revision,
    segment: segment.id,
    parents: [],
    definition: definition.value,
    at,
  };
  return ok({
    mutation: { ...mutation, title, description, definition: definition.value },
    replaced: { kind: 'nothing' },
    rows: [
      { kind: 'segment', segment },
      { kind: 'revision', revision },
    ],
  });
}

/**
 * A revision follows its parents. One that does not know the first head stands beside it as another
 * version: the head stays, and both are kept (SYN-10).
 */
function decideRevise(
  mutation: Revising,
  before: SegmentRecord,
  held: Held,
  at: Instant,
): Result<Decision, Refusal> {
  const definition = usable(mutation.segment, mutation.definition, held);
  if (!definition.ok) return definition;
  const revision: SegmentRevision = {
    id: mutation.revision,
    segment: before.id,
    parents: mutation.parents,
    definition: definition.value,
    at,
  };
  const left = before.heads.filter((head) => !mutation.parents.includes(head));
  const leads = !left.includes(before.heads[0] ?? mutation.revision);
  const segment: SegmentRecord = {
    ...before,
    ...(leads && { definition: definition.value }),
    heads: leads ? [mutation.revision, ...left] : [...left, mutation.revision],
    changedAt: at,
  };
  return ok({
    mutation: { ...mutation, definition: definition.value },
    replaced: { kind: 'segment', segment: before },
    rows: [
      { kind: 'segment', segment },
      { kind: 'revision', revision },
    ],
  });
}

/** A definition may be incomplete, or refer to what is gone; it may not be malformed, nor lead back to itself. */
function usable(id: SegmentId, given: SegmentDefinition, held: Held): Result<SegmentDefinition, Refusal> {
  const definition = parseDefinition(given);
  if (!definition.ok) return err({ kind: 'definition-refused', problems: definition.error });
  const through = findCycle(id, definition.value, held.segments);
  return through === undefined ? definition : err({ kind: 'cycle', through });
}
