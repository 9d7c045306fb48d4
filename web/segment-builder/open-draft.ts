import type { NodeId, SegmentId } from '../../shared/segment/definition.ts';
import type { SegmentDraft, SegmentRow } from '../../shared/worker-api.ts';
import type { AppParts } from '../data/app-context.tsx';
import type { PublishedSegment } from './draft-store.ts';
import { makeGroup } from './new-node.ts';

export interface OpenedDraft {
  readonly draft: SegmentDraft;
  readonly published: PublishedSegment | null;
}

export interface OpenDraftRequest {
  readonly segment: SegmentId;
  readonly row: SegmentRow | undefined;
  readonly kept: SegmentDraft | undefined;
  /** The address was made here for a new segment. */
  readonly mayBeNew: boolean;
  readonly app: Pick<AppParts, 'newId' | 'now'>;
}

/** What the builder starts from: the kept draft, else the segment as published, else an empty one. */
export function openDraft(request: OpenDraftRequest): OpenedDraft | undefined {
  const { segment, row, kept } = request;
  const published = row ? publishedOf(row) : null;
  if (kept) return { draft: kept, published };
  if (row) return { draft: draftOf(row, request.app.now()), published };
  if (!request.mayBeNew) return undefined;
  const draft: SegmentDraft = {
    segment,
    isNew: true,
    title: '',
    description: '',
    definition: { version: 1, root: makeGroup(request.app.newId() as NodeId) },
    basedOn: null,
    changedAt: request.app.now(),
  };
  return { draft, published: null };
}

export function draftOf(row: SegmentRow, changedAt: number): SegmentDraft {
  const { id, title, description, definition, revision } = row;
  return { segment: id, isNew: false, title, description, definition, basedOn: revision, changedAt };
}

export function publishedOf(row: SegmentRow): PublishedSegment {
  return { title: row.title, root: row.definition.root, revision: row.revision };
}
