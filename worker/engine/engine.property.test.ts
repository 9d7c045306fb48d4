import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '../../shared/kernel/assert.ts';
import type { DataModel } from '../../shared/profile/data-model.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { SegmentDefinition, SegmentId } from '../../shared/segment/definition.ts';
import { interpret } from '../../shared/segment/interpret.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { ResolveContext } from '../../shared/segment/resolve-context.ts';
import type { Resolved } from '../../shared/segment/resolved.ts';
import { definitions } from '../../shared/testing/arbitrary-definitions.ts';
import { populations } from '../../shared/testing/arbitrary-profiles.ts';
import { dataModels } from '../../shared/testing/arbitrary-scenarios.ts';
import { clocks } from '../../shared/testing/arbitrary-values.ts';
import type { Population } from '../columns/population.ts';
import { addEvents, addProfile, loadAll, populationOf, reopened } from '../columns/testing/population-of.ts';
import { columnsOf, createEngine } from './engine.ts';

/** Together 20,000 pairs. */
const POPULATIONS = 400;
const DEFINITIONS = 50;
/** Of two slow processors that others use too. */
const LONG_MS = 300_000;

/** How the columns came to be what they are: no way may make a difference. */
const WAYS = ['built', 'reopened', 'with-tail', 'staged'] as const;

interface Case {
  readonly context: ResolveContext;
  readonly profiles: readonly Profile[];
  readonly way: (typeof WAYS)[number];
  readonly definitions: readonly SegmentDefinition[];
}

const REFERRED = 's1' as SegmentId;

const cases: fc.Arbitrary<Case> = fc.tuple(dataModels, clocks).chain(([dataModel, clock]) =>
  definitions({ dataModel, now: clock.now, depth: 1 }).chain((referred) => {
    const segments = new Map([[REFERRED, { definition: referred }]]);
    const some = fc.oneof(
      { weight: 4, arbitrary: definitions({ dataModel, now: clock.now }) },
      {
        weight: 1,
        arbitrary: definitions({ dataModel, now: clock.now, segments: [REFERRED], withMuted: true }),
      },
    );
    return fc.record({
      context: fc.constant<ResolveContext>({ ...clock, dataModel, segments }),
      profiles: populations(dataModel, clock.now, { minLength: 1, maxLength: 40 }),
      way: fc.constantFrom(...WAYS),
      definitions: fc.array(some, { minLength: DEFINITIONS, maxLength: DEFINITIONS }),
    });
  }),
);

async function populationBy(
  way: Case['way'],
  profiles: readonly Profile[],
  dataModel: DataModel,
): Promise<Population> {
  switch (way) {
    case 'built':
      return populationOf(profiles, dataModel);
    case 'reopened':
      return reopened(populationOf(profiles, dataModel));
    case 'with-tail': {
      // Every other event comes later than the stored ones, in another order.
      const early = profiles.map((profile) => ({
        ...profile,
        events: profile.events.filter((_, i) => i % 2 === 0),
      }));
      const population = await reopened(populationOf(early, dataModel));
      for (const [ordinal, { events }] of [...profiles.entries()].reverse()) {
        addEvents(population, ordinal, { events: events.filter((_, i) => i % 2 === 1), dataModel });
      }
      return population;
    }
    case 'staged': {
      // Written to both sides of a fork: neither may see the other.
      const population = populationOf(profiles.slice(0, 1), dataModel);
      const stage = population.stage();
      for (const profile of profiles.slice(1)) addProfile(stage, profile, dataModel);
      for (const profile of profiles) addProfile(population, { ...profile, events: [] }, dataModel);
      return stage;
    }
  }
}

function meaningOf(definition: SegmentDefinition, context: ResolveContext): Resolved {
  const { root, problems } = resolve(definition, context);
  assert(root.meaning !== undefined, `the definition is complete: ${JSON.stringify(problems)}`);
  return root.meaning;
}

test(
  '[SEG-14] the engine and the interpreter agree on every profile of every definition',
  async () => {
    const cached = createEngine({ cacheBytes: 1 << 20 });
    await fc.assert(
      fc.asyncProperty(cases, async ({ context, profiles, way, definitions: some }) => {
        const population = await populationBy(way, profiles, context.dataModel);
        const uncached = createEngine({ cacheBytes: 0 });
        for (const [number, definition] of some.entries()) {
          const meaning = meaningOf(definition, context);
          const loaded = await population.load(columnsOf(population, meaning));
          assert(loaded.ok, 'what the definition reads is loaded');
          const expected = profiles.flatMap((profile, ordinal) =>
            interpret(meaning, profile) ? [ordinal] : [],
          );
          expect(uncached.evaluate(population, meaning).toArray()).toEqual(expected);
          if (number % 5 === 0) expect(cached.evaluate(population, meaning).toArray()).toEqual(expected);
        }
      }),
      { numRuns: POPULATIONS },
    );
  },
  LONG_MS,
);

const withoutDefinitions = fc.tuple(dataModels, clocks).chain(([dataModel, { now }]) =>
  fc.record({
    dataModel: fc.constant(dataModel),
    profiles: populations(dataModel, now),
    way: fc.constantFrom(...WAYS),
  }),
);

test(
  '[SEG-14] a profile gathered from its columns is the one that was written',
  async () => {
    await fc.assert(
      fc.asyncProperty(withoutDefinitions, async ({ dataModel, profiles, way }) => {
        const population = await populationBy(way, profiles, dataModel);
        await loadAll(population);
        for (const [ordinal, profile] of profiles.entries()) {
          expect(population.profileAt(ordinal)).toEqual({ ...profile, events: population.eventsAt(ordinal) });
          expect(population.eventsAt(ordinal)).toEqual(profile.events);
        }
      }),
      { numRuns: 100 },
    );
  },
  LONG_MS,
);
