import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { DataModel, EventTypeId, TagId } from '../../shared/profile/data-model.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { mapReferences } from '../../shared/segment/map-references.ts';
import { bindSegmentFile } from '../../shared/segment/portable.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { Resolved } from '../../shared/segment/resolved.ts';
import { parseSegmentFileText, type SegmentFile } from '../../shared/segment/segment-file.ts';
import { describeProblem } from './describe-problem.ts';
import type { LoadedFiles } from './load-files.ts';
import type { EvaluateArguments } from './parse-arguments.ts';

export interface BoundSegment {
  readonly meaning: Resolved;
  readonly notes: readonly string[];
}

/** What a segment file means on these files, or in one line why it has no meaning. */
export function bindSegment(
  text: string,
  { workspace, hasEvents, hasTags }: LoadedFiles,
  clock: Pick<EvaluateArguments, 'now' | 'timeZone' | 'weekStart' | 'leapDay'>,
): Result<BoundSegment, string> {
  const file = parseSegmentFileText(text);
  if (!file.ok)
    return err(
      firstOf(file.error.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))),
    );
  const used = keysUsed(file.value);
  if (used.eventTypes.length > 0 && !hasEvents) return err('it asks about events: give --events FILE.');
  const dataModel = withOpenWords(workspace.model, used, { hasTags });
  const bound = bindSegmentFile(file.value, dataModel, (key) => key as SegmentId);
  if (!bound.ok) return err(firstOf(bound.error.map(({ path, message }) => `${path}: ${message}`)));
  const { definition, segments } = bound.value;
  const resolved = resolve(definition, { ...clock, dataModel, segments });
  const { meaning } = resolved.root;
  if (resolved.state !== 'complete' || meaning === undefined) {
    const problems = resolved.problems.filter(({ muted }) => muted !== true);
    return err(`it is ${resolved.state}: ${firstOf(problems.map(describeProblem))}`);
  }
  return ok({ meaning, notes: notesOn(used, workspace.model) });
}

interface KeysUsed {
  readonly eventTypes: readonly string[];
  readonly tags: readonly string[];
}

function keysUsed(file: SegmentFile): KeysUsed {
  const eventTypes = new Set<string>();
  const tags = new Set<string>();
  for (const { root } of [file, ...Object.values(file.segments ?? {})]) {
    mapReferences(root, '', (kind, key) => {
      if (kind === 'event-type') eventTypes.add(key);
      if (kind === 'tag') tags.add(key);
      return key;
    });
  }
  return { eventTypes: [...eventTypes], tags: [...tags] };
}

/**
 * Files declare columns, but neither types of events nor tags: a file where nobody ever cancelled still
 * tells who has not. So those exist as soon as the segment names them; attributes and properties do not.
 */
function withOpenWords(
  model: DataModel,
  used: KeysUsed,
  { hasTags }: { readonly hasTags: boolean },
): DataModel {
  const named = <Id extends string>(keys: readonly string[], known: readonly { readonly key: string }[]) =>
    keys
      .filter((key) => !known.some((one) => one.key === key))
      .map((key) => ({ id: key as Id, key, name: key, archived: false }));
  const eventTypes = named<EventTypeId>(used.eventTypes, model.eventTypes).map((type) => ({
    ...type,
    properties: [],
  }));
  const tags = hasTags ? named<TagId>(used.tags, model.tags) : [];
  return { ...model, eventTypes: [...model.eventTypes, ...eventTypes], tags: [...model.tags, ...tags] };
}

function notesOn(used: KeysUsed, model: DataModel): readonly string[] {
  const absent = (keys: readonly string[], known: readonly { readonly key: string }[]) =>
    keys.filter((key) => !known.some((one) => one.key === key));
  return [
    ...absent(used.eventTypes, model.eventTypes).map((key) => `note: no event is of type “${key}”.`),
    ...absent(used.tags, model.tags).map((key) => `note: nobody has the tag “${key}”.`),
  ];
}

function firstOf(messages: readonly string[]): string {
  const [first = 'it has no meaning', ...others] = messages;
  return others.length === 0 ? first : `${first} (and ${others.length} more: see shoal validate)`;
}
