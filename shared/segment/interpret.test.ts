import { expect, test } from 'vitest';
import type { Profile } from '../profile/profile.ts';
import { aContext, anEvent, aProfile, at, onDay } from '../testing/builders.ts';
import * as a from '../testing/definition-builders.ts';
import { membersOf } from '../testing/members.ts';
import type { SegmentNode } from './definition.ts';
import { interpret } from './interpret.ts';
import { resolve } from './resolve.ts';

const PEOPLE: readonly Profile[] = [
  aProfile({
    id: 'ada',
    known: true,
    source: 'shop',
    attributes: {
      email: 'ada@example.com',
      city: 'Straße',
      points: 10,
      vip: true,
      interests: ['Tea', 'chess'],
    },
    tags: ['gold', 'staff'],
    consents: { news: { email: 'opted-in' }, offers: { email: 'opted-out' } },
    events: [
      anEvent({ at: '2024-05-09T10:00Z', properties: { amount: 0.1, sku: 'A-1' } }),
      anEvent({ at: '2024-05-08T10:00Z', properties: { amount: 0.1, sku: 'a-1' } }),
      anEvent({
        at: '2024-04-01T10:00Z',
        properties: { amount: 0.1, sku: 'B-2', categories: ['tea', 'cups'] },
      }),
      anEvent({ at: '2024-01-01T10:00Z', properties: { amount: 0.5, gift: true } }),
    ],
  }),
  aProfile({
    id: 'bo',
    attributes: { email: 'not an address', city: 'strasse 5', points: -2.5, vip: false, interests: ['TEA'] },
    tags: ['silver'],
    consents: { news: { email: 'confirmed', sms: 'pending' } },
    suppressed: ['sms'],
    events: [
      anEvent({ at: '2024-05-10T09:59:59.999Z', properties: { amount: 300 } }),
      anEvent({ type: 'visit' }),
    ],
  }),
  aProfile({ id: 'cy', createdAt: at('2024-05-10T08:00Z'), source: '' }),
];

function members(...children: SegmentNode[]): readonly string[] {
  return membersOf(a.aDefinition(...children), aContext(), PEOPLE);
}

test('[SEG-1] a negated group is the exact complement', () => {
  const inner = [a.tag('any', ['gold']), a.attribute('vip', { kind: 'is-false' })];
  expect(members(a.any(inner))).toEqual(['ada', 'bo']);
  expect(members(a.any(inner, { negated: true }))).toEqual(['cy']);
});

test('[SEG-2] a negative operator takes in those without a value, unless told not to', () => {
  const isTea = { kind: 'has-any', values: ['chess'] } as const;
  expect(members(a.attribute('interests', { test: isTea, negated: true }))).toEqual(['bo', 'cy']);
  expect(members(a.attribute('interests', { test: isTea, negated: true, onlyWithValue: true }))).toEqual([
    'bo',
  ]);
  expect(members(a.attribute('interests', { kind: 'has-none', values: ['chess'] }))).toEqual(['bo', 'cy']);
});

test('[SEG-3] has value and has no value split everyone', () => {
  expect(members(a.attribute('city', { kind: 'has-value' }))).toEqual(['ada', 'bo']);
  expect(members(a.attribute('city', { test: { kind: 'has-value' }, negated: true }))).toEqual(['cy']);
  expect(members(a.fact({ kind: 'source' }))).toEqual(['ada', 'bo']);
});

test('[SEG-3] false and zero are values', () => {
  expect(members(a.attribute('vip'))).toEqual(['ada', 'bo']);
  expect(members(a.attribute('vip', { kind: 'is-false' }))).toEqual(['bo']);
});

test('[SEG-6] a subject alone means any value, or at least once', () => {
  expect(members(a.attribute('points'))).toEqual(['ada', 'bo']);
  expect(members(a.event('visit'))).toEqual(['bo']);
});

test('[SEG-7] case does not count, unless exact', () => {
  expect(members(a.attribute('city', { kind: 'is', values: ['STRASSE'] }))).toEqual(['ada']);
  expect(members(a.attribute('city', { kind: 'starts-with', values: ['STRAẞE'] }))).toEqual(['ada', 'bo']);
  expect(members(a.attribute('city', { kind: 'is', values: ['straße'], exact: true }))).toEqual([]);
  expect(members(a.attribute('interests', { kind: 'has-any', values: ['TEA'], exact: true }))).toEqual([
    'bo',
  ]);
});

test('[SEG-8] signs that are wildcards elsewhere mean themselves', () => {
  for (const sign of ['%', '_', '.', '*', '.*', '?']) {
    expect(members(a.attribute('city', { kind: 'contains', values: [sign] }))).toEqual([]);
  }
});

test('[SEG-9] three times 0.1 plus 0.5 is at least 0.80, and no more', () => {
  const sum = (kind: 'at-least' | 'more-than') =>
    a.event('purchase', { measure: { kind: 'sum', property: a.amount, compare: { kind, value: 0.8 } } });
  expect(members(sum('at-least'))).toEqual(['ada', 'bo']);
  expect(members(sum('more-than'))).toEqual(['bo']);
});

test('[SEG-9] an average is compared exactly', () => {
  const average = (value: number) =>
    a.event('purchase', {
      measure: { kind: 'average', property: a.amount, compare: { kind: 'at-most', value } },
    });
  expect(members(average(0.2))).toEqual(['ada']);
  expect(members(average(0.199999))).toEqual([]);
});

test('[SEG-10] at most two, fewer than one and exactly none take in those who never did', () => {
  const count = (kind: 'at-most' | 'less-than' | 'equals', value: number) =>
    a.event('purchase', { measure: { kind: 'count', compare: { kind, value } } });
  expect(members(count('at-most', 2))).toEqual(['bo', 'cy']);
  expect(members(count('less-than', 1))).toEqual(['cy']);
  expect(members(count('equals', 0))).toEqual(['cy']);
  expect(members(a.event('purchase', {}, { negated: true }))).toEqual(['cy']);
});

test('[SEG-11] the sum of nothing is 0', () => {
  const compare = { kind: 'at-most', value: 0 } as const;
  expect(members(a.event('visit', { measure: { kind: 'sum', property: a.amount, compare } }))).toEqual([
    'ada',
    'bo',
    'cy',
  ]);
});

test.each(['average', 'minimum', 'maximum'] as const)(
  '[SEG-11] the %s of nothing matches nothing',
  (kind) => {
    const measure = { kind, property: a.amount, compare: { kind: 'at-most', value: 1e9 } } as const;
    expect(members(a.event('visit', { measure }))).toEqual([]);
    expect(members(a.event('visit', { measure }, { negated: true }))).toEqual(['ada', 'bo', 'cy']);
  },
);

test('[SEG-11] first and last of nothing match nothing, nor does a negated test on them', () => {
  const judge = a.where([a.property('sku', { test: { kind: 'has-value' }, negated: true })]);
  expect(members(a.event('opened', { measure: { kind: 'first', where: judge } }))).toEqual([]);
});

test('[SEG-12] one and the same event must meet all of where', () => {
  const where = a.where([
    a.property('sku', { kind: 'is', values: ['b-2'] }),
    a.property('gift', { kind: 'is-true' }),
  ]);
  expect(members(a.event('purchase', { where }))).toEqual([]);
  expect(members(...where.children.map((child) => a.event('purchase', { where: a.where([child]) })))).toEqual(
    ['ada'],
  );
});

test('[SEG-12] a negative test on a property holds for events without it', () => {
  const where = a.where([a.property('sku', { test: { kind: 'has-value' }, negated: true })]);
  expect(
    members(
      a.event('purchase', { where, measure: { kind: 'count', compare: { kind: 'equals', value: 1 } } }),
    ),
  ).toEqual(['ada', 'bo']);
});

test('[SEG-13] what lies after now has not happened', () => {
  const early = aContext({ now: at('2024-05-08T10:00Z') });
  const count = a.event('purchase', { measure: { kind: 'count', compare: { kind: 'equals', value: 3 } } });
  expect(membersOf(a.aDefinition(count), early, PEOPLE)).toEqual(['ada']);
  const next = a.event('purchase', { window: { kind: 'in-next', amount: 5, unit: 'day' } });
  expect(membersOf(a.aDefinition(next), early, PEOPLE)).toEqual(['ada']);
});

test('[SEG-13] ever runs to now, inclusive', () => {
  const definition = a.aDefinition(a.event('purchase'));
  expect(membersOf(definition, aContext({ now: at('2024-01-01T10:00Z') }), PEOPLE)).toEqual(['ada']);
  expect(membersOf(definition, aContext({ now: at('2024-01-01T10:00Z') - 1 }), PEOPLE)).toEqual([]);
});

test('[SEG-31] first and last go by time, then type, then id', () => {
  const sameTime = '2024-05-01T00:00Z';
  const person = aProfile({
    id: 'tie',
    events: [
      anEvent({ id: 'x', type: 'visit', at: sameTime, properties: { sku: 'visit' } }),
      anEvent({ id: '😀', type: 'purchase', at: sameTime, properties: { sku: 'emoji' } }),
      anEvent({ id: '\uffee', type: 'purchase', at: sameTime, properties: { sku: 'half-width' } }),
    ],
  });
  const picks = (kind: 'first' | 'last', sku: string) =>
    a.event(['visit', 'purchase'], {
      measure: { kind, where: a.where([a.property('sku', { kind: 'is', values: [sku] })]) },
    });
  const definition = a.aDefinition(picks('first', 'half-width'), picks('last', 'visit'));
  expect(membersOf(definition, aContext(), [person])).toEqual(['tie']);
});

test('[SEG-31] first and last pick first, and judge then', () => {
  const judge = (kind: 'first' | 'last') =>
    a.event('purchase', { measure: { kind, where: a.where([a.property('gift', { kind: 'is-true' })]) } });
  expect(members(judge('first'))).toEqual(['ada']);
  expect(members(judge('last'))).toEqual([]);
});

test('[SEG-43] different texts are counted after folding, items of a list one by one', () => {
  const distinct = (property: string, value: number) =>
    a.event('purchase', {
      measure: {
        kind: 'distinct',
        property: property as typeof a.amount,
        compare: { kind: 'equals', value },
      },
    });
  expect(members(distinct('sku', 2))).toEqual(['ada']);
  expect(members(distinct('categories', 2))).toEqual(['ada']);
});

test('[SEG-43] different days are local days', () => {
  const events = ['2024-05-01T21:59Z', '2024-05-01T22:01Z', '2024-05-02T09:00Z'].map((when) =>
    anEvent({ at: when }),
  );
  const person = aProfile({ id: 'late', events });
  const days = (value: number) =>
    a.aDefinition(
      a.event('purchase', {
        measure: { kind: 'distinct', property: 'occurred-on', compare: { kind: 'equals', value } },
      }),
    );
  expect(membersOf(days(2), aContext(), [person])).toEqual(['late']);
  expect(membersOf(days(2), aContext({ timeZone: 'UTC' }), [person])).toEqual(['late']);
  expect(membersOf(days(2), aContext({ timeZone: 'America/New_York' }), [person])).toEqual(['late']);
  expect(membersOf(days(1), aContext({ timeZone: 'Pacific/Kiritimati' }), [person])).toEqual(['late']);
});

test('tags: any, all and none', () => {
  expect(members(a.tag('any', ['gold', 'silver']))).toEqual(['ada', 'bo']);
  expect(members(a.tag('all', ['gold', 'staff']))).toEqual(['ada']);
  expect(members(a.tag('none', ['gold', 'staff']))).toEqual(['bo', 'cy']);
});

test('[SEG-42] a topic never recorded is never asked', () => {
  const state = (...states: ('opted-in' | 'opted-out' | 'never-asked')[]) =>
    ({ kind: 'states', states }) as const;
  expect(members(a.consent({ test: state('never-asked') }))).toEqual(['cy']);
  expect(members(a.consent({ topics: ['news', 'offers'], test: state('opted-out') }))).toEqual(['ada']);
  expect(
    members(a.consent({ topics: ['news', 'offers'], match: 'all', test: state('never-asked') })),
  ).toEqual(['cy']);
});

test('[SEG-42] can receive asks for permission, a valid address and no suppression', () => {
  expect(members(a.consent({ topics: [], test: { kind: 'can-receive' } }))).toEqual(['ada']);
  expect(members(a.consent({ topics: ['offers'], test: { kind: 'can-receive' } }))).toEqual([]);
  expect(members(a.fact({ kind: 'has-address', channel: 'email' }))).toEqual(['ada']);
});

test('[SEG-42] who is suppressed on a channel cannot receive there', () => {
  const sketch = {
    attributes: { phone: '+46701234567' },
    consents: { alerts: { sms: 'confirmed' as const } },
  };
  const people = [
    aProfile({ id: 'free', ...sketch }),
    aProfile({ id: 'stopped', ...sketch, suppressed: ['sms'] }),
  ];
  const canReceive = a.consent({ channel: 'sms', topics: ['alerts'], test: { kind: 'can-receive' } });
  expect(membersOf(a.aDefinition(canReceive), aContext(), people)).toEqual(['free']);
});

test('[SEG-2] has none of two means neither of them', () => {
  const none = a.attribute('interests', { kind: 'has-none', values: ['chess', 'golf'] });
  expect(members(none)).toEqual(['bo', 'cy']);
  expect(members(a.attribute('interests', { kind: 'has-all', values: ['chess', 'golf'] }))).toEqual([]);
});

test('[SEG-54] a muted filter inside an event condition is as if absent', () => {
  const where = a.where([
    a.property('gift', { kind: 'is-true' }),
    a.property('sku', { kind: 'is', values: ['b-2'] }, { muted: true }),
  ]);
  expect(members(a.event('purchase', { where }))).toEqual(['ada']);
});

test('facts: known, source, created', () => {
  expect(members(a.fact({ kind: 'known' }))).toEqual(['ada']);
  expect(members(a.fact({ kind: 'source', predicate: { test: { kind: 'is', values: ['SHOP'] } } }))).toEqual([
    'ada',
  ]);
  expect(
    members(a.fact({ kind: 'created', test: { kind: 'calendar', which: 'this', unit: 'day' } })),
  ).toEqual(['cy']);
});

test('[SEG-38] the length of a list that is not there is none, not 0', () => {
  expect(
    members(a.attribute('interests', { kind: 'length', compare: { kind: 'at-most', value: 1 } })),
  ).toEqual(['bo']);
});

test('[SEG-18] a date is compared as a date in every zone', () => {
  const person = aProfile({ id: 'may', attributes: { renews_on: onDay('2024-05-10') } });
  const today = a.aDefinition(a.attribute('renews_on', { kind: 'calendar', which: 'this', unit: 'day' }));
  for (const [timeZone, now] of [
    ['Pacific/Niue', '2024-05-10T11:00Z'],
    ['Pacific/Niue', '2024-05-11T10:59Z'],
    ['Pacific/Kiritimati', '2024-05-09T10:00Z'],
    ['Pacific/Kiritimati', '2024-05-10T09:59Z'],
  ] as const) {
    expect(membersOf(today, aContext({ timeZone, now: at(now) }), [person])).toEqual(['may']);
  }
});

test('[SEG-23] a ladder of diamonds costs no more than its rungs', () => {
  let rung = resolve(a.aDefinition(a.tag('any', ['gold'])), aContext()).root.meaning;
  for (let step = 0; step < 60 && rung !== undefined; step += 1) rung = { kind: 'all', of: [rung, rung] };
  expect(
    rung !== undefined && PEOPLE.filter((person) => interpret(rung, person)).map((person) => person.id),
  ).toEqual(['ada']);
});
