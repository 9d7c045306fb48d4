import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '../../shared/kernel/assert.ts';
import { CHANNELS, type DataModel } from '../../shared/profile/data-model.ts';
import { inOrder } from '../../shared/profile/event-order.ts';
import type { Profile, ProfileEvent } from '../../shared/profile/profile.ts';
import { interpret } from '../../shared/segment/interpret.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { ResolveContext } from '../../shared/segment/resolve-context.ts';
import type { Resolved } from '../../shared/segment/resolved.ts';
import { definitions } from '../../shared/testing/arbitrary-definitions.ts';
import { profiles as anyProfiles } from '../../shared/testing/arbitrary-profiles.ts';
import { clocks } from '../../shared/testing/arbitrary-values.ts';
import { aDataModel } from '../../shared/testing/builders.ts';
import { columnsOf, createEngine } from '../engine/engine.ts';
import { createPopulation, type Population } from './population.ts';
import {
  addEvents,
  addProfile,
  loadAll,
  openStored,
  populationOf,
  type StoredPages,
  storeInto,
} from './testing/population-of.ts';

/** A step in the life of a population. `who` is taken modulo the profiles there are. */
type Step =
  | { readonly kind: 'append'; readonly profile: Profile }
  /** One kind of fact about a profile becomes that of another. */
  | {
      readonly kind: 'attributes' | 'tags' | 'consents' | 'suppressed' | 'times';
      readonly who: number;
      readonly from: Profile;
    }
  | { readonly kind: 'events'; readonly who: number; readonly from: Profile; readonly importNumber: number }
  | { readonly kind: 'undo-import'; readonly importNumber: number }
  | { readonly kind: 'trash' | 'restore'; readonly who: number }
  | { readonly kind: 'stage' | 'commit' | 'drop' | 'reopen' | 'release' | 'count' };

interface Kept {
  readonly profile: Profile;
  readonly live: boolean;
  /** Import by event id. */
  readonly imports: ReadonlyMap<string, number>;
}

function steps(dataModel: DataModel, now: number): fc.Arbitrary<readonly Step[]> {
  const profile = anyProfiles(dataModel, now);
  const who = fc.nat(1000);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: profile.map((made): Step => ({ kind: 'append', profile: made })) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('attributes', 'tags', 'consents', 'suppressed', 'times'), who, profile)
        .map(([kind, ordinal, from]): Step => ({ kind, who: ordinal, from })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(who, profile, fc.integer({ min: 1, max: 3 }))
        .map(([ordinal, from, importNumber]): Step => ({ kind: 'events', who: ordinal, from, importNumber })),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 1, max: 3 })
        .map((importNumber): Step => ({ kind: 'undo-import', importNumber })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('trash', 'restore'), who)
        .map(([kind, ordinal]): Step => ({ kind, who: ordinal })),
    },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom('stage', 'commit', 'drop', 'reopen', 'release', 'count')
        .map((kind): Step => ({ kind })),
    },
  );
  return fc.array(step, { minLength: 1, maxLength: 30 });
}

/** The population under test beside a plain list of what it should hold. */
class Model {
  readonly #dataModel: DataModel;
  readonly #pages: StoredPages = new Map();
  population: Population = createPopulation(async (name) => this.#pages.get(name));
  kept: readonly Kept[] = [];
  #before: { readonly population: Population; readonly kept: readonly Kept[] } | undefined;
  #nextEvent = 0;

  constructor(dataModel: DataModel) {
    this.#dataModel = dataModel;
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'append':
        addProfile(this.population, step.profile, this.#dataModel);
        this.kept = [...this.kept, { profile: step.profile, live: true, imports: new Map() }];
        return;
      case 'attributes':
      case 'tags':
      case 'consents':
      case 'suppressed':
      case 'times':
        return this.#change(step.kind, step.who, step.from);
      case 'events':
        return this.#addEvents(step);
      case 'undo-import': {
        await this.population.load(this.population.eventColumns(this.population.eventTypes()));
        const expected = this.kept.flatMap(({ imports }) =>
          [...imports.values()].filter((number) => number === step.importNumber),
        );
        expect(this.population.removeEvents(step.importNumber)).toBe(expected.length);
        this.kept = this.kept.map((one) => withoutImport(one, step.importNumber));
        return;
      }
      case 'trash':
      case 'restore':
        return this.#update(step.who, (one, ordinal) => {
          this.population.setLive(ordinal, step.kind === 'restore');
          return { ...one, live: step.kind === 'restore' };
        });
      case 'stage':
        this.#before = { population: this.population, kept: this.kept };
        this.population = this.population.stage();
        return;
      case 'commit':
        this.#before = undefined;
        return;
      case 'drop':
        if (this.#before !== undefined) ({ population: this.population, kept: this.kept } = this.#before);
        this.#before = undefined;
        return;
      case 'reopen':
        this.population = await openStored(this.#pages, await storeInto(this.#pages, this.population));
        return;
      case 'release':
        await storeInto(this.#pages, this.population);
        this.population.release(this.population.columnNames());
        return;
      case 'count':
        return;
    }
  }

  #change(
    kind: 'attributes' | 'tags' | 'consents' | 'suppressed' | 'times',
    who: number,
    from: Profile,
  ): void {
    this.#update(who, (one, ordinal) => {
      const { population } = this;
      switch (kind) {
        case 'attributes':
          for (const { id, type } of this.#dataModel.attributes)
            population.setAttribute(ordinal, { id, type }, from.attributes.get(id));
          return { ...one, profile: { ...one.profile, attributes: from.attributes } };
        case 'tags':
          for (const { id } of this.#dataModel.tags) population.setTag(ordinal, id, from.tags.has(id));
          return { ...one, profile: { ...one.profile, tags: from.tags } };
        case 'consents':
          for (const { id } of this.#dataModel.topics) {
            for (const channel of CHANNELS)
              population.setConsent(ordinal, id, channel, from.consents.get(id)?.[channel]);
          }
          return { ...one, profile: { ...one.profile, consents: from.consents } };
        case 'suppressed':
          for (const channel of CHANNELS)
            population.setSuppressed(ordinal, channel, from.suppressed.has(channel));
          population.setKnown(ordinal, from.known);
          return { ...one, profile: { ...one.profile, suppressed: from.suppressed, known: from.known } };
        case 'times':
          population.touch(ordinal, from.changedAt);
          return { ...one, profile: { ...one.profile, changedAt: from.changedAt } };
      }
    });
  }

  #addEvents({ who, from, importNumber }: Extract<Step, { kind: 'events' }>): void {
    this.#update(who, (one, ordinal) => {
      // Ids of their own, since an event that is there is never appended again.
      const events = from.events.map(
        (event): ProfileEvent => ({ ...event, id: `${event.id} ${this.#nextEvent++}` }),
      );
      addEvents(this.population, ordinal, { events, dataModel: this.#dataModel, importNumber });
      const imports = new Map([...one.imports, ...events.map(({ id }) => [id, importNumber] as const)]);
      return {
        ...one,
        imports,
        profile: { ...one.profile, events: inOrder([...one.profile.events, ...events]) },
      };
    });
  }

  #update(who: number, change: (one: Kept, ordinal: number) => Kept): void {
    if (this.kept.length === 0) return;
    const chosen = who % this.kept.length;
    this.kept = this.kept.map((one, ordinal) => (ordinal === chosen ? change(one, ordinal) : one));
  }
}

function withoutImport({ profile, live, imports }: Kept, importNumber: number): Kept {
  const events = profile.events.filter(({ id }) => imports.get(id) !== importNumber);
  return {
    profile: { ...profile, events },
    live,
    imports: new Map([...imports].filter(([, number]) => number !== importNumber)),
  };
}

const lives = clocks.chain((clock) => {
  const dataModel = aDataModel();
  return fc.record({
    context: fc.constant<ResolveContext>({ ...clock, dataModel, segments: new Map() }),
    steps: steps(dataModel, clock.now),
    definitions: fc.array(definitions({ dataModel, now: clock.now }), { minLength: 3, maxLength: 3 }),
  });
});

async function membersBy(
  engine: ReturnType<typeof createEngine>,
  population: Population,
  meaning: Resolved,
): Promise<readonly number[]> {
  const loaded = await population.load(columnsOf(population, meaning));
  assert(loaded.ok, 'columns load');
  return engine.evaluate(population, meaning).toArray();
}

test('[SEG-14] after any inserts, edits, removals, stages and restarts, all is as from scratch', async () => {
  const engine = createEngine({ cacheBytes: 1 << 20 });
  await fc.assert(
    fc.asyncProperty(lives, async ({ context, steps: some, definitions: asked }) => {
      const meanings = asked.flatMap((definition) => resolve(definition, context).root.meaning ?? []);
      const model = new Model(context.dataModel);
      for (const step of some) {
        await model.take(step);
        const { population, kept } = model;
        for (const meaning of meanings) {
          const expected = kept.flatMap(({ profile, live }, ordinal) =>
            live && interpret(meaning, profile) ? [ordinal] : [],
          );
          expect(await membersBy(engine, population, meaning)).toEqual(expected);
        }
      }

      const { population, kept } = model;
      const scratch = populationOf(
        kept.map(({ profile }) => profile),
        context.dataModel,
      );
      await loadAll(population);
      expect(population.profileCount).toBe(kept.length);
      expect(population.eventCount).toBe(scratch.eventCount);
      for (const [ordinal, { profile, live }] of kept.entries()) {
        expect(population.profileAt(ordinal)).toEqual(profile);
        expect(population.live.has(ordinal)).toBe(live);
        expect(population.activityAt(ordinal)).toEqual(scratch.activityAt(ordinal));
      }
    }),
    { numRuns: 400 },
  );
}, 120_000);
