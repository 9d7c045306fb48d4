import { describe, expect, test } from 'vitest';
import { assert } from '../../shared/kernel/assert.ts';
import type { AttributeId, PropertyId, TagId, TopicId } from '../../shared/profile/data-model.ts';
import type { Profile, ProfileEvent } from '../../shared/profile/profile.ts';
import type { Measure, NumberTest, SegmentNode } from '../../shared/segment/definition.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { Resolved } from '../../shared/segment/resolved.ts';
import { aContext, aDataModel, anEvent, aProfile, at } from '../../shared/testing/builders.ts';
import {
  aDefinition,
  attribute,
  consent,
  event,
  property,
  tag,
  where,
} from '../../shared/testing/definition-builders.ts';
import type { Population } from '../columns/population.ts';
import { addEvents, addProfile, populationOf, reopened } from '../columns/testing/population-of.ts';
import { columnsOf, createEngine } from './engine.ts';

const dataModel = aDataModel();
const AMOUNT = 'amount' as PropertyId;

function meaningOf(...conditions: readonly SegmentNode[]): Resolved {
  const { root, problems } = resolve(aDefinition(...conditions), aContext());
  assert(root.meaning !== undefined, `the definition is complete: ${JSON.stringify(problems)}`);
  return root.meaning;
}

function members(population: Population, ...conditions: readonly SegmentNode[]): readonly number[] {
  return createEngine({ cacheBytes: 0 })
    .evaluate(population, meaningOf(...conditions))
    .toArray();
}

function spenders(...amounts: readonly (readonly (number | undefined)[])[]): Population {
  const profiles = amounts.map((own) =>
    aProfile({
      events: own.map((amount, i) => anEvent({ id: String(i).padStart(3, '0'), properties: { amount } })),
    }),
  );
  return populationOf(profiles, dataModel);
}

function measured(measure: Measure): SegmentNode {
  return event('purchase', { measure });
}

describe('counts', () => {
  const population = populationOf(
    [0, 1, 2, 3, 300].map((count) => aProfile({ events: events(count) })),
    dataModel,
  );

  function events(count: number): readonly ProfileEvent[] {
    return Array.from({ length: count }, (_, i) => anEvent({ id: `e${i}` }));
  }

  test.each([
    [{ kind: 'at-most', value: 2 }, [0, 1, 2]],
    [{ kind: 'less-than', value: 1 }, [0]],
    [{ kind: 'equals', value: 0 }, [0]],
    [{ kind: 'at-least', value: 0 }, [0, 1, 2, 3, 4]],
    [{ kind: 'equals', value: 2.5 }, []],
    [{ kind: 'more-than', value: 2 }, [3, 4]],
    [{ kind: 'between', from: 1, to: 2 }, [1, 2]],
    // Past what a counter of one byte holds, and where it would have wrapped around.
    [{ kind: 'at-least', value: 255 }, [4]],
    [{ kind: 'at-least', value: 256 }, [4]],
    [{ kind: 'at-least', value: 300 }, [4]],
    [{ kind: 'at-least', value: 301 }, []],
    [{ kind: 'equals', value: 44 }, []],
    [{ kind: 'at-most', value: 299 }, [0, 1, 2, 3]],
    [{ kind: 'at-most', value: 999_999_999_999_999 }, [0, 1, 2, 3, 4]],
  ] as const)('[SEG-10] a count %o counts those who never did', (compare, expected) => {
    expect(members(population, measured({ kind: 'count', compare }))).toEqual(expected);
  });
});

describe('sums and averages', () => {
  test('[SEG-9] three times 0.1 plus 0.5 is at least 0.80, in any order', () => {
    const population = spenders([0.1, 0.1, 0.1, 0.5], [0.5, 0.1, 0.1, 0.1], [0.5, 0.1, 0.1, 0.099999]);
    const compare = { kind: 'at-least', value: 0.8 } as const;
    expect(members(population, measured({ kind: 'sum', property: AMOUNT, compare }))).toEqual([0, 1]);
  });

  test('[SEG-9] sums of large and of tiny amounts are exact together', () => {
    const most = 999_999_999_999_999;
    const population = spenders(
      [most, most, most, 0.000001],
      [most, most, most],
      [most, -most, 0.000001],
      [most],
    );
    const sum = (compare: NumberTest) =>
      members(population, measured({ kind: 'sum', property: AMOUNT, compare }));
    expect(sum({ kind: 'equals', value: 0.000001 })).toEqual([2]);
    expect(sum({ kind: 'more-than', value: most })).toEqual([0, 1]);
    expect(sum({ kind: 'at-most', value: most })).toEqual([2, 3]);
  });

  test('[SEG-9] sums and averages stay exact where a double would have lost its last digit', () => {
    const most = 999_999_999_999_999;
    const ten = Array.from({ length: 10 }, () => most);
    // In this order, whole numbers in doubles are two apart when the ones are added.
    const there = spenders([...ten, 1, 1, 1, 1, 1, ...ten.map((amount) => -amount)]);
    const five = { kind: 'equals', value: 5 } as const;
    expect(members(there, measured({ kind: 'sum', property: AMOUNT, compare: five }))).toEqual([0]);
    const long = 999_999_999.999999;
    const many = spenders(
      Array.from({ length: 21 }, () => long),
      [...Array.from({ length: 20 }, () => long), 999_999_999.999998],
    );
    expect(
      members(
        many,
        measured({ kind: 'average', property: AMOUNT, compare: { kind: 'equals', value: long } }),
      ),
    ).toEqual([0]);
  });

  test('[SEG-11] the sum of nothing is 0, the average of nothing is in no range', () => {
    const population = spenders([], [undefined], [5, -5], [0.5]);
    const zero = { kind: 'equals', value: 0 } as const;
    expect(members(population, measured({ kind: 'sum', property: AMOUNT, compare: zero }))).toEqual([
      0, 1, 2,
    ]);
    expect(members(population, measured({ kind: 'average', property: AMOUNT, compare: zero }))).toEqual([2]);
    expect(
      members(
        population,
        measured({ kind: 'minimum', property: AMOUNT, compare: { kind: 'at-most', value: 9 } }),
      ),
    ).toEqual([2, 3]);
  });

  test('[SEG-9] an average is compared, not divided: a third of 1 is less than 0.333334 and more than 0.333333', () => {
    const population = spenders([1, 0, 0], [0.333333], [0.333334]);
    const average = (compare: NumberTest) =>
      members(population, measured({ kind: 'average', property: AMOUNT, compare }));
    expect(average({ kind: 'more-than', value: 0.333333 })).toEqual([0, 2]);
    expect(average({ kind: 'less-than', value: 0.333334 })).toEqual([0, 1]);
    expect(average({ kind: 'equals', value: 0.333333 })).toEqual([1]);
  });

  test('[SEG-9] a returned purchase lowers the sum', () => {
    const population = spenders([100, -60], [100], [-60]);
    const sum = (compare: NumberTest) =>
      members(population, measured({ kind: 'sum', property: AMOUNT, compare }));
    expect(sum({ kind: 'at-least', value: 50 })).toEqual([1]);
    expect(sum({ kind: 'less-than', value: 0 })).toEqual([2]);
    expect(sum({ kind: 'between', from: 40, to: 40 })).toEqual([0]);
  });
});

describe('events', () => {
  test('[SEG-31] first and last over types and over stored and appended events go by time, type, id', async () => {
    const when = '2024-05-01T12:00Z';
    const stored: Profile = aProfile({
      events: [anEvent({ id: 'b', at: when, properties: { sku: 'stored' } })],
    });
    const population = await reopened(populationOf([stored, stored], dataModel));
    addEvents(population, 0, {
      events: [anEvent({ id: 'a', at: when, properties: { sku: 'before' } })],
      dataModel,
    });
    addEvents(population, 1, {
      events: [anEvent({ id: 'c', at: when, properties: { sku: 'after' } })],
      dataModel,
    });
    addEvents(population, 1, {
      events: [anEvent({ id: 'A', type: 'visit', at: when, properties: { sku: 'visit' } })],
      dataModel,
    });

    const chosen = async (which: 'first' | 'last', types: readonly string[], sku: string) => {
      const judged = where([property('sku', { kind: 'is', values: [sku] })]);
      const meaning = meaningOf(event(types, { measure: { kind: which, where: judged } }));
      const loaded = await population.load(columnsOf(population, meaning));
      assert(loaded.ok, 'columns load');
      return createEngine({ cacheBytes: 0 }).evaluate(population, meaning).toArray();
    };
    expect(await chosen('first', ['purchase'], 'before')).toEqual([0]);
    expect(await chosen('first', ['purchase'], 'stored')).toEqual([1]);
    expect(await chosen('last', ['purchase'], 'stored')).toEqual([0]);
    expect(await chosen('last', ['purchase'], 'after')).toEqual([1]);
    // By type before id: `visit` comes after `purchase`, whatever the ids.
    expect(await chosen('last', ['purchase', 'visit'], 'visit')).toEqual([1]);
    expect(await chosen('first', ['visit', 'purchase'], 'stored')).toEqual([1]);
  });

  test('[SEG-43] different texts are different after folding, also over several event types', () => {
    const skus = (type: string, values: readonly string[]) =>
      values.map((sku, i) => anEvent({ id: `${type}${i}`, type, properties: { sku } }));
    const population = populationOf(
      [
        aProfile({ events: [...skus('purchase', ['Straße', 'x']), ...skus('visit', ['STRASSE', 'X'])] }),
        aProfile({ events: [...skus('purchase', ['a']), ...skus('visit', ['b', 'c'])] }),
      ],
      dataModel,
    );
    const distinct = (value: number) =>
      members(
        population,
        event(['purchase', 'visit'], {
          measure: { kind: 'distinct', property: 'sku' as PropertyId, compare: { kind: 'equals', value } },
        }),
      );
    expect(distinct(2)).toEqual([0]);
    expect(distinct(3)).toEqual([1]);
  });

  test('[SEG-43] pairs of a profile and a value are told apart in their thousands', () => {
    const values = Array.from({ length: 3000 }, (_, i) => (i % 1000) / 4);
    const population = spenders(values, values.slice(0, 999));
    const distinct = (value: number) =>
      members(
        population,
        measured({ kind: 'distinct', property: AMOUNT, compare: { kind: 'equals', value } }),
      );
    expect(distinct(1000)).toEqual([0]);
    expect(distinct(999)).toEqual([1]);
  });
});

describe('the cache', () => {
  test('[SEG-14] a change of what a condition reads is seen, and no other makes it forget', () => {
    const population = populationOf(
      [aProfile(), aProfile({ tags: ['gold'], attributes: { city: 'Lund' } })],
      dataModel,
    );
    const engine = createEngine({ cacheBytes: 1 << 20 });
    const gold = meaningOf(tag('any', ['gold']));
    const lund = meaningOf(attribute('city', { kind: 'is', values: ['lund'] }));
    const bought = meaningOf(event('purchase'));
    const all = () => [gold, lund, bought].map((meaning) => engine.evaluate(population, meaning).toArray());
    expect(all()).toEqual([[1], [1], []]);
    population.setTag(0, 'gold' as TagId, true);
    expect(all()).toEqual([[0, 1], [1], []]);
    population.setAttribute(0, { id: 'city' as AttributeId, type: 'text' }, 'LUND');
    addEvents(population, 0, { events: [anEvent()], dataModel });
    expect(all()).toEqual([[0, 1], [0, 1], [0]]);
    population.setLive(1, false);
    expect(all()).toEqual([[0], [0], [0]]);
    addProfile(population, aProfile({ tags: ['gold'] }), dataModel);
    expect(all()).toEqual([[0, 2], [0], [0]]);
    population.removeEvents(0);
    expect(all()).toEqual([[0, 2], [0], []]);
  });

  test('a bitmap that was given away is the caller’s to change', () => {
    const population = populationOf([aProfile({ tags: ['gold'] }), aProfile()], dataModel);
    const engine = createEngine({ cacheBytes: 1 << 20 });
    const meanings = [
      meaningOf(tag('any', ['gold'])),
      meaningOf(tag('none', ['gold'])),
      meaningOf(tag('any', ['gold', 'staff']), attribute('city', { kind: 'has-value' }, { negated: true })),
    ];
    for (const meaning of meanings) {
      const before = engine.evaluate(population, meaning);
      const expected = before.toArray();
      before.notWith();
      expect(engine.evaluate(population, meaning).toArray()).toEqual(expected);
    }
  });

  test('what a stage changes is not taken for the population it came from', () => {
    const population = populationOf([aProfile(), aProfile()], dataModel);
    const engine = createEngine({ cacheBytes: 1 << 20 });
    const never = meaningOf(consent({ test: { kind: 'states', states: ['never-asked'] } }));
    expect(engine.evaluate(population, never).toArray()).toEqual([0, 1]);
    const stage = population.stage();
    stage.setConsent(0, 'news' as TopicId, 'email', 'opted-out');
    expect(engine.evaluate(stage, never).toArray()).toEqual([1]);
    expect(engine.evaluate(population, never).toArray()).toEqual([0, 1]);
  });
});

test('[SEG-13] an event later than now does not exist, one at now does', () => {
  const population = populationOf(
    [
      aProfile({ events: [anEvent({ at: at('2024-05-10T12:00+02:00') })] }),
      aProfile({ events: [anEvent({ at: at('2024-05-10T12:00+02:00') + 1 })] }),
    ],
    dataModel,
  );
  expect(members(population, event('purchase'))).toEqual([0]);
});

test('columns to load are just those that a condition reads', async () => {
  const population = await reopened(
    populationOf([aProfile({ events: [anEvent({ properties: { amount: 1, sku: 'x' } })] })], dataModel),
  );
  const meaning = meaningOf(
    event('purchase', {
      where: where([property('sku')]),
      measure: { kind: 'sum', property: AMOUNT, compare: { kind: 'more-than', value: 0 } },
    }),
    consent({ test: { kind: 'can-receive' } }),
  );
  expect([...columnsOf(population, meaning)]).toEqual([
    'live',
    'event/purchase/rows',
    'event/purchase/property/sku',
    'event/purchase/property/amount',
    'attribute/email',
    'suppressed/email',
    'consent/news/email',
  ]);
  const first = meaningOf(event('purchase', { measure: { kind: 'first', where: where([property('sku')]) } }));
  expect(columnsOf(population, first).has('event/purchase/ids')).toBe(false);
  addEvents(population, 0, { events: [anEvent({ id: 'late' })], dataModel });
  expect(columnsOf(population, first).has('event/purchase/ids')).toBe(true);
});
