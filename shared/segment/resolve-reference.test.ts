import { expect, test, vi } from 'vitest';
import { aContext } from '../testing/builders.ts';
import * as a from '../testing/definition-builders.ts';
import type { SegmentDefinition, SegmentId, SegmentNode } from './definition.ts';
import { resolve } from './resolve.ts';
import type { Problem } from './resolved.ts';

// Long chains: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const GOLD = a.tag('any', ['gold']);

function reasonsOf(definition: SegmentDefinition, context = aContext()): readonly Problem['reason'][] {
  return resolve(definition, context).problems.map((problem) => problem.reason);
}

/** Segments by id, each of one group with these children. */
function segmentsOf(parts: Readonly<Record<string, readonly SegmentNode[]>>) {
  const all = Object.entries(parts).map(
    ([id, children]) => [id as SegmentId, { definition: a.aDefinition(...children) }] as const,
  );
  return new Map(all);
}

test('[SEG-23] a cycle is found, with its path', () => {
  const segments = segmentsOf({
    a: [a.segment('b')],
    b: [GOLD, a.any([a.segment('c')])],
    c: [a.segment('a', { negated: true })],
  });
  const definition = segments.get('a' as SegmentId)?.definition;
  const resolved = definition && resolve(definition, aContext({ segments, self: 'a' as SegmentId }));
  expect(resolved?.state).toBe('broken');
  expect(resolved?.problems.map((problem) => problem.reason)).toEqual([
    { kind: 'cycle', through: ['a', 'b', 'c'] },
  ]);
  expect(
    reasonsOf(a.aDefinition(a.segment('b')), aContext({ segments, self: 'outside' as SegmentId })),
  ).toEqual([{ kind: 'segment-broken', segment: 'b' }]);
});

test('[SEG-23] all segments on a cycle are broken, and those that lead to it', () => {
  const segments = segmentsOf({ a: [a.segment('b')], b: [a.segment('a')], c: [a.segment('a')], d: [GOLD] });
  const stateOf = ([self, { definition }]: [SegmentId, { definition: SegmentDefinition }]) =>
    resolve(definition, aContext({ segments, self })).state;
  expect([...segments].map(stateOf)).toEqual(['broken', 'broken', 'broken', 'complete']);
});

test('[SEG-23] a segment that refers to itself is a cycle', () => {
  expect(reasonsOf(a.aDefinition(a.segment('a')), aContext({ self: 'a' as SegmentId }))).toEqual([
    { kind: 'cycle', through: ['a'] },
  ]);
});

test('[SEG-56] a draft that would close a cycle shows it before it is saved', () => {
  const segments = segmentsOf({ a: [GOLD], b: [a.segment('a')] });
  const draft = a.aDefinition(a.segment('b'));
  expect(reasonsOf(draft, aContext({ segments, self: 'a' as SegmentId }))).toEqual([
    { kind: 'cycle', through: ['a', 'b'] },
  ]);
  expect(resolve(draft, aContext({ segments })).state).toBe('complete');
});

test('[SEG-54] a muted reference closes no cycle', () => {
  const segments = segmentsOf({ b: [a.segment('a')] });
  const draft = a.aDefinition(GOLD, a.segment('b', { muted: true }));
  const { state, root } = resolve(draft, aContext({ segments, self: 'a' as SegmentId }));
  expect(state).toBe('complete');
  expect(root.group?.children.map((child) => child.state)).toEqual(['complete', 'complete']);
});

test('[SEG-23] a diamond is fine, and its tip is one object', () => {
  const segments = segmentsOf({ b: [a.segment('d'), GOLD], c: [a.segment('d')], d: [a.attribute('vip')] });
  const { root } = resolve(a.aDefinition(a.segment('b'), a.segment('c')), aContext({ segments }));
  expect(root.state).toBe('complete');
  const [left, right] = root.meaning?.kind === 'all' ? root.meaning.of : [];
  expect(left?.kind === 'all' && left.of[0]).toBe(right);
});

test('[SEG-23] references may go as deep as they like, and a ladder of diamonds resolves at once', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, index) => [
      `s${index}`,
      [index === 0 ? GOLD : a.segment(`s${index - 1}`)],
    ]),
  );
  expect(resolve(a.aDefinition(a.segment('s19999')), aContext({ segments: segmentsOf(chain) })).state).toBe(
    'complete',
  );
  const ladder = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => {
      const below = `s${index - 1}`;
      return [`s${index}`, index === 0 ? [GOLD] : [a.segment(below), a.any([a.segment(below), GOLD])]];
    }),
  );
  expect(resolve(a.aDefinition(a.segment('s99')), aContext({ segments: segmentsOf(ladder) })).state).toBe(
    'complete',
  );
});

test('[SEG-55] a segment that refers to an incomplete one is incomplete', () => {
  const segments = segmentsOf({ draft: [a.attribute(null)], broken: [a.attribute('gone')] });
  expect(reasonsOf(a.aDefinition(a.segment('draft')), aContext({ segments }))).toEqual([
    { kind: 'segment-incomplete', segment: 'draft' },
  ]);
  expect(reasonsOf(a.aDefinition(a.segment('broken', { negated: true })), aContext({ segments }))).toEqual([
    { kind: 'segment-broken', segment: 'broken' },
  ]);
});
