import { expect, test } from 'vitest';
import type { Group, NodeId, SegmentNode } from '../../shared/segment/definition.ts';
import { canMove, stepMove } from './keyboard-move.ts';

const leaf = (id: string): SegmentNode => ({ kind: 'attribute', id: id as NodeId, attribute: null });
const group = (id: string, ...children: SegmentNode[]): Group => ({
  kind: 'group',
  id: id as NodeId,
  match: 'all',
  children,
});
/** `r(a g(b c))` */
const shape = (node: SegmentNode): string =>
  node.kind === 'group' ? `${node.id}(${node.children.map(shape).join(' ')})` : node.id;

const tree = group('r', leaf('a'), group('g', leaf('b'), leaf('c')), leaf('d'));
const moved = (id: string, direction: 'up' | 'down' | 'into' | 'out') =>
  shape(stepMove(tree, id as NodeId, direction));

test('up and down pass a neighbour', () => {
  expect(moved('d', 'up')).toBe('r(a d g(b c))');
  expect(moved('a', 'down')).toBe('r(g(b c) a d)');
  expect(moved('g', 'down')).toBe('r(a d g(b c))');
});

test('up from the first place and down from the last leave the group', () => {
  expect(moved('b', 'up')).toBe('r(a b g(c) d)');
  expect(moved('c', 'down')).toBe('r(a g(b) c d)');
});

test('into goes to the group beside, out comes after the own one', () => {
  expect(moved('a', 'into')).toBe('r(g(a b c) d)');
  expect(moved('d', 'into')).toBe('r(a g(b c d))');
  expect(moved('b', 'out')).toBe('r(a g(c) b d)');
});

test('at an edge of the whole nothing moves', () => {
  expect(canMove(tree, 'a' as NodeId, 'up')).toBe(false);
  expect(canMove(tree, 'd' as NodeId, 'down')).toBe(false);
  expect(canMove(tree, 'a' as NodeId, 'out')).toBe(false);
  expect(canMove(tree, 'b' as NodeId, 'into')).toBe(false);
});
