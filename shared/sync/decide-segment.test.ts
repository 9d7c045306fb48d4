import { describe, expect, test } from 'vitest';
import type { SegmentDefinition, SegmentId } from '../segment/definition.ts';
import { at } from '../testing/builders.ts';
import { aDefinition, attribute, segment, tag } from '../testing/definition-builders.ts';
import { aHeld, aSegment } from '../testing/held-builders.ts';
import { decideMutation } from './decide-mutation.ts';
import type { Mutation, RevisionId } from './mutation.ts';

const NOW = at('2024-05-01T12:00Z');
const GOLD = aDefinition(tag('any', ['gold']));
const [A, B, C] = ['a', 'b', 'c'] as SegmentId[];

function create(id: string, definition: SegmentDefinition, title = 'New'): Mutation {
  const revision = `${id}-1` as RevisionId;
  return { name: 'create-segment', segment: id as SegmentId, title, description: ' ', revision, definition };
}

function revise(
  id: string,
  definition: SegmentDefinition,
  parents: readonly string[],
  revision = `${id}-2`,
): Mutation {
  return {
    name: 'revise-segment',
    segment: id as SegmentId,
    revision: revision as RevisionId,
    parents: parents as RevisionId[],
    definition,
  };
}

describe('create-segment', () => {
  test('[SYN-10] begins with a revision without parents', () => {
    expect(decideMutation(create('a', GOLD, ' Gold '), aHeld(), NOW)).toMatchObject({
      ok: true,
      value: {
        mutation: { title: 'Gold', description: '' },
        replaced: { kind: 'nothing' },
        rows: [
          {
            kind: 'segment',
            segment: { id: 'a', title: 'Gold', heads: ['a-1'], createdAt: NOW, smart: false, deleted: false },
          },
          { kind: 'revision', revision: { id: 'a-1', segment: 'a', parents: [], at: NOW } },
        ],
      },
    });
  });

  test('needs a title', () => {
    expect(decideMutation(create('a', GOLD, '  '), aHeld(), NOW)).toEqual({
      ok: false,
      error: { kind: 'name-empty' },
    });
  });

  test('[SEG-5] takes an incomplete definition, [SEG-22] and one that refers to what is gone', () => {
    expect(decideMutation(create('a', aDefinition(attribute(null))), aHeld(), NOW)).toMatchObject({
      ok: true,
    });
    expect(decideMutation(create('a', aDefinition(segment('gone'))), aHeld(), NOW)).toMatchObject({
      ok: true,
    });
  });

  test('refuses what is no definition, with the places', () => {
    const malformed = { version: 1, root: { kind: 'group', id: 'n0', match: 'some', children: [] } };
    const refused = decideMutation(create('a', malformed as unknown as SegmentDefinition), aHeld(), NOW);
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'definition-refused', problems: [{ path: 'root.match' }] },
    });
  });

  test('the same wish sent twice changes nothing', () => {
    const held = aHeld({ segments: [aSegment('a', GOLD)] });
    expect(decideMutation(create('a', GOLD), held, NOW)).toMatchObject({ ok: true, value: { rows: [] } });
  });
});

describe('[SEG-23] a cycle is refused, with its path', () => {
  const held = aHeld({
    segments: [
      aSegment('a', GOLD),
      aSegment('b', aDefinition(segment('a'))),
      aSegment('c', aDefinition(segment('b'), segment('gone'))),
    ],
  });

  test('to itself', () => {
    expect(decideMutation(create('d', aDefinition(segment('d'))), held, NOW)).toEqual({
      ok: false,
      error: { kind: 'cycle', through: ['d'] },
    });
  });

  test('by way of others, muted references too: they may be switched on again', () => {
    const error = { kind: 'cycle', through: [A, C, B] };
    expect(decideMutation(revise('a', aDefinition(segment('c')), ['a-1']), held, NOW)).toEqual({
      ok: false,
      error,
    });
    const muted = aDefinition(segment('c', { muted: true }));
    expect(decideMutation(revise('a', muted, ['a-1']), held, NOW)).toEqual({ ok: false, error });
  });

  test('a diamond is fine', () => {
    expect(decideMutation(create('d', aDefinition(segment('b'), segment('c'))), held, NOW)).toMatchObject({
      ok: true,
    });
  });
});

describe('revise-segment', () => {
  const silver = aDefinition(tag('any', ['silver']));
  const held = aHeld({ segments: [aSegment('a', GOLD)] });

  test('[SYN-10] follows its parents and becomes the head', () => {
    expect(decideMutation(revise('a', silver, ['a-1']), held, NOW)).toMatchObject({
      ok: true,
      value: {
        replaced: { kind: 'segment', segment: { definition: GOLD } },
        rows: [
          { kind: 'segment', segment: { heads: ['a-2'], definition: silver, changedAt: NOW } },
          { kind: 'revision', revision: { id: 'a-2', parents: ['a-1'], definition: silver } },
        ],
      },
    });
  });

  test('[SYN-10] one that did not know the head is kept beside it; the head stays', () => {
    const divided = decideMutation(revise('a', silver, ['a-0'], 'a-x'), held, NOW);
    expect(divided).toMatchObject({
      ok: true,
      value: {
        rows: [{ segment: { heads: ['a-1', 'a-x'], definition: GOLD } }, { revision: { id: 'a-x' } }],
      },
    });
  });

  test('[SYN-10] one with both heads as parents ends the division', () => {
    const two = aHeld({ segments: [aSegment('a', GOLD, { heads: ['a-1', 'a-x'] as RevisionId[] })] });
    expect(decideMutation(revise('a', silver, ['a-1', 'a-x']), two, NOW)).toMatchObject({
      ok: true,
      value: { rows: [{ segment: { heads: ['a-2'], definition: silver } }, {}] },
    });
  });
});

describe('names, archive and trash', () => {
  const held = aHeld({
    segments: [
      aSegment('a', GOLD),
      aSegment('b', aDefinition(segment('a')), { title: 'Users', archived: true }),
      aSegment('c', aDefinition(segment('b')), { deleted: true }),
    ],
  });

  test.each<[Mutation, object]>([
    [{ name: 'rename-segment', segment: A as SegmentId, title: ' Gold ' }, { title: 'Gold' }],
    [{ name: 'describe-segment', segment: A as SegmentId, description: 'x ' }, { description: 'x' }],
    [{ name: 'archive-segment', segment: A as SegmentId }, { archived: true }],
    [{ name: 'unarchive-segment', segment: B as SegmentId }, { archived: false }],
    [{ name: 'restore-segment', segment: C as SegmentId }, { deleted: false }],
    [{ name: 'delete-segment', segment: B as SegmentId }, { deleted: true }],
  ])('%j', (mutation, change) => {
    expect(decideMutation(mutation, held, NOW)).toMatchObject({
      ok: true,
      value: {
        replaced: { kind: 'segment' },
        rows: [{ kind: 'segment', segment: { ...change, changedAt: NOW } }],
      },
    });
  });

  test('[SEG-24] deleting what another uses is refused, with where; an archived one uses too', () => {
    expect(decideMutation({ name: 'delete-segment', segment: A as SegmentId }, held, NOW)).toEqual({
      ok: false,
      error: { kind: 'in-use', segments: [{ id: 'b', title: 'Users' }] },
    });
  });

  test('an empty name, or a segment that is not there, is refused', () => {
    expect(
      decideMutation({ name: 'rename-segment', segment: A as SegmentId, title: ' ' }, held, NOW),
    ).toEqual({
      ok: false,
      error: { kind: 'name-empty' },
    });
    expect(decideMutation({ name: 'delete-segment', segment: 'x' as SegmentId }, held, NOW)).toEqual({
      ok: false,
      error: { kind: 'unknown-segment', id: 'x' },
    });
  });
});
