import { basename } from 'node:path';
import type { ImportSummary } from '../../shared/import-api.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { DataModel } from '../../shared/profile/data-model.ts';
import { createPopulation } from '../columns/population.ts';
import { importFile } from '../import/import-file.ts';
import { inspectFile } from '../import/inspect-file.ts';
import { type MemoryWorkspace, stageInMemory } from '../import/memory-stage.ts';
import { type FilePlan, planFile } from './file-plan.ts';
import type { EvaluateArguments } from './parse-arguments.ts';
import type { DeclaredTypes } from './read-types.ts';

/** What the command line needs from the machine. Reading fails in words. */
export interface Machine {
  readFile(path: string): Promise<Result<Uint8Array<ArrayBuffer>, string>>;
  stopwatch(): number;
  print(line: string): void;
  printError(line: string): void;
}

export interface LoadedFiles {
  readonly workspace: MemoryWorkspace;
  readonly hasEvents: boolean;
  readonly hasTags: boolean;
  /** Things to know that are no errors, a line each. */
  readonly notes: readonly string[];
}

const EMPTY_MODEL: DataModel = { attributes: [], properties: [], eventTypes: [], tags: [], topics: [] };

/** Brings the files into a population, by the very import that the app has. */
export async function loadFiles(
  machine: Machine,
  { profiles, events, now, timeZone, weekStart, leapDay }: EvaluateArguments,
  types: DeclaredTypes,
): Promise<Result<LoadedFiles, string>> {
  const settings = { name: 'Files', timeZone, weekStart, leapDay };
  let workspace: MemoryWorkspace = { settings, model: EMPTY_MODEL, population: createPopulation() };
  const newId = createIds();
  const notes: string[] = [];
  let hasTags = false;
  const paths = [
    { path: profiles, rows: 'profiles' },
    { path: events, rows: 'events' },
  ] as const;
  for (const [index, { path, rows }] of paths.entries()) {
    if (path === undefined) continue;
    const planned = await planOf(machine, { path, rows, timeZone }, types);
    if (!planned.ok) return err(`${path} ${planned.error}`);
    const { file, plan } = planned.value;
    hasTags ||= plan.hasTags;
    workspace = { ...workspace, model: extended(workspace.model, plan) };
    const imported = await importFile(
      {
        stageImport: async () =>
          ok(
            stageInMemory(workspace, { at: now, importNumber: index + 1, newId }, (commit) => {
              workspace = commit.workspace;
            }),
          ),
        stopwatch: machine.stopwatch,
        definitionId: (key) => key,
      },
      { file, plan: plan.plan, signal: new AbortController().signal, onProgress: () => {} },
    );
    if (!imported.ok)
      return err(`${path}: ${'message' in imported.error ? imported.error.message : imported.error.kind}`);
    const failure = describeFailures(imported.value);
    if (failure !== undefined) return err(`${path}: ${failure}`);
    notes.push(...describeKeptAside(imported.value, path));
  }
  return ok({ workspace, hasEvents: events !== undefined, hasTags, notes });
}

async function planOf(
  machine: Machine,
  {
    path,
    rows,
    timeZone,
  }: { readonly path: string; readonly rows: 'profiles' | 'events'; readonly timeZone: string },
  types: DeclaredTypes,
): Promise<Result<{ readonly file: File; readonly plan: FilePlan }, string>> {
  const bytes = await machine.readFile(path);
  if (!bytes.ok) return bytes;
  const file = new File([bytes.value], basename(path));
  const inspection = await inspectFile(file, { model: EMPTY_MODEL, timeZone }, { rows, hasHeader: true });
  if (!inspection.ok) {
    const { error } = inspection;
    return err(
      error.kind === 'file-empty'
        ? 'is empty.'
        : `cannot be used: ${'message' in error ? error.message : error.kind}`,
    );
  }
  const plan = planFile(inspection.value, types);
  return plan.ok ? ok({ file, plan: plan.value }) : plan;
}

function extended(model: DataModel, { attributes, properties }: FilePlan): DataModel {
  return {
    ...model,
    attributes: [...model.attributes, ...attributes],
    properties: [...model.properties, ...properties],
  };
}

/** Bad input never half-applies: a count without some of the rows would only look right. */
function describeFailures({ failedRows, rowCount, failuresByReason }: ImportSummary): string | undefined {
  const [first, ...others] = failuresByReason;
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ' There are other reasons, too.';
  return `${failedRows} of ${rowCount} rows cannot be used: ${first.reason}${more}`;
}

function describeKeptAside({ keptAside }: ImportSummary, path: string): readonly string[] {
  return keptAside.map(
    ({ header, count }) =>
      `note: ${count} cells of “${header}” in ${path} are not of its type; they count as no value.`,
  );
}

/** Nobody sees these ids: members are named by their key. */
function createIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}
