import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { SegmentDefinition, SegmentId } from '../../shared/segment/definition.ts';
import type { DefinitionError } from '../../shared/segment/definition-reader.ts';
import { bindSegmentFile } from '../../shared/segment/portable.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import { parseSegmentFileText } from '../../shared/segment/segment-file.ts';
import { assumeModel } from './assumed-model.ts';
import { describeProblem } from './describe-problem.ts';
import { readText } from './evaluate.ts';
import type { Machine } from './load-files.ts';

/**
 * What is wrong with a segment file, a line each with its path; nothing if it can be evaluated wherever
 * its keys exist. Needs no data: attributes are taken to be there, and of the type that is asked for.
 */
export async function validate(machine: Machine, path: string): Promise<Result<readonly string[], string>> {
  const text = await readText(machine, path);
  return text.ok ? ok(errorsIn(text.value)) : text;
}

function errorsIn(text: string): readonly string[] {
  const file = parseSegmentFileText(text);
  if (!file.ok) return file.error.map(describeError);
  const dataModel = assumeModel(file.value);
  const bound = bindSegmentFile(file.value, dataModel, (key) => key as SegmentId);
  if (!bound.ok) return bound.error.map(describeError);
  const { definition, segments } = bound.value;
  // What is wrong inside a segment is said there, not again where it is used.
  const problemsOf = (of: SegmentDefinition, prefix: string, self?: SegmentId) =>
    resolve(of, { ...ANY_CLOCK, dataModel, segments, ...(self !== undefined && { self }) })
      .problems.filter(({ muted, reason }) => muted !== true && !reason.kind.startsWith('segment-'))
      .map((problem) => prefix + describeProblem(problem));
  return [
    ...problemsOf(definition, ''),
    ...[...segments].flatMap(([id, part]) => problemsOf(part.definition, `segments.${id}.`, id)),
  ];
}

/** Whether a definition is complete is the same at any time. */
const ANY_CLOCK = { now: 0, timeZone: 'UTC', weekStart: 'monday', leapDay: 'february-28' } as const;

function describeError({ path, rule, message }: DefinitionError): string {
  return `${path === '' ? '(file)' : path}: ${message} [${rule}]`;
}
