import { expect, test } from 'vitest';
import type { NodeId } from '../../shared/segment/definition.ts';
import type { Evaluation, NodeCounts } from '../../shared/worker-api.ts';
import { NO_COUNTS, rememberCounts } from './known-counts.ts';

const node = 'n' as NodeId;
const evaluation = (total: number | null, counts: NodeCounts) =>
  ({ total, nodes: { [node]: counts } }) as unknown as Evaluation;
const full: NodeCounts = { alone: 7, soFar: 5, without: 2, withoutValue: 1 };
const dashes: NodeCounts = { alone: null, soFar: null, without: null, withoutValue: null };

test('[SEG-5] what has no number now keeps its last one beside the dash', () => {
  const before = rememberCounts(NO_COUNTS, evaluation(5, full));
  const after = rememberCounts(before, evaluation(null, dashes));
  expect(after.now[node]).toEqual(dashes);
  expect(after.last[node]).toMatchObject({ alone: 7, soFar: 5 });
  expect([after.total, after.lastTotal]).toEqual([null, 5]);
});

test('a new number replaces the last one', () => {
  const before = rememberCounts(NO_COUNTS, evaluation(5, full));
  const after = rememberCounts(before, evaluation(4, { ...full, soFar: 4 }));
  expect(after.last[node]?.soFar).toBe(4);
  expect(after.lastTotal).toBe(4);
});
