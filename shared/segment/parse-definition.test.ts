import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { scenarios } from '../testing/arbitrary-scenarios.ts';
import * as a from '../testing/definition-builders.ts';
import { MAX_CONDITIONS, MAX_DEPTH, type SegmentDefinition } from './definition.ts';
import { parseDefinition, parseDefinitionText } from './parse-definition.ts';
import { writeDefinition } from './write-definition.ts';

// Many cases: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function errorsOf(input: unknown): readonly string[] {
  const parsed = parseDefinition(input);
  return parsed.ok ? [] : parsed.error.map(({ path, rule, message }) => `${path}: ${rule} ${message}`);
}

function parsed(input: unknown): SegmentDefinition {
  const result = parseDefinition(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A definition as JSON with these children in its root. */
function json(...children: unknown[]): { version: 1; root: Record<string, unknown> } {
  return { version: 1, root: { kind: 'group', id: 'root', match: 'all', children } };
}

const CITY = { kind: 'attribute', id: 'a', attribute: 'city' };

test('[SEG-33] every complete definition reads back as it was', () => {
  fc.assert(
    fc.property(scenarios(), ({ definition }) => {
      expect(parsed(definition)).toEqual(definition);
      expect(parseDefinitionText(JSON.stringify(definition, null, 2))).toEqual({
        ok: true,
        value: definition,
      });
      expect(writeDefinition(definition)).toEqual(JSON.parse(JSON.stringify(definition)));
    }),
    { numRuns: 100 },
  );
});

test('[SEG-33] whatever comes in, parsing neither throws nor hangs', () => {
  const anything = fc.anything({
    withBigInt: true,
    withMap: true,
    withDate: true,
    withNullPrototype: true,
    maxDepth: 4,
  });
  fc.assert(fc.property(anything, (input) => typeof parseDefinition(input).ok === 'boolean'));
  fc.assert(fc.property(fc.string(), (text) => typeof parseDefinitionText(text).ok === 'boolean'));
});

/** Puts `found` somewhere into a copy of `json`: one of its places, chosen by `at`. */
function disturbed(input: unknown, at: number, found: unknown): unknown {
  let left = at;
  const visit = (value: unknown): unknown => {
    left -= 1;
    if (left === 0) return found;
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, visit(field)]));
  };
  return visit(input);
}

test('[SEG-33] a definition with anything anywhere parses to errors, or to something that parses again', () => {
  fc.assert(
    fc.property(
      scenarios(),
      fc.integer({ min: 1, max: 80 }),
      fc.jsonValue(),
      ({ definition }, place, found) => {
        const result = parseDefinition(disturbed(definition, place, found));
        if (!result.ok) expect(result.error.length).toBeGreaterThan(0);
        else expect(parsed(writeDefinition(result.value))).toEqual(result.value);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  [undefined, ': SEG-33 expected JSON: a undefined is not JSON'],
  [null, ': SEG-33 expected an object, found null'],
  [{ version: 2, root: json().root }, 'version: SEG-33 expected version 1, found 2'],
  [{ ...json(), extra: 1 }, 'extra: SEG-33 expected version and root only, found 1'],
  [{ version: 1 }, 'root: SEG-33 expected an object, found nothing'],
  [{ version: 1, root: CITY }, 'root.kind: SEG-33 expected "group" for the root, found "attribute"'],
  [
    { version: 1, root: { ...json().root, muted: true } },
    'root.muted: SEG-34 expected a root that is not muted, found true',
  ],
  [
    { version: 1, root: { ...json().root, match: 'some' } },
    'root.match: SEG-33 expected "all" or "any", found "some"',
  ],
  [json({ kind: 'attribute', id: 'a' }), 'root.children[0].attribute: SEG-33 expected an id, found nothing'],
  [
    json({ ...CITY, negated: 'yes' }),
    'root.children[0].negated: SEG-33 expected true or nothing, found "yes"',
  ],
  [
    json({ kind: 3, id: 'a' }),
    'root.children[0].kind: SEG-33 expected one of group, attribute, tag, consent, event, segment, fact, found 3',
  ],
  [
    json({ ...CITY, predicate: { test: { kind: 'is', values: ['x', 7] } } }),
    'root.children[0].predicate.test.values[1]: SEG-33 expected a text, found 7',
  ],
  [
    json({ ...CITY, predicate: { test: { kind: 'at-least', value: 0.1234567 } } }),
    'root.children[0].predicate.test.value: SEG-35 expected a number of at most 15 digits and 6 decimal places, found 0.1234567',
  ],
  [
    json({ ...CITY, predicate: { test: { kind: 'in-last', amount: -1, unit: 'day' } } }),
    'root.children[0].predicate.test.amount: SEG-35 expected a whole number from 0 to 1000000, found -1',
  ],
  [
    json({ ...CITY, predicate: { test: { kind: 'in-last', amount: 1, unit: 'fortnight' } } }),
    'root.children[0].predicate.test.unit: SEG-33 expected "minute" or "hour" or "day" or "week" or "month" or "year", found "fortnight"',
  ],
  [
    json({ ...CITY, predicate: { test: { kind: 'on', moment: '2023-02-29' } } }),
    'root.children[0].predicate.test.moment: SEG-35 expected a date such as 2024-12-31, with or without a time such as T23:59 or T23:59Z, found "2023-02-29"',
  ],
])('[SEG-33] a precise error: %j', (input, error) => {
  expect(errorsOf(input)).toEqual([error]);
});

test('[SEG-33] all errors are found, not only the first', () => {
  expect(
    errorsOf(json({ ...CITY, attribute: 1 }, { kind: 'tag', id: 't', match: 'x', tags: {} })),
  ).toHaveLength(3);
});

test('[SEG-34] ids are there and unique, inside event conditions too', () => {
  const where = { kind: 'group', id: 'a', match: 'all', children: [] };
  expect(errorsOf(json(CITY, { kind: 'event', id: 'e', eventTypes: ['purchase'], where }))).toEqual([
    'root.children[1].where.id: SEG-34 expected an id of its own, but root.children[0].id is "a" too',
  ]);
  expect(errorsOf(json({ kind: 'attribute', attribute: 'city' }))).toEqual([
    'root.children[0].id: SEG-34 expected a text of 1 to 100 characters, found nothing',
  ]);
});

test('[SEG-5] what is not chosen yet is kept', () => {
  const draft = a.aDefinition(
    a.attribute(null),
    a.attribute('points', { kind: 'between', from: 1, to: null }),
    a.event([], { measure: { kind: 'sum', property: null, compare: { kind: 'at-least', value: null } } }),
    a.fact({ kind: 'created', test: null }),
    a.segment(null),
    a.all([]),
  );
  expect(parsed(draft)).toEqual(draft);
});

test('false is as good as absent for a mark', () => {
  expect(parsed(json({ ...CITY, muted: false })).root.children[0]).toEqual(CITY);
});

test('[SEG-22] an unknown kind is kept word for word', () => {
  const sequence = {
    kind: 'sequence',
    id: 's',
    negated: true,
    steps: [{ kind: 'event', id: 'inner', anything: [1, { a: null }] }],
  };
  const definition = parsed(json(CITY, sequence));
  expect(definition.root.children[1]).toEqual({
    kind: 'unknown',
    id: 's',
    negated: true,
    original: sequence,
  });
  expect(writeDefinition(definition)).toEqual(json(CITY, sequence));
  expect(parsed(definition)).toEqual(definition);
});

test('[SEG-33] what was kept is written back with the marks it has now', () => {
  const definition = parsed(json({ kind: 'sequence', id: 's', muted: true, steps: [] }));
  const [kept] = definition.root.children;
  if (kept === undefined) throw new Error('kept');
  const { muted: _, ...shown } = { ...kept, negated: true as const };
  const edited: SegmentDefinition = { version: 1, root: { ...definition.root, children: [shown] } };
  const written = json({ kind: 'sequence', id: 's', steps: [], negated: true });
  expect(writeDefinition(edited)).toEqual(written);
  expect(writeDefinition(parsed(edited))).toEqual(written);
});

test('[SEG-22] an unknown operator is kept word for word, with its row', () => {
  const sounds = { kind: 'sounds-like', values: ['Meyer'], language: 'de' };
  const condition = { ...CITY, predicate: { test: sounds, negated: true } };
  const definition = parsed(json(condition));
  expect(definition.root.children[0]).toEqual({
    ...CITY,
    predicate: { test: { kind: 'unknown', original: sounds }, negated: true },
  });
  expect(writeDefinition(definition)).toEqual(json(condition));
  expect(parsed(definition)).toEqual(definition);
});

test.each([
  { kind: 'event', id: 'e', eventTypes: ['purchase'], hoursOfDay: [9, 17] },
  { kind: 'event', id: 'e', eventTypes: ['purchase'], measure: { kind: 'median', property: 'amount' } },
  { kind: 'event', id: 'e', eventTypes: ['purchase'], window: { kind: 'phase-of-moon' } },
  { kind: 'fact', id: 'f', fact: { kind: 'horoscope', sign: 'leo' } },
  { kind: 'group', id: 'g', match: 'all', children: [CITY], atLeast: 2 },
])('[SEG-33] a field or word that is not understood makes its node unknown: %j', (node) => {
  const definition = parsed(json(node));
  expect(definition.root.children[0]).toMatchObject({ kind: 'unknown', id: node.id, original: node });
  expect(writeDefinition(definition)).toEqual(json(node));
});

test('[SEG-33] a root that is not understood is kept within a group of its own', () => {
  const root = { kind: 'group', id: 'root', match: 'all', children: [CITY], sample: 0.1 };
  const definition = parsed({ version: 1, root });
  expect(definition.root).toMatchObject({
    kind: 'group',
    children: [{ kind: 'unknown', id: 'root', original: root }],
  });
});

test('[SEG-32] eight groups within each other, the root included, and not nine', () => {
  const nested = (depth: number): unknown => ({
    kind: 'group',
    id: `g${depth}`,
    match: 'all',
    children: depth === 1 ? [CITY] : [nested(depth - 1)],
  });
  expect(errorsOf({ version: 1, root: nested(MAX_DEPTH) })).toEqual([]);
  expect(errorsOf({ version: 1, root: nested(MAX_DEPTH + 1) })).toEqual([
    `root${'.children[0]'.repeat(8)}: SEG-32 expected at most 8 groups within each other, the root included`,
  ]);
});

test('[SEG-32] five hundred conditions, and no more', () => {
  const many = (count: number) =>
    json(...Array.from({ length: count }, (_, index) => ({ ...CITY, id: `c${index}` })));
  expect(errorsOf(many(MAX_CONDITIONS))).toEqual([]);
  expect(errorsOf(many(MAX_CONDITIONS + 1))).toEqual([
    'root: SEG-32 expected at most 500 conditions, found 501',
  ]);
});

test('[SEG-32] a hundred kilobytes, and no more', () => {
  const sized = (bytes: number) =>
    json({ ...CITY, predicate: { test: { kind: 'is', values: ['é'.repeat(bytes / 2)] } } });
  expect(errorsOf(sized(90_000))).toEqual([]);
  expect(errorsOf(sized(100_000))).toEqual([': SEG-32 expected at most 100000 bytes']);
});

test('[SEG-32] a giant is refused before it is looked at', () => {
  expect(parseDefinitionText(`[${' '.repeat(2_000_000)}]`)).toMatchObject({
    ok: false,
    error: [{ rule: 'SEG-32' }],
  });
  expect(parseDefinitionText('['.repeat(500_000))).toMatchObject({ ok: false });
});
