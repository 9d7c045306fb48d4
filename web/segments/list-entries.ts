import type { Instant } from '../../shared/kernel/time.ts';
import type { SegmentDefinition, SegmentId } from '../../shared/segment/definition.ts';
import type { SentenceContext } from '../../shared/segment/sentence.ts';
import { sentence } from '../../shared/segment/sentence.ts';
import { sentenceText } from '../../shared/segment/sentence-part.ts';
import type { SegmentCount, SegmentDraft, SegmentRow } from '../../shared/worker-api.ts';
import type { Sorting } from '../ui/data-table.tsx';
import { segmentsWords } from '../words/en-segments.ts';

/** A line of the list: a saved segment, or a draft that was never saved. */
export interface ListEntry {
  readonly id: SegmentId;
  readonly title: string;
  readonly words: string;
  readonly definition: SegmentDefinition;
  readonly row: SegmentRow | undefined;
  readonly draft: SegmentDraft | undefined;
  readonly changedAt: Instant;
}

/** Saved segments that are not deleted, and drafts that are not empty. */
export function listEntries(
  rows: readonly SegmentRow[],
  drafts: readonly SegmentDraft[],
  context: SentenceContext,
): readonly ListEntry[] {
  const draftOf = new Map(drafts.map((draft) => [draft.segment, draft]));
  const saved = rows
    .filter((row) => !row.deleted)
    .map(
      (row): ListEntry => ({
        id: row.id,
        title: row.title,
        words: sentenceText(sentence(row.definition, context)),
        definition: row.definition,
        row,
        draft: draftOf.get(row.id),
        changedAt: row.changedAt,
      }),
    );
  const known = new Set(rows.map(({ id }) => id));
  const unsaved = drafts
    .filter((draft) => !known.has(draft.segment))
    .filter((draft) => draft.title.trim() !== '' || draft.definition.root.children.length > 0)
    .map(
      (draft): ListEntry => ({
        id: draft.segment,
        title: draft.title.trim() || segmentsWords.untitled,
        words: sentenceText(sentence(draft.definition, context)),
        definition: draft.definition,
        row: undefined,
        draft,
        changedAt: draft.changedAt,
      }),
    );
  return [...saved, ...unsaved];
}

export interface ListView {
  readonly text: string;
  readonly archived: boolean;
  readonly sorting: Sorting;
}

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** What is looked for, in the order that is wished. What has no number comes last either way. */
export function arrangeEntries(
  entries: readonly ListEntry[],
  view: ListView,
  countOf: (id: SegmentId) => SegmentCount | undefined,
): readonly ListEntry[] {
  const wanted = view.text.trim().toLowerCase();
  const fits = (entry: ListEntry) =>
    (entry.row?.archived ?? false) === view.archived &&
    (wanted === '' ||
      entry.title.toLowerCase().includes(wanted) ||
      entry.words.toLowerCase().includes(wanted));
  const turn = view.sorting.descending ? -1 : 1;
  const byName = (a: ListEntry, b: ListEntry) => byText.compare(a.title, b.title);
  const numberOf = (entry: ListEntry): number | null => {
    const count = countOf(entry.id);
    switch (view.sorting.column) {
      case 'members':
        return count?.members ?? null;
      case 'email':
      case 'sms':
        return count?.reach?.[view.sorting.column] ?? null;
      default:
        return entry.changedAt;
    }
  };
  return entries.filter(fits).toSorted((a, b) => {
    if (view.sorting.column === 'name') return turn * byName(a, b);
    const left = numberOf(a);
    const right = numberOf(b);
    if (left === null || right === null) return left === right ? byName(a, b) : left === null ? 1 : -1;
    return turn * (left - right) || byName(a, b);
  });
}
