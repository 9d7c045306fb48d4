import { createRoot } from 'solid-js';
import { expect, test, vi } from 'vitest';
import type { AttributeId } from '../../shared/profile/data-model.ts';
import type { NodeId, SegmentId } from '../../shared/segment/definition.ts';
import { insertNode } from '../../shared/segment/edit-definition.ts';
import type { RevisionId } from '../../shared/sync/mutation.ts';
import type { SegmentDraft } from '../../shared/worker-api.ts';
import { createDraftStore } from './draft-store.ts';
import { makeCondition, makeGroup } from './new-node.ts';

const id = (text: string) => text as NodeId;
const city = makeCondition({ kind: 'attribute', id: 'city' as AttributeId }, id('c'));

function aStore(part: Partial<SegmentDraft> = {}) {
  const draft: SegmentDraft = {
    segment: 's' as SegmentId,
    isNew: false,
    title: 'Mine',
    description: '',
    definition: { version: 1, root: makeGroup(id('r')) },
    basedOn: 'r1' as RevisionId,
    changedAt: 1,
    ...part,
  };
  const keep = vi.fn<(draft: SegmentDraft) => void>();
  const published = { title: 'Mine', root: makeGroup(id('r')), revision: 'r1' as RevisionId };
  const store = createRoot(() => createDraftStore({ draft, published, now: () => 2, keep }));
  const addCity = () => store.edit((root) => insertNode(root, root.id, 0, city));
  return { store, keep, addCity };
}

test('every edit is kept at once, undo and redo as well', () => {
  const { store, keep, addCity } = aStore();
  addCity();
  store.undo();
  store.redo();
  expect(keep.mock.calls.map(([draft]) => draft.definition.root.children.length)).toEqual([1, 0, 1]);
  expect(keep.mock.lastCall?.[0].changedAt).toBe(2);
});

test('what is kept is plain data that another thread can take', () => {
  const { store, keep, addCity } = aStore();
  addCity();
  // An editor builds on what it draws.
  store.editNode(id('c'), (node) => ({ ...node, ...store.root.children[0], muted: true }) as typeof node);
  expect(structuredClone(keep.mock.lastCall?.[0])).toEqual(keep.mock.lastCall?.[0]);
});

test('a state that was left is not changed by later edits', () => {
  const { store, addCity } = aStore();
  addCity();
  const before = structuredClone(store.draft());
  const held = store.draft();
  store.editNode(id('c'), (node) => ({ ...node, negated: true }));
  expect(held).toEqual(before);
});

test('a draft is dirty while it differs from what is saved, and clean again when it does not', () => {
  const { store, addCity } = aStore();
  expect(store.isDirty()).toBe(false);
  addCity();
  expect(store.isDirty()).toBe(true);
  store.undo();
  expect(store.isDirty()).toBe(false);
  store.setTitle('Ours');
  expect(store.isDirty()).toBe(true);
  store.markPublished('r2' as RevisionId, 'Ours');
  expect(store.isDirty()).toBe(false);
  expect(store.draft().basedOn).toBe('r2');
});

test('a row that did not change is the same object for drawing', () => {
  const { store, addCity } = aStore();
  addCity();
  const drawn = store.root.children[0];
  store.edit((root) => insertNode(root, root.id, 0, makeGroup(id('g'))));
  expect(store.root.children[1]).toBe(drawn);
});

test('what another tab wrote is taken over without being kept again, and can be undone', () => {
  const { store, keep, addCity } = aStore();
  addCity();
  const calls = keep.mock.calls.length;
  store.adopt({
    ...store.draft(),
    title: 'Theirs',
    definition: { version: 1, root: makeGroup(id('r')) },
    changedAt: 9,
  });
  expect(keep).toHaveBeenCalledTimes(calls);
  expect(store.root.children).toHaveLength(0);
  store.undo();
  expect(store.root.children).toHaveLength(1);
});
