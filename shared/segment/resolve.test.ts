import { expect, test } from 'vitest';
import { canonicalJson } from '../kernel/canonical.ts';
import { aContext, aDataModel } from '../testing/builders.ts';
import * as a from '../testing/definition-builders.ts';
import type { SegmentDefinition, SegmentNode, TimeTest } from './definition.ts';
import { resolve } from './resolve.ts';
import type { Problem, ResolvedNode } from './resolved.ts';

const GOLD = a.tag('any', ['gold']);

function states(node: ResolvedNode): Readonly<Record<string, string>> {
  const below = (node.group?.children ?? []).map(states);
  return Object.assign({ [node.id]: node.state }, ...below);
}

function reasonsOf(definition: SegmentDefinition, context = aContext()): readonly Problem['reason'][] {
  return resolve(definition, context).problems.map((problem) => problem.reason);
}

function meaningOf(...children: SegmentNode[]): string {
  return canonicalJson(resolve(a.aDefinition(...children), aContext()).root.meaning);
}

test('[SEG-5] an incomplete node leaves its siblings complete, and the groups above without a meaning', () => {
  const definition = a.aDefinition(
    GOLD,
    a.any([a.attribute('city'), a.attribute(null)]),
    a.all([a.attribute('vip')]),
  );
  const { state, root, problems } = resolve(definition, aContext());
  expect(state).toBe('incomplete');
  expect(states(root)).toEqual({
    n1: 'incomplete',
    n2: 'complete',
    n3: 'incomplete',
    n4: 'complete',
    n5: 'incomplete',
    n6: 'complete',
    n7: 'complete',
  });
  expect(root.meaning).toBe(undefined);
  expect(problems).toEqual([
    { node: 'n5', path: 'root.children[1].children[1]', reason: { kind: 'incomplete', what: 'subject' } },
  ]);
});

test.each([
  ['no attribute', a.attribute(null), 'subject'],
  ['no values', a.attribute('city', { kind: 'is', values: [] }), 'values'],
  ['only an empty text', a.attribute('city', { kind: 'contains', values: [''] }), 'values'],
  ['no number', a.attribute('points', { kind: 'at-least', value: null }), 'number'],
  ['half a between', a.attribute('points', { kind: 'between', from: 1, to: null }), 'number'],
  ['no date', a.attribute('renews_on', { kind: 'before', moment: null }), 'date'],
  ['no amount', a.attribute('renews_on', { kind: 'in-last', amount: null, unit: 'day' }), 'number'],
  [
    'no days',
    a.attribute('birth_date', { kind: 'anniversary', when: { kind: 'in-next', days: null } }),
    'number',
  ],
  [
    'no months',
    a.attribute('birth_date', { kind: 'anniversary', when: { kind: 'in-months', months: [] } }),
    'values',
  ],
  ['no tags', a.tag('none', []), 'values'],
  ['no topic', a.consent({ topics: [], test: { kind: 'states', states: ['opted-in'] } }), 'subject'],
  ['no state', a.consent({ test: { kind: 'states', states: [] } }), 'states'],
  ['no event type', a.event([]), 'subject'],
  [
    'no count',
    a.event('purchase', { measure: { kind: 'count', compare: { kind: 'at-least', value: null } } }),
    'number',
  ],
  [
    'nothing to sum',
    a.event('purchase', {
      measure: { kind: 'sum', property: null, compare: { kind: 'at-least', value: 1 } },
    }),
    'property',
  ],
  ['nothing to judge', a.event('purchase', { measure: { kind: 'last', where: a.where([]) } }), 'empty-group'],
  ['an empty filter', a.event('purchase', { where: a.where([]) }), 'empty-group'],
  ['no property', a.event('purchase', { where: a.where([a.property(null)]) }), 'property'],
  [
    'half a window',
    a.event('purchase', { window: { kind: 'between-dates', from: '2024-01-01', to: null } }),
    'date',
  ],
  ['no segment', a.segment(null), 'subject'],
  ['no date of creation', a.fact({ kind: 'created', test: null }), 'date'],
  ['an empty group', a.all([]), 'empty-group'],
  ['only muted children', a.any([a.tag('any', ['gold'], { muted: true })]), 'empty-group'],
] as const)('[SEG-5] incomplete, never everyone: %s', (_, node, what) => {
  for (const negated of [{}, { negated: true }] as const) {
    const { state, problems, root } = resolve(a.aDefinition({ ...node, ...negated }), aContext());
    expect(state).toBe('incomplete');
    expect(root.meaning).toBe(undefined);
    expect(problems.map((problem) => problem.reason)).toEqual([{ kind: 'incomplete', what }]);
  }
});

test.each([
  ['attribute', a.attribute('gone')],
  ['tag', a.tag('none', ['gold', 'gone'])],
  ['topic', a.consent({ topics: ['gone'], test: { kind: 'can-receive' } })],
  ['event-type', a.event(['purchase', 'gone'])],
  ['property', a.event('purchase', { where: a.where([a.property('gone')]) })],
  [
    'property',
    a.event('purchase', {
      measure: {
        kind: 'distinct',
        property: 'gone' as typeof a.amount,
        compare: { kind: 'equals', value: 1 },
      },
    }),
  ],
  ['segment', a.segment('gone')],
] as const)('[SEG-22] a missing %s breaks the segment, also under a negation', (what, node) => {
  for (const negated of [{}, { negated: true }] as const) {
    const definition = a.aDefinition(GOLD, a.any([{ ...node, ...negated }], negated));
    expect(resolve(definition, aContext())).toMatchObject({ state: 'broken' });
    expect(reasonsOf(definition)).toEqual([{ kind: 'missing', what, id: 'gone' }]);
  }
});

test('[SEG-22] what is unknown breaks the segment, and says its name', () => {
  const original = { kind: 'sequence', id: 'x' };
  const event = { kind: 'event', id: 'y', hoursOfDay: [] };
  const definition = a.aDefinition(
    { kind: 'unknown', id: 'x' as never, original },
    { kind: 'unknown', id: 'y' as never, original: event, operator: 'hoursOfDay' },
    a.attribute('city', { kind: 'unknown', original: { kind: 'sounds-like' } }),
    a.event('purchase', {
      where: a.where([{ kind: 'unknown', id: 'z' as never, original: { kind: 'sibling' } }]),
    }),
  );
  expect(reasonsOf(definition)).toEqual([
    { kind: 'unknown-kind', name: 'sequence' },
    { kind: 'unknown-operator', name: 'hoursOfDay' },
    { kind: 'unknown-operator', name: 'sounds-like' },
    { kind: 'unknown-kind', name: 'sibling' },
  ]);
});

test.each([
  ['city', { kind: 'at-least', value: 1 }],
  ['points', { kind: 'is', values: ['1'] }],
  ['points', { kind: 'on', moment: '2024-01-01' }],
  ['vip', { kind: 'has-any', values: ['x'] }],
  ['renews_on', { kind: 'in-last', amount: 1, unit: 'hour' }],
  ['interests', { kind: 'contains', values: ['x'] }],
  ['city', { kind: 'anniversary', when: { kind: 'today' } }],
  ['last_seen', { kind: 'is-true' }],
  ['city', { kind: 'length', compare: { kind: 'equals', value: 1 } }],
] as const)('[SEG-41] a test that does not suit the type of %s breaks it: %j', (id, test_) => {
  expect(reasonsOf(a.aDefinition(a.attribute(id, test_)))).toMatchObject([
    { kind: 'wrong-type', operator: test_.kind },
  ]);
});

test('[SEG-55] broken outweighs incomplete', () => {
  expect(resolve(a.aDefinition(a.attribute(null), a.attribute('gone')), aContext()).state).toBe('broken');
  const event = a.event([], { where: a.where([a.property('gone')]) });
  expect(resolve(a.aDefinition(event), aContext()).state).toBe('broken');
});

test('[SEG-54] a muted node takes no part, but keeps its own meaning and problems', () => {
  const definition = a.aDefinition(
    GOLD,
    a.attribute('vip', undefined, { muted: true }),
    a.any([a.attribute('gone'), a.segment('gone')], { muted: true }),
  );
  const { state, root, problems } = resolve(definition, aContext());
  expect(state).toBe('complete');
  expect(canonicalJson(root.meaning)).toBe(meaningOf(GOLD));
  expect(root.group?.children.map((child) => [child.muted, child.state])).toEqual([
    [false, 'complete'],
    [true, 'complete'],
    [true, 'broken'],
  ]);
  expect(problems.map((problem) => problem.muted)).toEqual([true, true]);
});

test('equal meanings are equal as JSON, however they were written', () => {
  const same = (...nodes: SegmentNode[]) =>
    expect(new Set(nodes.map((node) => meaningOf(node))).size).toBe(1);
  same(
    a.attribute('city', { kind: 'is', values: ['Straße', 'b', 'STRASSE'] }),
    a.attribute('city', { kind: 'is', values: ['B', 'strasse', ''] }),
  );
  same(
    a.tag('any', ['staff', 'gold']),
    a.tag('any', ['gold', 'staff', 'gold']),
    a.all([a.tag('any', ['gold', 'staff'])]),
  );
  same(a.tag('all', ['gold']), a.tag('any', ['gold']));
  same(a.tag('none', ['gold']), a.tag('any', ['gold'], { negated: true }), a.all([GOLD], { negated: true }));
  same(a.attribute('city'), a.attribute('city', { kind: 'has-value' }));
  same(
    a.event('purchase'),
    a.event('purchase', { measure: { kind: 'count', compare: { kind: 'more-than', value: 0 } } }),
    a.event('purchase', { measure: { kind: 'count', compare: { kind: 'at-least', value: 0.5 } } }),
  );
  same(
    a.attribute('points', { kind: 'equals', value: 0 }),
    a.attribute('points', { kind: 'between', from: -0, to: 0 }),
  );
});

test('[SEG-37] what is searched for is normalised as stored text is, but not trimmed', () => {
  const values = (...given: string[]) => {
    const { root } = resolve(
      a.aDefinition(a.attribute('city', { kind: 'contains', values: given })),
      aContext(),
    );
    return root.meaning?.kind === 'attribute' && root.meaning.test.kind === 'text'
      ? root.meaning.test.values
      : [];
  };
  expect(values('E\u0301', '\ud83d', 'De ', '')).toEqual(['de ', 'é', '\ufffd']);
});

test('[SEG-39] only with a value adds nothing to a positive test', () => {
  const isOslo = { kind: 'is', values: ['Oslo'] } as const;
  const positive = meaningOf(a.attribute('city', { test: isOslo, onlyWithValue: true }));
  expect(positive).toBe(meaningOf(a.attribute('city', isOslo)));
  expect(
    meaningOf(a.attribute('interests', { test: { kind: 'has-none', values: ['x'] }, onlyWithValue: true })),
  ).not.toBe(meaningOf(a.attribute('interests', { kind: 'has-none', values: ['x'] })));
});

test('[SEG-46] a window into the future ends at now', () => {
  const { root } = resolve(
    a.aDefinition(a.event('purchase', { window: { kind: 'in-next', amount: 1, unit: 'day' } })),
    aContext(),
  );
  expect(root.meaning).toMatchObject({ from: aContext().now, to: aContext().now });
});

test('[SEG-42] can receive without topics means any that the channel has', () => {
  const { root } = resolve(
    a.aDefinition(a.consent({ topics: [], match: 'all', test: { kind: 'can-receive' } })),
    aContext(),
  );
  expect(root.meaning).toEqual({
    kind: 'can-receive',
    channel: 'email',
    match: 'any',
    topics: ['news', 'offers'],
  });
});

test('[SEG-21] relative rows have resolved dates, absolute ones say theirs themselves', () => {
  const last: TimeTest = { kind: 'in-last', amount: 7, unit: 'day' };
  const { dates } = resolve(
    a.aDefinition(
      a.attribute('renews_on', last, { id: 'relative' }),
      a.attribute('renews_on', { kind: 'before', moment: '2024-01-01' }, { id: 'absolute' }),
      a.attribute('renews_on', { kind: 'more-than-ago', amount: 1, unit: 'year' }, { id: 'open' }),
      a.event(
        'purchase',
        {
          window: { kind: 'calendar', which: 'this', unit: 'day' },
          where: a.where([a.property('paid_at', last, { id: 'inside' })]),
        },
        { id: 'window' },
      ),
      a.attribute(
        'birth_date',
        { kind: 'anniversary', when: { kind: 'in-next', days: 1 } },
        { id: 'birthday' },
      ),
      a.fact({ kind: 'created', test: last }, { id: 'created' }),
    ),
    aContext(),
  );
  const [noon, today] = [aContext().now, 19_853];
  expect(dates).toEqual({
    relative: { kind: 'days', from: today - 7, to: today },
    open: { kind: 'days', from: null, to: 19_486 },
    // Half of today is still to come: nothing that is counted lies after now.
    window: { kind: 'instants', from: noon - 12 * 3_600_000, to: noon },
    inside: { kind: 'instants', from: noon - 7 * 24 * 3_600_000, to: noon },
    birthday: { kind: 'month-days', monthDays: [510, 511] },
    created: { kind: 'instants', from: noon - 7 * 24 * 3_600_000, to: noon },
  });
});

test('[SEG-46] dates of profiles may lie after now', () => {
  const { root } = resolve(
    a.aDefinition(a.fact({ kind: 'changed', test: { kind: 'in-next', amount: 1, unit: 'hour' } })),
    aContext(),
  );
  expect(root.meaning).toMatchObject({ to: aContext().now + 3_600_000 });
});

test('[SEG-24] what is archived is still resolved', () => {
  const { attributes, ...rest } = aDataModel();
  const dataModel = {
    ...rest,
    attributes: attributes.map((attribute) => ({ ...attribute, archived: true })),
  };
  expect(resolve(a.aDefinition(a.attribute('city')), aContext({ dataModel })).state).toBe('complete');
});

test('[SEG-15] the answer carries its clock and zone', () => {
  const context = aContext();
  expect(resolve(a.aDefinition(GOLD), context)).toMatchObject({
    now: context.now,
    timeZone: 'Europe/Stockholm',
  });
});
