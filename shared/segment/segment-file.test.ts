import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { scenarios } from '../testing/arbitrary-scenarios.ts';
import { aDataModel } from '../testing/builders.ts';
import * as a from '../testing/definition-builders.ts';
import type { SegmentDefinition, SegmentId } from './definition.ts';
import { bindSegmentFile, toSegmentFile } from './portable.ts';
import schema from './segment-file.schema.json' with { type: 'json' };
import { parseSegmentFile, parseSegmentFileText, type SegmentFile } from './segment-file.ts';

// Many cases: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const isBySchema = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

const FILE = {
  format: 'shoal-segment',
  version: 1,
  name: 'Lapsed',
  root: {
    kind: 'group',
    match: 'all',
    children: [
      {
        kind: 'attribute',
        attribute: 'city',
        predicate: { test: { kind: 'is', values: ['Lund'] }, negated: true },
      },
      { kind: 'event', eventTypes: ['purchase'], negated: true },
      { kind: 'segment', segment: 'friends' },
    ],
  },
  segments: {
    friends: {
      name: 'Friends',
      root: { kind: 'group', match: 'any', children: [{ kind: 'tag', match: 'any', tags: ['gold'] }] },
    },
  },
} as const;

function errorsOf(input: unknown): readonly string[] {
  const parsed = parseSegmentFile(input);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
}

/** The model with ids that are not the keys. */
function modelWithIds() {
  const model = aDataModel();
  const withIds = <Defined extends { readonly id: string }>(all: readonly Defined[]) =>
    all.map((one) => ({ ...one, id: `id of ${one.id}` }));
  return {
    attributes: withIds(model.attributes),
    properties: withIds(model.properties),
    eventTypes: withIds(model.eventTypes),
    tags: withIds(model.tags),
    topics: withIds(model.topics),
  } as unknown as typeof model;
}

test('ids that are left out are given in reading order, the same every time', () => {
  const parsed = parseSegmentFileText(JSON.stringify(FILE));
  expect(parsed.ok && [parsed.value.root.id, ...parsed.value.root.children.map((child) => child.id)]).toEqual(
    ['n1', 'n2', 'n3', 'n4'],
  );
  expect(parsed.ok && parsed.value.segments?.['friends']?.root.id).toBe('n1');
  const some = { ...FILE, root: { ...FILE.root, children: [{ ...FILE.root.children[0], id: 'n1' }] } };
  expect(parseSegmentFile(some)).toMatchObject({ value: { root: { id: 'n2', children: [{ id: 'n1' }] } } });
});

test('keys are bound to ids, those of the segments that came with it too', () => {
  const parsed = parseSegmentFile(FILE);
  const bound = parsed.ok
    ? bindSegmentFile(parsed.value, modelWithIds(), (key) => `s-${key}` as SegmentId)
    : parsed;
  expect(bound).toMatchObject({
    ok: true,
    value: {
      title: 'Lapsed',
      definition: {
        version: 1,
        root: {
          children: [
            { attribute: 'id of city' },
            { eventTypes: ['id of purchase'] },
            { segment: 's-friends' },
          ],
        },
      },
    },
  });
  expect(bound.ok && bound.value.segments.get('s-friends' as SegmentId)).toMatchObject({
    title: 'Friends',
    definition: { root: { children: [{ tags: ['id of gold'] }] } },
  });
});

test('[SEG-22] a key that does not exist is an error at its path, with what there is', () => {
  const root = {
    kind: 'group',
    match: 'all',
    children: [
      { kind: 'attribute', attribute: 'citY' },
      { kind: 'segment', segment: 'foes' },
    ],
  };
  const parsed = parseSegmentFile({ ...FILE, root });
  const bound = parsed.ok ? bindSegmentFile(parsed.value, aDataModel(), (key) => key as SegmentId) : parsed;
  expect(bound.ok ? [] : bound.error.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'root.children[0].attribute: expected the key of an attribute, found "citY"; there is "city" …',
    'root.children[1].segment: expected the key of a segment, found "foes"; there is "friends"',
  ]);
});

test.each([
  [[], ': expected an object, found a list'],
  [{ ...FILE, format: 'csv' }, 'format: expected "shoal-segment", found "csv"'],
  [{ ...FILE, version: 2 }, 'version: expected version 1, found 2'],
  [
    { ...FILE, title: 'x' },
    'title: unknown "title"; known here: format, version, $schema, name, description, root, segments',
  ],
  [{ ...FILE, root: undefined }, 'root: expected an object, found nothing'],
  [{ ...FILE, segments: { friends: {} } }, 'segments.friends.root: expected an object, found nothing'],
  [
    { ...FILE, root: { kind: 'group', match: 'all', children: [{ kind: 'atribute' }] } },
    'root.children[0].kind: unknown "atribute"; known here: group, attribute, tag, consent, event, segment, fact',
  ],
  [
    {
      ...FILE,
      root: {
        kind: 'group',
        match: 'all',
        children: [{ kind: 'attribute', attribute: 'city', negate: true }],
      },
    },
    'root.children[0].negate: unknown "negate"; known here: kind, id, muted, negated, attribute, predicate',
  ],
  [
    {
      ...FILE,
      root: {
        kind: 'group',
        match: 'all',
        children: [{ kind: 'attribute', attribute: 'city', predicate: { test: { kind: 'equal' } } }],
      },
    },
    /^root\.children\[0\]\.predicate\.test\.kind: unknown "equal"; known here: has-value, is, /,
  ],
  [{ ...FILE, root: { kind: 'unknown', original: FILE.root } }, /^root\.kind: unknown "unknown"/],
] as const)('[SEG-33] in a file what is unknown is an error: %j', (input, error) => {
  const errors = errorsOf(input);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toEqual(typeof error === 'string' ? error : expect.stringMatching(error));
  expect(isBySchema(JSON.parse(JSON.stringify(input)))).toBe(false);
});

/** A workspace's segment and the segments it leads to, as a file. */
function fileOf(
  definition: SegmentDefinition,
  segments: ReadonlyMap<SegmentId, { readonly definition: SegmentDefinition }>,
): SegmentFile {
  const titled = new Map(
    [...segments].map(([id, part]) => [id, { title: `Segment ${id}`, ...part }] as const),
  );
  const file = toSegmentFile({ title: 'Whole', definition }, aDataModel(), titled);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value;
}

test('a definition goes into a file and comes back as it was, and schema and parser take the file', () => {
  fc.assert(
    fc.property(scenarios({ maxLength: 1 }), ({ definition, context }) => {
      const file = JSON.parse(JSON.stringify(fileOf(definition, context.segments)));
      expect(isBySchema(file), JSON.stringify(isBySchema.errors)).toBe(true);
      const parsed = parseSegmentFile(file);
      const idOf = (key: string) => key.replace('segment-', '') as SegmentId;
      const bound = parsed.ok ? bindSegmentFile(parsed.value, aDataModel(), idOf) : parsed;
      expect(bound).toMatchObject({ ok: true, value: { definition } });
    }),
    { numRuns: 100 },
  );
});

test('[SEG-22] what is gone or unknown cannot go into a file', () => {
  const unknown = { kind: 'unknown', id: 'u' as never, original: { kind: 'sequence' } } as const;
  const file = toSegmentFile(
    { title: 'x', definition: a.aDefinition(a.attribute('gone'), unknown, a.segment('s9')) },
    aDataModel(),
    new Map(),
  );
  expect(file.ok ? [] : file.error.map((error) => error.path)).toEqual([
    'root',
    'root.children[0].attribute',
    'root.children[2].segment',
  ]);
});

test('segments of one title get keys of their own', () => {
  const same = { title: 'Big spenders!', definition: a.aDefinition(a.tag('any', ['gold'])) };
  const segments = new Map([
    ['s1' as SegmentId, same],
    ['s2' as SegmentId, same],
  ]);
  const file = toSegmentFile(
    { title: 'x', definition: a.aDefinition(a.segment('s1'), a.segment('s2')) },
    aDataModel(),
    segments,
  );
  expect(file.ok && Object.keys(file.value.segments ?? {})).toEqual(['big-spenders', 'big-spenders-2']);
});

/** Replaces one place of the JSON by `found`, or removes it. */
function disturbed(input: unknown, place: number, found: unknown): unknown {
  let left = place;
  const visit = (value: unknown): unknown => {
    left -= 1;
    if (left === 0) return found;
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, visit(field)]));
  };
  return JSON.parse(JSON.stringify(visit(input)) ?? 'null');
}

/** Rules that a schema cannot say: sizes, unique ids, dates that exist, 15 digits. */
const BEYOND_SCHEMA = new Set(['SEG-32', 'SEG-34', 'SEG-35']);

test('schema and parser agree on what is a segment file', () => {
  const found = fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      '',
      'all',
      'day',
      'city',
      0,
      -1,
      1.5,
      13,
      1e15,
      true,
      false,
      [],
      {},
    ),
    fc.constantFrom<unknown>(
      { kind: 'has-value' },
      { kind: 'known' },
      { kind: 'today' },
      { kind: 'can-receive' },
      '2024-02-30',
      '2024-1-1',
      ['x'],
    ),
    fc.jsonValue({ maxDepth: 1 }),
  );
  fc.assert(
    fc.property(
      scenarios({ maxLength: 1 }),
      fc.integer({ min: 1, max: 100 }),
      found,
      ({ definition, context }, place, value) => {
        const file = disturbed(fileOf(definition, context.segments), place, value);
        const parsed = parseSegmentFile(file);
        const isValid = isBySchema(file);
        const isBeyond = !parsed.ok && parsed.error.every((error) => BEYOND_SCHEMA.has(error.rule));
        if (!isBeyond) expect({ file, isValid, parsed }).toMatchObject({ isValid: parsed.ok });
      },
    ),
    { numRuns: 500 },
  );
});
