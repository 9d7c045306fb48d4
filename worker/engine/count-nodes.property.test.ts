import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '../../shared/kernel/assert.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import { countExpressions } from '../../shared/segment/count-expressions.ts';
import { interpret } from '../../shared/segment/interpret.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { Resolved } from '../../shared/segment/resolved.ts';
import { type Scenario, scenarios } from '../../shared/testing/arbitrary-scenarios.ts';
import { aContext, anEvent, aProfile } from '../../shared/testing/builders.ts';
import { aDefinition, attribute, event } from '../../shared/testing/definition-builders.ts';
import type { Population } from '../columns/population.ts';
import { populationOf } from '../columns/testing/population-of.ts';
import { columnsOfSegment, createEngine } from './engine.ts';

/** Every third profile is in the trash. */
function isLive(ordinal: number): boolean {
  return ordinal % 3 !== 1;
}

function populationWithTrash({ profiles, context }: Pick<Scenario, 'profiles' | 'context'>): Population {
  const population = populationOf(profiles, context.dataModel);
  for (const ordinal of profiles.keys()) population.setLive(ordinal, isLive(ordinal));
  return population;
}

function countBy(
  profiles: readonly Profile[],
  isIn: (ordinal: number) => boolean,
): (meaning: Resolved | null) => number | null {
  return (meaning) =>
    meaning === null
      ? null
      : profiles.filter((profile, ordinal) => isIn(ordinal) && interpret(meaning, profile)).length;
}

test('[SEG-28] counts at every node are those of the formulas, one profile at a time, the trash left out', () => {
  const engine = createEngine({ cacheBytes: 1 << 16 });
  fc.assert(
    fc.property(scenarios(), fc.boolean(), (scenario, hasTrash) => {
      const { profiles, context } = scenario;
      const population = hasTrash ? populationWithTrash(scenario) : populationOf(profiles, context.dataModel);
      const resolved = resolve(scenario.definition, context);
      const counts = engine.countNodes(population, resolved);
      const expressions = countExpressions(resolved);
      const count = countBy(profiles, (ordinal) => !hasTrash || isLive(ordinal));
      const total = count(expressions.total);

      expect(counts.population).toBe(population.live.count());
      expect(counts.total).toBe(total);
      expect(counts.members?.count() ?? null).toBe(total);
      for (const [id, node] of expressions.nodes) {
        const without = count(node.without);
        expect(counts.nodes.get(id)).toEqual({
          alone: count(node.alone),
          soFar: count(node.soFar),
          without: without === null || total === null ? null : without - total,
          withoutValue: count(node.withoutValue),
        });
      }
    }),
    { numRuns: 300 },
  );
});

test('[SEG-28] counting in steps gives the same as counting at once', async () => {
  let ticks = 0;
  const engines = [
    createEngine({ cacheBytes: 0 }),
    createEngine({ cacheBytes: 0, ticks: () => (ticks += 5) }),
  ];
  await fc.assert(
    fc.asyncProperty(scenarios(), async ({ definition, context, profiles }) => {
      const population = populationOf(profiles, context.dataModel);
      const resolved = resolve(definition, context);
      for (const engine of engines) {
        const expected = engine.countNodes(population, resolved);
        expect(await engine.countNodesUnlessStale(population, resolved, () => false)).toEqual(expected);
        expect(await engine.countNodesUnlessStale(population, resolved, () => true)).toBeUndefined();
      }
    }),
    { numRuns: 30 },
  );
});

test('counting ends between two conditions once it is stale', async () => {
  const context = aContext();
  const population = populationOf([aProfile({ events: [anEvent()] })], context.dataModel);
  const definition = aDefinition(event('purchase'), attribute('city'), attribute('points'));
  let asked = 0;
  const counts = await createEngine({ cacheBytes: 0 }).countNodesUnlessStale(
    population,
    resolve(definition, context),
    () => ++asked > 2,
  );
  expect(counts).toBeUndefined();
  expect(asked).toBe(3);
});

test('[SEG-5] an incomplete node has no count, and neither has the whole', async () => {
  const context = aContext();
  const population = populationOf([aProfile()], context.dataModel);
  const definition = aDefinition(attribute(null), attribute('city'));
  const resolved = resolve(definition, context);
  const loaded = await population.load(columnsOfSegment(population, resolved));
  assert(loaded.ok, 'columns load');
  const counts = createEngine({ cacheBytes: 0 }).countNodes(population, resolved);
  expect([counts.total, counts.members]).toEqual([null, null]);
  expect([...counts.nodes.values()].map(({ alone }) => alone)).toEqual([null, null, 0]);
});
