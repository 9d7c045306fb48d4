import { expect, test } from 'vitest';
import { findCycles } from './find-cycles.ts';

function cyclesOf(edges: Record<string, readonly string[]>) {
  return findCycles(new Map(Object.entries(edges)));
}

test('a tree and a diamond have no cycle', () => {
  expect(cyclesOf({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([]);
});

test('a cycle is found with all its members, and nothing beside it', () => {
  expect(cyclesOf({ top: ['a'], a: ['b'], b: ['c'], c: ['a', 'leaf'], leaf: [] })).toEqual([['a', 'b', 'c']]);
});

test('two cycles are two; a file that imports itself is one', () => {
  expect(cyclesOf({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'], e: ['e'] })).toEqual([
    ['c', 'd'],
    ['a', 'b'],
    ['e'],
  ]);
});
