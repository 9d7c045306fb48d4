import { expect, test } from 'vitest';
import type { NodeId, SegmentId } from '../../shared/segment/definition.ts';
import type { RevisionId } from '../../shared/sync/mutation.ts';
import type { SegmentCount, SegmentRow } from '../../shared/worker-api.ts';
import { makeGroup } from '../segment-builder/new-node.ts';
import { arrangeEntries, type ListView, listEntries } from './list-entries.ts';

const aRow = (title: string, part: Partial<SegmentRow> = {}): SegmentRow => ({
  id: title as SegmentId,
  title,
  description: '',
  definition: { version: 1, root: makeGroup('r' as NodeId) },
  revision: 'r1' as RevisionId,
  createdAt: 0,
  changedAt: 0,
  archived: false,
  smart: false,
  deleted: false,
  hasDraft: false,
  usedBy: [],
  ...part,
});
const context = {
  dataModel: { attributes: [], properties: [], eventTypes: [], tags: [], topics: [] },
  segmentTitle: () => undefined,
  number: String,
  moment: String,
};
const view: ListView = { text: '', archived: false, sorting: { column: 'name', descending: false } };
const titles = (
  rows: readonly SegmentRow[],
  part: Partial<ListView> = {},
  members: Record<string, number | null> = {},
) =>
  arrangeEntries(
    listEntries(rows, [], context),
    { ...view, ...part },
    (id) => ({ members: members[id] ?? null }) as SegmentCount,
  ).map(({ title }) => title);

test('names sort as people count, not as computers do', () => {
  expect(titles([aRow('Wave 10'), aRow('Wave 9'), aRow('éclair'), aRow('Zoo')])).toEqual([
    'éclair',
    'Wave 9',
    'Wave 10',
    'Zoo',
  ]);
});

test('[SEG-26] a count that is unknown is not the smallest one', () => {
  const rows = [aRow('a'), aRow('b'), aRow('c')];
  const counts = { a: 5, b: null, c: 0 };
  expect(titles(rows, { sorting: { column: 'members', descending: false } }, counts)).toEqual([
    'c',
    'a',
    'b',
  ]);
  expect(titles(rows, { sorting: { column: 'members', descending: true } }, counts)).toEqual(['a', 'c', 'b']);
});

test('archived and deleted segments are not among the active ones', () => {
  const rows = [aRow('a'), aRow('b', { archived: true }), aRow('c', { deleted: true })];
  expect(titles(rows)).toEqual(['a']);
  expect(titles(rows, { archived: true })).toEqual(['b']);
});

test('the search reads names and sentences', () => {
  const rows = [aRow('Spring'), aRow('Autumn')];
  expect(titles(rows, { text: 'SPR' })).toEqual(['Spring']);
  expect(titles(rows, { text: 'no condition' })).toEqual(['Autumn', 'Spring']);
});

test('a draft that was never touched is not listed', () => {
  const draft = {
    segment: 'x' as SegmentId,
    isNew: true,
    title: ' ',
    description: '',
    definition: { version: 1, root: makeGroup('r' as NodeId) },
    basedOn: null,
    changedAt: 0,
  } as const;
  expect(listEntries([], [draft], context)).toEqual([]);
  expect(listEntries([], [{ ...draft, title: 'Begun' }], context).map(({ title }) => title)).toEqual([
    'Begun',
  ]);
});
