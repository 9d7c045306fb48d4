import type { Result } from '../../shared/kernel/result.ts';
import type { DataModel } from '../../shared/profile/data-model.ts';
import { aDataModel } from '../../shared/testing/builders.ts';
import { SETTINGS } from '../../shared/testing/held-builders.ts';
import { createPopulation } from '../columns/population.ts';
import { type Beginning, createWorkspace } from '../replica/create-workspace.ts';
import type { OpenWorkspace } from '../replica/open-workspace.ts';
import type { Replica } from '../replica/replica.ts';

/** The value of an answer that must be one. */
export function valueIn<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Expected a value, not ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Without profiles, but with something of every type defined. */
export function definedBeginning(model: DataModel = aDataModel()): () => Beginning {
  return () => ({ model, population: createPopulation() });
}

export async function createTestWorkspace(
  tab: Replica,
  begin: () => Beginning = definedBeginning(),
): Promise<void> {
  valueIn(await createWorkspace(tab, { from: 'empty', settings: SETTINGS }, begin));
}

/** All that a tab holds, as plain data in a fixed order: two tabs that agree have equal text. */
export async function stateOf(tab: Replica): Promise<string> {
  const open = valueIn(await tab.open());
  return JSON.stringify(await describe(open), null, 1);
}

async function describe(open: OpenWorkspace): Promise<unknown> {
  const { population } = open;
  valueIn(await population.load(population.columnNames()));
  const profiles = Array.from({ length: population.profileCount }, (_, ordinal) => {
    const profile = population.profileAt(ordinal);
    return {
      ...profile,
      isLive: population.live.has(ordinal),
      attributes: sorted(profile.attributes),
      tags: [...profile.tags].sort(),
      consents: sorted(profile.consents),
      suppressed: [...profile.suppressed].sort(),
      keys: population.keyspaces().flatMap((keyspace) => {
        const value = population.keyAt(ordinal, keyspace);
        return value === undefined ? [] : [`${keyspace}:${value}`];
      }),
      events: profile.events.map(({ properties, ...event }) => ({
        ...event,
        properties: sorted(properties),
      })),
    };
  });
  const { settings } = open.workspace;
  const { model, head } = open;
  const segments = [...open.segments.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
  const imports = open.imports.map(({ summary }) => summary);
  return { head, settings, model, segments, imports, aliases: sorted(open.aliases), profiles };
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([left], [right]) => (left < right ? -1 : 1));
}
