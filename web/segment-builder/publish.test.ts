import { createRoot } from 'solid-js';
import { expect, test, vi } from 'vitest';
import { ok } from '../../shared/kernel/result.ts';
import type { NodeId, SegmentId } from '../../shared/segment/definition.ts';
import type { Problem } from '../../shared/segment/resolved.ts';
import type { Mutation, RevisionId } from '../../shared/sync/mutation.ts';
import type { Evaluation, WorkerApi } from '../../shared/worker-api.ts';
import { createDraftStore, type PublishedSegment } from './draft-store.ts';
import { makeGroup } from './new-node.ts';
import { publish } from './publish.ts';

const root = makeGroup('r' as NodeId);
const segment = 's' as SegmentId;

async function published(
  published: PublishedSegment | null,
  found: Partial<Evaluation>,
  title = 'Mine',
  newest?: RevisionId,
) {
  const draft = {
    segment,
    isNew: published === null,
    title,
    description: '',
    definition: { version: 1, root },
    basedOn: published?.revision ?? null,
    changedAt: 0,
  } as const;
  const store = createRoot(() => createDraftStore({ draft, published, now: () => 0, keep: () => undefined }));
  const done: Mutation[] = [];
  const mutate = async (mutation: Mutation) => {
    done.push(mutation);
    return { number: done.length, at: 0 };
  };
  const worker: Pick<WorkerApi, 'evaluate' | 'discardDraft'> = {
    evaluate: async () => ok({ problems: [], ...found } as unknown as Evaluation),
    discardDraft: vi.fn(async () => ok(null)),
  };
  const result = await publish({ worker, mutate, store, revision: 'r2' as RevisionId, newest });
  return { result, done, store };
}

test('a new segment is created with its first revision', async () => {
  const { result, done } = await published(null, { state: 'complete' });
  expect(result).toEqual({ kind: 'published', title: 'Mine' });
  expect(done).toMatchObject([{ name: 'create-segment', title: 'Mine', revision: 'r2' }]);
});

test('[SYN-10] a later save is a revision of the one it was made from', async () => {
  const before = { title: 'Mine', root, revision: 'r1' as RevisionId };
  const { done, store } = await published(before, { state: 'complete' }, 'Ours');
  expect(done).toMatchObject([
    { name: 'rename-segment', title: 'Ours' },
    { name: 'revise-segment', revision: 'r2', parents: ['r1'] },
  ]);
  expect(store.isDirty()).toBe(false);
});

test('[SYN-10] saving over an edit that the person was told of follows both', async () => {
  const before = { title: 'Mine', root, revision: 'r1' as RevisionId };
  const { done } = await published(before, { state: 'complete' }, 'Mine', 'r1b' as RevisionId);
  expect(done).toMatchObject([{ name: 'revise-segment', parents: ['r1', 'r1b'] }]);
});

test('[SEG-5] what is not finished stays a draft, and the unfinished row is named', async () => {
  const problem: Problem = { node: 'n' as NodeId, path: '', reason: { kind: 'incomplete', what: 'values' } };
  const { result, done } = await published(null, { state: 'incomplete', problems: [problem] });
  expect(done).toEqual([]);
  expect(result).toMatchObject({ kind: 'unfinished', node: 'n' });
});

test('[SEG-22] what is broken cannot be saved; what is gone is named before what is unfinished', async () => {
  const problems: readonly Problem[] = [
    { node: 'a' as NodeId, path: '', reason: { kind: 'incomplete', what: 'values' } },
    { node: 'b' as NodeId, path: '', reason: { kind: 'missing', what: 'tag', id: 'x' } },
  ];
  const { result, done } = await published(null, { state: 'broken', problems });
  expect(done).toEqual([]);
  expect(result).toMatchObject({ kind: 'unfinished', node: 'b' });
});

test('a segment without a name gets one', async () => {
  const { done } = await published(null, { state: 'complete' }, '  ');
  expect(done).toMatchObject([{ title: 'Untitled segment' }]);
});
