import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Group, NodeId, SegmentNode } from './definition.ts';
import {
  duplicateNode,
  findGroup,
  findPlace,
  insertNode,
  moveNode,
  removeNode,
  setMuted,
  setNegated,
  ungroup,
  withNewIds,
  wrapInGroup,
} from './edit-definition.ts';

const id = (text: string) => text as NodeId;
const leaf = (text: string): SegmentNode => ({ kind: 'tag', id: id(text), match: 'any', tags: [] });
const group = (text: string, ...children: SegmentNode[]): Group => ({
  kind: 'group',
  id: id(text),
  match: 'all',
  children,
});
const idsOf = (node: SegmentNode): string[] =>
  node.kind === 'group' ? [node.id, ...node.children.flatMap(idsOf)] : [node.id];

/** Trees whose nodes are numbered in reading order from `n0`, the root. */
const trees = fc.array(fc.array(fc.nat(2), { maxLength: 4 }), { maxLength: 5 }).map((shape) => {
  let next = 0;
  const newId = () => `n${next++}`;
  const root = newId();
  return group(
    root,
    ...shape.map((inner) => {
      if (inner.length === 0) return leaf(newId());
      const outer = newId();
      return group(outer, ...inner.map((kind) => (kind === 0 ? group(newId()) : leaf(newId()))));
    }),
  );
});
const anyId = fc.nat(25).map((n) => id(`n${n}`));

describe('editing a definition', () => {
  const root = group('root', leaf('a'), group('g', leaf('b'), leaf('c')), leaf('d'));

  test('a move within a group counts places as they stand before the move', () => {
    expect(idsOf(moveNode(root, id('a'), id('root'), 3))).toEqual(['root', 'g', 'b', 'c', 'd', 'a']);
    expect(idsOf(moveNode(root, id('d'), id('root'), 0))).toEqual(['root', 'd', 'a', 'g', 'b', 'c']);
    expect(idsOf(moveNode(root, id('d'), id('g'), 1))).toEqual(['root', 'a', 'g', 'b', 'd', 'c']);
  });

  test('a group cannot move into itself', () => {
    const nested = group('root', group('g', group('h', leaf('x'))));
    expect(moveNode(nested, id('g'), id('h'), 0)).toBe(nested);
  });

  test('wrap and ungroup undo each other', () => {
    const wrapped = wrapInGroup(root, id('b'), id('new'));
    expect(findPlace(wrapped, id('b'))?.parent).toBe('new');
    expect(ungroup(wrapped, id('new'))).toEqual(root);
  });

  test('a negated group is not taken apart, for that would change who is in', () => {
    const negated = setNegated(root, id('g'), true);
    expect(ungroup(negated, id('g'))).toEqual(negated);
  });

  test('a mark that is switched off leaves no trace', () => {
    expect(setMuted(setMuted(root, id('b'), true), id('b'), false)).toEqual(root);
  });

  test('a copy of an event condition has new ids inside its conditions too', () => {
    const event: SegmentNode = {
      kind: 'event',
      id: id('e'),
      eventTypes: [],
      where: { kind: 'group', id: id('w'), match: 'all', children: [] },
      measure: { kind: 'last', where: { kind: 'group', id: id('m'), match: 'all', children: [] } },
    };
    let next = 0;
    const copy = withNewIds(event, () => id(`new${next++}`));
    expect(JSON.stringify(copy)).not.toMatch(/"(e|w|m)"/);
  });

  test('any move keeps every node exactly once', () => {
    fc.assert(
      fc.property(trees, anyId, anyId, fc.nat(6), (tree, node, parent, index) => {
        const moved = moveNode(tree, node, parent, index);
        expect(idsOf(moved).sort()).toEqual(idsOf(tree).sort());
      }),
    );
  });

  test('insert then remove gives back the tree', () => {
    fc.assert(
      fc.property(trees, anyId, fc.nat(6), (tree, parent, index) => {
        const more = insertNode(tree, parent, index, leaf('new'));
        expect(removeNode(more, id('new'))).toEqual(tree);
        expect(findPlace(more, id('new')) !== undefined).toBe(findGroup(tree, parent) !== undefined);
      }),
    );
  });

  test('a duplicate stands right after its original and repeats no id', () => {
    fc.assert(
      fc.property(trees, anyId, (tree, node) => {
        let next = 0;
        const doubled = duplicateNode(tree, node, () => id(`copy${next++}`));
        const ids = idsOf(doubled);
        expect(new Set(ids).size).toBe(ids.length);
        const place = findPlace(tree, node);
        if (place !== undefined) expect(findPlace(doubled, id('copy0'))?.index).toBe(place.index + 1);
      }),
    );
  });
});
