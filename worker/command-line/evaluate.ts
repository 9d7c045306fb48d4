import { formatInstant } from '../../shared/kernel/iso-time.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { interpret } from '../../shared/segment/interpret.ts';
import type { Resolved } from '../../shared/segment/resolved.ts';
import type { Population } from '../columns/population.ts';
import { createEngine } from '../engine/engine.ts';
import { bindSegment } from './bind-segment.ts';
import { loadFiles, type Machine } from './load-files.ts';
import { hashMembers, sortIds } from './members-hash.ts';
import type { EngineName, EvaluateArguments } from './parse-arguments.ts';
import { type DeclaredTypes, readTypes } from './read-types.ts';

export interface Evaluated {
  readonly count: number;
  readonly membersSha256: string;
  readonly engine: EngineName;
  readonly now: string;
  readonly timeZone: string;
  readonly ids?: readonly string[];
}

/** Counts the members of a segment over files. The error is one line. */
export async function evaluate(
  machine: Machine,
  asked: EvaluateArguments,
): Promise<Result<Evaluated, string>> {
  const segment = await readText(machine, asked.segment);
  if (!segment.ok) return segment;
  const types = await readDeclaredTypes(machine, asked.types);
  if (!types.ok) return types;
  const loaded = await loadFiles(machine, asked, types.value);
  if (!loaded.ok) return loaded;
  const bound = bindSegment(segment.value, loaded.value, asked);
  if (!bound.ok) return err(`${asked.segment}: ${bound.error}`);
  for (const note of [...loaded.value.notes, ...bound.value.notes]) machine.printError(note);
  return ok(countMembers(loaded.value.workspace.population, bound.value.meaning, asked));
}

/** The answer, on files that are loaded. */
export function countMembers(
  population: Population,
  meaning: Resolved,
  asked: Pick<EvaluateArguments, 'engine' | 'now' | 'timeZone' | 'ids'>,
): Evaluated {
  const ids = sortIds(membersOf(population, meaning, asked.engine));
  return {
    count: ids.length,
    membersSha256: hashMembers(ids),
    engine: asked.engine,
    now: formatInstant(asked.now),
    timeZone: asked.timeZone,
    ...(asked.ids && { ids }),
  };
}

/** The `profile_id` of each member. */
function membersOf(population: Population, meaning: Resolved, engine: EngineName): readonly string[] {
  const isMember = engine === 'columnar' ? columnar(population, meaning) : oneByOne(population, meaning);
  const ids: string[] = [];
  for (let ordinal = 0; ordinal < population.profileCount; ordinal += 1) {
    if (!population.live.has(ordinal) || !isMember(ordinal)) continue;
    ids.push(population.keyAt(ordinal, 'crm-id') ?? '');
  }
  return ids;
}

function columnar(population: Population, meaning: Resolved): (ordinal: number) => boolean {
  const members = createEngine({ cacheBytes: 0 }).evaluate(population, meaning);
  return (ordinal) => members.has(ordinal);
}

function oneByOne(population: Population, meaning: Resolved): (ordinal: number) => boolean {
  return (ordinal) => interpret(meaning, population.profileAt(ordinal));
}

async function readDeclaredTypes(
  machine: Machine,
  path: string | undefined,
): Promise<Result<DeclaredTypes, string>> {
  if (path === undefined) return ok(new Map());
  const text = await readText(machine, path);
  if (!text.ok) return text;
  const types = readTypes(text.value);
  return types.ok ? types : err(`${path} ${types.error}`);
}

export async function readText(machine: Machine, path: string): Promise<Result<string, string>> {
  const bytes = await machine.readFile(path);
  if (!bytes.ok) return err(`${path} ${bytes.error}`);
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return err(`${path} is not UTF-8 text.`);
  }
}
