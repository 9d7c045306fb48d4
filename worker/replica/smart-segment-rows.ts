import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { type SmartSegment, smartSegments } from '../../shared/segment/smart-segments.ts';
import type { RowChange } from '../../shared/sync/decision.ts';
import type { RevisionId } from '../../shared/sync/mutation.ts';
import type { SegmentRecord } from '../../shared/sync/segment-record.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import { fillCounts } from '../engine/engine.ts';
import { loadFailure } from './load-workspace.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/**
 * Smart segments whose data is there and that were never made. Their ids follow from their keys, so
 * that two tabs, or two devices, make the same; one that was deleted stays deleted.
 */
export async function missingSmartSegments(
  { model, population, segments }: Pick<OpenWorkspace, 'model' | 'population' | 'segments'>,
  at: Instant,
): Promise<Result<readonly SegmentRecord[], WorkerError>> {
  const filled = await fillCounts(population);
  if (!filled.ok) return err(loadFailure(filled.error));
  const counts = filled.value;
  const offered = smartSegments({
    dataModel: model,
    attributeHasValues: (attribute) => (counts.attributes.get(attribute) ?? 0) > 0,
    eventTypeHasEvents: (type) => (counts.eventTypes.get(type)?.events ?? 0) > 0,
    topicHasConsents: (channel) => [...counts.topics.values()].some((byChannel) => byChannel[channel] > 0),
  });
  return ok(offered.map((segment) => recordOf(segment, at)).filter(({ id }) => !segments.has(id)));
}

function recordOf({ key, title, description, definition }: SmartSegment, at: Instant): SegmentRecord {
  return {
    id: `smart-${key}` as SegmentId,
    title,
    description,
    definition,
    heads: [`smart-${key}-1` as RevisionId],
    createdAt: at,
    changedAt: at,
    archived: false,
    smart: true,
    deleted: false,
  };
}

/** New segments with the revision that each begins with. */
export function rowsOfNew(segments: readonly SegmentRecord[]): readonly RowChange[] {
  return segments.flatMap((segment): RowChange[] => {
    const { id, heads, definition, createdAt: at } = segment;
    const revisions = heads.map(
      (head): RowChange => ({
        kind: 'revision',
        revision: { id: head, segment: id, parents: [], definition, at },
      }),
    );
    return [{ kind: 'segment', segment }, ...revisions];
  });
}
