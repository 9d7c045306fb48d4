import type { DataModel } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { RowChange } from '../../shared/sync/decision.ts';
import { allDefinitions, modelOf } from '../../shared/sync/definitions.ts';
import type { SegmentRecord } from '../../shared/sync/segment-record.ts';
import type { PopulationManifest } from '../columns/manifest.ts';
import type { Population } from '../columns/population.ts';
import type { Head, ImportRow, WorkspaceRow } from '../storage/core-rows.ts';
import type { CoreState } from '../storage/read-core.ts';

/** The workspace as this tab holds it: complete up to `head`. Replaced, not changed, but for the population. */
export interface OpenWorkspace {
  readonly head: Head;
  readonly workspace: WorkspaceRow;
  readonly model: DataModel;
  readonly segments: ReadonlyMap<SegmentId, SegmentRecord>;
  readonly imports: readonly ImportRow[];
  /** Journal entries after the head are not in it. The same object until an import takes its place. */
  readonly population: Population;
  readonly aliases: Map<ProfileId, ProfileId>;
  /** What columns that are not in memory are read from. */
  readonly manifest: PopulationManifest;
  /** Entries up to here are in it. */
  readonly foldedUpTo: number;
}

/** The small things as they were just read. */
export function smallState(
  state: CoreState,
): Pick<OpenWorkspace, 'head' | 'workspace' | 'model' | 'segments' | 'imports'> {
  return {
    head: state.head,
    workspace: state.workspace,
    model: modelOf(state.definitions),
    segments: new Map(state.segments.map((segment) => [segment.id, segment])),
    imports: state.imports,
  };
}

/** The workspace after an entry of this tab, given the rows that changed with it. */
export function withRows(open: OpenWorkspace, head: Head, rows: readonly RowChange[]): OpenWorkspace {
  let { workspace, model } = open;
  const segments = new Map(open.segments);
  for (const change of rows) {
    if (change.kind === 'segment') segments.set(change.segment.id, change.segment);
    else if (change.kind === 'settings') workspace = { ...workspace, settings: change.settings };
    else if (change.kind !== 'revision') model = withDefinition(model, change);
  }
  return { ...open, head, workspace, model, segments };
}

function withDefinition(
  model: DataModel,
  change: Extract<RowChange, { readonly kind: 'definition' | 'definition-removed' }>,
): DataModel {
  const { kind, definition } = change.definition;
  const definitions = allDefinitions(model);
  const isIt = (other: (typeof definitions)[number]) =>
    other.kind === kind && other.definition.id === definition.id;
  if (change.kind === 'definition-removed') return modelOf(definitions.filter((other) => !isIt(other)));
  if (!definitions.some(isIt)) return modelOf([...definitions, change.definition]);
  return modelOf(definitions.map((other) => (isIt(other) ? change.definition : other)));
}

/** The ordinal behind an id, the id of a profile that became another included. Reads `profile-ids`. */
export function ordinalOf(
  open: Pick<OpenWorkspace, 'population' | 'aliases'>,
  id: ProfileId,
): number | undefined {
  return open.population.ordinalOf(open.aliases.get(id) ?? id);
}
