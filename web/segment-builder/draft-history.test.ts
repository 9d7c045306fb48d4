import { expect, test } from 'vitest';
import type { Group, NodeId } from '../../shared/segment/definition.ts';
import { nextHistory, startHistory } from './draft-history.ts';
import { makeGroup } from './new-node.ts';

const root = (name: string): Group => makeGroup(name as NodeId);
const edited = (name: string, burst?: string) => ({ kind: 'edited', root: root(name), burst }) as const;

test('undo goes back step by step, redo comes forward again', () => {
  const edits = [edited('b'), edited('c')];
  const after = edits.reduce(nextHistory, startHistory(root('a')));
  const back = nextHistory(nextHistory(after, { kind: 'undone' }), { kind: 'undone' });
  expect(back.present.id).toBe('a');
  expect(nextHistory(back, { kind: 'undone' })).toBe(back);
  const forth = nextHistory(back, { kind: 'redone' });
  expect(forth.present.id).toBe('b');
});

test('typing into one field is one step', () => {
  const after = [edited('b', 'n1 value'), edited('c', 'n1 value'), edited('d', 'n2 value')].reduce(
    nextHistory,
    startHistory(root('a')),
  );
  expect(nextHistory(after, { kind: 'undone' }).present.id).toBe('c');
  expect(nextHistory(nextHistory(after, { kind: 'undone' }), { kind: 'undone' }).present.id).toBe('a');
});

test('a new edit after undo forgets what was undone', () => {
  const undone = nextHistory(nextHistory(startHistory(root('a')), edited('b')), { kind: 'undone' });
  const after = nextHistory(undone, edited('c'));
  expect(nextHistory(after, { kind: 'redone' })).toBe(after);
});
