import type { ImportError, ImportPlan, ImportSummary } from '../../../shared/import-api.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { DEFAULT_ATTRIBUTES } from '../../../shared/profile/data-model.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { createPopulation } from '../../columns/population.ts';
import { importFile } from '../import-file.ts';
import { type ChangedByHand, type ImportableFile, inspectFile } from '../inspect-file.ts';
import { type MemoryCommit, type MemoryWorkspace, stageInMemory } from '../memory-stage.ts';

export const ZONE = 'Europe/Berlin';
export const AT = Date.UTC(2026, 0, 1);

export function emptyWorkspace(): MemoryWorkspace {
  return {
    settings: { name: 'Test', timeZone: ZONE, weekStart: 'monday', leapDay: 'february-28' },
    model: { attributes: DEFAULT_ATTRIBUTES, properties: [], eventTypes: [], tags: [], topics: [] },
    population: createPopulation(),
  };
}

/** Imports one file after the other, and remembers what came of it. */
export class MemoryImporter {
  workspace: MemoryWorkspace = emptyWorkspace();
  commit: MemoryCommit | undefined;
  #importNumber = 0;
  #ids = 0;

  async plan(file: ImportableFile, changed: ChangedByHand = {}): Promise<ImportPlan> {
    const inspected = await inspectFile(file, { model: this.workspace.model, timeZone: ZONE }, changed);
    if (!inspected.ok) throw new Error(JSON.stringify(inspected.error));
    return inspected.value.plan;
  }

  async run(
    file: ImportableFile,
    plan: ImportPlan,
    signal: AbortSignal = new AbortController().signal,
    stopwatch: () => number = () => performance.now(),
  ): Promise<Result<ImportSummary, ImportError>> {
    this.#importNumber += 1;
    const context = {
      at: AT + this.#importNumber,
      importNumber: this.#importNumber,
      newId: () => this.#newId(),
    };
    const stage = stageInMemory(this.workspace, context, (commit) => {
      this.commit = commit;
      this.workspace = commit.workspace;
    });
    return importFile(
      { stageImport: async () => ok(stage), stopwatch },
      { file, plan, signal, onProgress: () => {} },
    );
  }

  /** Imports text as suggested, apart from what `adjust` makes of the plan. */
  async import(
    text: string,
    adjust: (plan: ImportPlan) => ImportPlan = (plan) => plan,
    name = 'test.csv',
  ): Promise<ImportSummary> {
    const file = new File([text], name);
    const summary = await this.run(file, adjust(await this.plan(file)));
    if (!summary.ok) throw new Error(JSON.stringify(summary.error));
    return summary.value;
  }

  /** All live profiles in plain words, by their first key. */
  describe(): Readonly<Record<string, Described>> {
    const { population } = this.workspace;
    const all = Array.from({ length: population.profileCount }, (_, ordinal) => {
      const keys = population.keyspaces().flatMap((keyspace) => {
        const value = population.keyAt(ordinal, keyspace);
        return value === undefined ? [] : [`${keyspace}:${value}`];
      });
      return [keys.join(' '), this.#describeProfile(population.profileAt(ordinal))] as const;
    });
    return Object.fromEntries(all.sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  #describeProfile(profile: Profile): Described {
    const { attributes, properties, eventTypes, tags, topics } = this.workspace.model;
    const keyOf = (definitions: readonly { readonly id: string; readonly key: string }[], id: string) =>
      definitions.find((definition) => definition.id === id)?.key ?? id;
    return {
      attributes: Object.fromEntries(
        [...profile.attributes].map(([id, value]) => [keyOf(attributes, id), value]),
      ),
      tags: [...profile.tags].map((id) => keyOf(tags, id)),
      consents: [...profile.consents].flatMap(([topic, states]) =>
        Object.entries(states).map(
          ([channel, state]) => `${topics.find(({ id }) => id === topic)?.name} ${channel} ${state}`,
        ),
      ),
      events: profile.events.map(({ type, occurredAt, properties: values }) => ({
        type: keyOf(eventTypes, type),
        at: new Date(occurredAt).toISOString(),
        ...Object.fromEntries([...values].map(([id, value]) => [keyOf(properties, id), value])),
      })),
    };
  }

  #newId(): string {
    this.#ids += 1;
    return `00000000-0000-7000-8000-${String(this.#ids).padStart(12, '0')}`;
  }
}

interface Described {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  readonly consents: readonly string[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
}
