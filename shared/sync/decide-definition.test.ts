import { describe, expect, test } from 'vitest';
import type { AttributeId, PropertyId, TagId } from '../profile/data-model.ts';
import { anAttribute, anEventType, aTag, at } from '../testing/builders.ts';
import { aDefinition, attribute, segment } from '../testing/definition-builders.ts';
import { aHeld, aSegment, SETTINGS } from '../testing/held-builders.ts';
import { decideMutation } from './decide-mutation.ts';
import type { Mutation } from './mutation.ts';

const NOW = at('2024-05-01T12:00Z');
const held = aHeld({
  segments: [
    aSegment('in-lund', aDefinition(attribute('city')), { archived: true }),
    aSegment('old', aDefinition(attribute('points')), { deleted: true }),
    aSegment('around', aDefinition(segment('in-lund'))),
  ],
});

describe('define', () => {
  test('adds a definition, its words tidied', () => {
    const shoe = { ...anAttribute('shoe', 'number'), key: ' shoe_size ', name: ' Shoe size ' };
    const definition = { ...shoe, key: 'shoe_size', name: 'Shoe size' };
    expect(decideMutation({ name: 'define-attribute', attribute: shoe }, held, NOW)).toEqual({
      ok: true,
      value: {
        mutation: { name: 'define-attribute', attribute: definition },
        replaced: { kind: 'nothing' },
        rows: [{ kind: 'definition', definition: { kind: 'attribute', definition } }],
      },
    });
  });

  test('changes the one with its id, and keeps what it was', () => {
    const renamed = { ...anAttribute('city', 'text'), name: 'Town', archived: true };
    expect(decideMutation({ name: 'define-attribute', attribute: renamed }, held, NOW)).toMatchObject({
      ok: true,
      value: { replaced: { kind: 'definition', definition: { definition: { name: 'City' } } } },
    });
  });

  test('a type is for good', () => {
    expect(
      decideMutation({ name: 'define-attribute', attribute: anAttribute('city', 'list') }, held, NOW),
    ).toEqual({
      ok: false,
      error: { kind: 'type-fixed', id: 'city' },
    });
  });

  test.each([
    [
      { ...aTag('x'), key: 'gold' },
      { kind: 'name-taken', name: 'gold' },
    ],
    [
      { ...aTag('x'), name: ' GOLD ' },
      { kind: 'name-taken', name: 'GOLD' },
    ],
    [{ ...aTag('x'), name: ' ' }, { kind: 'name-empty' }],
    [{ ...aTag('x'), key: '' }, { kind: 'name-empty' }],
  ])('refuses %j', (tag, error) => {
    expect(decideMutation({ name: 'define-tag', tag }, held, NOW)).toEqual({ ok: false, error });
  });

  test('an event type carries properties that are defined', () => {
    const eventType = anEventType('return', ['amount', 'reason']);
    expect(decideMutation({ name: 'define-event-type', eventType }, held, NOW)).toEqual({
      ok: false,
      error: { kind: 'unknown-definition', id: 'reason' },
    });
  });
});

describe('remove-definition', () => {
  const remove = (definition: Extract<Mutation, { name: 'remove-definition' }>['definition']): Mutation => ({
    name: 'remove-definition',
    definition,
  });

  test('[SEG-24] what a segment uses stays, and it is said which', () => {
    expect(decideMutation(remove({ kind: 'attribute', id: 'city' as AttributeId }), held, NOW)).toEqual({
      ok: false,
      error: { kind: 'in-use', segments: [{ id: 'in-lund', title: 'in-lund' }] },
    });
  });

  test('a deleted segment uses nothing', () => {
    expect(
      decideMutation(remove({ kind: 'attribute', id: 'points' as AttributeId }), held, NOW),
    ).toMatchObject({
      ok: true,
      value: { rows: [{ kind: 'definition-removed', definition: { kind: 'attribute' } }] },
    });
  });

  test('a property goes from the event types that carry it', () => {
    const decided = decideMutation(remove({ kind: 'property', id: 'sku' as PropertyId }), held, NOW);
    expect(
      decided.ok && decided.value.rows.map((row) => row.kind === 'definition' && row.definition.definition),
    ).toEqual([
      false,
      expect.objectContaining({
        id: 'purchase',
        properties: ['amount', 'gift', 'deliver_on', 'paid_at', 'categories'],
      }),
      expect.objectContaining({ id: 'visit', properties: [] }),
    ]);
  });

  test('default attributes are for good', () => {
    expect(decideMutation(remove({ kind: 'attribute', id: 'email' as AttributeId }), held, NOW)).toEqual({
      ok: false,
      error: { kind: 'type-fixed', id: 'email' },
    });
  });

  test('refuses what is not there', () => {
    expect(decideMutation(remove({ kind: 'tag', id: 'x' as TagId }), held, NOW)).toEqual({
      ok: false,
      error: { kind: 'unknown-definition', id: 'x' },
    });
  });
});

test('change-settings keeps what was, and needs a name', () => {
  const settings = { ...SETTINGS, name: ' Store ', weekStart: 'sunday' } as const;
  expect(decideMutation({ name: 'change-settings', settings }, held, NOW)).toEqual({
    ok: true,
    value: {
      mutation: { name: 'change-settings', settings: { ...settings, name: 'Store' } },
      replaced: { kind: 'settings', settings: SETTINGS },
      rows: [{ kind: 'settings', settings: { ...settings, name: 'Store' } }],
    },
  });
  expect(decideMutation({ name: 'change-settings', settings: { ...SETTINGS, name: '' } }, held, NOW)).toEqual(
    {
      ok: false,
      error: { kind: 'name-empty' },
    },
  );
});
