import type { Instant } from '../../shared/kernel/time.ts';
import type { AttributeId } from '../../shared/profile/data-model.ts';
import type { SegmentDefinition, SegmentId } from '../../shared/segment/definition.ts';
import { parseDefinition } from '../../shared/segment/parse-definition.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { ResolveContext } from '../../shared/segment/resolve-context.ts';
import type { ResolvedSegment } from '../../shared/segment/resolved.ts';
import { createPopulation, type Population } from '../../worker/columns/population.ts';
import { createEngine } from '../../worker/engine/engine.ts';
import type { Crowd } from '../crowd/crowd.ts';
import { CROWD_MODEL } from '../crowd/crowd-model.ts';
import { TEN_SEGMENTS } from '../segments/ten-segments.ts';
import type { BenchEngine } from './engine.ts';
import { fillPopulation } from './fill-population.ts';
import { reopen } from './reopen.ts';

export interface ShoalEngine extends BenchEngine {
  readonly population: Population;
  readonly parseAndResolve: (definition: unknown) => ResolvedSegment;
}

/** As the app keeps them. */
export const CACHE_BYTES = 64 << 20;

/** Parse, resolve and evaluate, with no condition's members remembered from one call to the next. */
export async function createShoalEngine(crowd: Crowd): Promise<ShoalEngine> {
  const filled = createPopulation();
  fillPopulation(filled, crowd);
  const population = await reopen(filled);
  const parseAndResolve = createResolver(crowd.now);
  const engine = createEngine({ cacheBytes: 0 });
  return {
    name: 'shoal',
    population,
    parseAndResolve,
    count(segment) {
      const definition = TEN_SEGMENTS.find(({ id }) => id === segment)?.definition;
      const resolved = parseAndResolve(definition);
      const meaning = resolved.root.meaning;
      if (meaning === undefined) throw new Error(`${segment}: ${JSON.stringify(resolved.problems)}`);
      return engine.evaluate(population, meaning).count();
    },
    // A column of texts remembers its last few searches: these take their place.
    forget() {
      for (const needle of ['\u0001', '\u0002', '\u0003', '\u0004']) {
        engine.evaluate(population, {
          kind: 'attribute',
          attribute: 'email' as AttributeId,
          type: 'text',
          test: { kind: 'text', how: 'contains', values: [needle], exact: false },
        });
      }
    },
    close() {},
  };
}

function createResolver(now: Instant): (definition: unknown) => ResolvedSegment {
  const segments = new Map<SegmentId, { readonly definition: SegmentDefinition }>();
  const context: ResolveContext = {
    now,
    timeZone: 'UTC',
    weekStart: 'monday',
    leapDay: 'february-28',
    dataModel: CROWD_MODEL,
    segments,
  };
  for (const { id, definition } of TEN_SEGMENTS) segments.set(id, { definition: parsed(definition) });
  return (definition) => resolve(parsed(definition), context);
}

function parsed(definition: unknown): SegmentDefinition {
  const result = parseDefinition(definition);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
