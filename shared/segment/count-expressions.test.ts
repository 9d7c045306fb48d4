import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Profile } from '../profile/profile.ts';
import { scenarios } from '../testing/arbitrary-scenarios.ts';
import { aContext, aProfile } from '../testing/builders.ts';
import * as a from '../testing/definition-builders.ts';
import { countExpressions } from './count-expressions.ts';
import type { Group, NodeId, SegmentDefinition, SegmentNode } from './definition.ts';
import { removeNode } from './edit-definition.ts';
import { interpret } from './interpret.ts';
import { resolve } from './resolve.ts';
import type { Resolved } from './resolved.ts';

// Many cases: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const PEOPLE: readonly Profile[] = [
  aProfile({ id: 'g', tags: ['gold'] }),
  aProfile({ id: 'gs', tags: ['gold', 'silver'] }),
  aProfile({ id: 's', tags: ['silver'], attributes: { city: 'Oslo' } }),
  aProfile({ id: 'none', attributes: { city: 'Rome' } }),
];
const GOLD = a.tag('any', ['gold']);
const SILVER = a.tag('any', ['silver']);

function whoOf(expression: Resolved | null): string {
  if (expression === null) return '–';
  return PEOPLE.filter((person) => interpret(expression, person))
    .map((person) => person.id)
    .join(' ');
}

/** By node id: alone, so far, the whole without it. */
function rowsOf(definition: SegmentDefinition): Readonly<Record<string, readonly string[]>> {
  const { nodes } = countExpressions(resolve(definition, aContext()));
  return Object.fromEntries(
    [...nodes].map(([id, { alone, soFar, without }]) => [id, [alone, soFar, without].map(whoOf)]),
  );
}

test('[SEG-28] alone, so far and without, row by row', () => {
  const rows = rowsOf(a.aDefinition(GOLD, a.tag('any', ['silver'], { negated: true }), a.attribute('city')));
  expect(rows).toEqual({
    n1: ['', '–', '–'],
    n2: ['g gs', 'g gs', 'none'],
    n3: ['g none', 'g', ''],
    n4: ['s none', '', 'g'],
  });
});

test('[SEG-28] so far is before the negation of its group, without is after it', () => {
  const rows = rowsOf(a.aDefinition(a.any([GOLD, SILVER], { negated: true })));
  expect(rows).toEqual({
    n1: ['none', '–', '–'],
    n2: ['none', 'none', '–'],
    n3: ['g gs', 'g gs', 'g none'],
    n4: ['gs s', 'g gs s', 's none'],
  });
});

test('[SEG-28] without is a dash where a group would be left empty', () => {
  expect(rowsOf(a.aDefinition(SILVER, a.any([GOLD])))).toMatchObject({
    n3: ['g gs', 'gs', 'gs s'],
    n4: ['g gs', 'g gs', '–'],
  });
});

test('[SEG-57] a muted node shows itself only, and is skipped by the others', () => {
  const rows = rowsOf(a.aDefinition(GOLD, a.any([SILVER], { muted: true }), a.attribute('city')));
  expect(rows).toEqual({
    n1: ['', '–', '–'],
    n2: ['g gs', 'g gs', 's none'],
    n3: ['gs s', '–', '–'],
    n4: ['gs s', 'gs s', '–'],
    n5: ['s none', '', 'g gs'],
  });
});

test('[SEG-5] in an open draft complete nodes count, all above an incomplete one is a dash', () => {
  const definition = a.aDefinition(GOLD, a.all([SILVER, a.attribute(null)]), a.attribute('city'));
  expect(countExpressions(resolve(definition, aContext())).total).toBe(null);
  expect(rowsOf(definition)).toEqual({
    n1: ['–', '–', '–'],
    n2: ['g gs', 'g gs', '–'],
    n3: ['–', '–', '–'],
    n4: ['gs s', 'gs s', '–'],
    n5: ['–', '–', '–'],
    n6: ['s none', '–', '–'],
  });
});

test('[SEG-2] those who are in for want of a value', () => {
  const inOslo = { kind: 'is', values: ['Oslo'] } as const;
  const definition = a.aDefinition(
    a.attribute('city', { test: inOslo, negated: true }),
    a.attribute('city', { test: inOslo, negated: true, onlyWithValue: true }),
    a.attribute('city', inOslo),
  );
  const { nodes } = countExpressions(resolve(definition, aContext()));
  expect(['n2', 'n3', 'n4'].map((id) => whoOf(nodes.get(id as NodeId)?.withoutValue ?? null))).toEqual([
    'g gs',
    '–',
    '–',
  ]);
});

/** Every node below the root, with the groups it is in. */
function nodesBelow(
  group: Group,
  isMuted = false,
): readonly { node: SegmentNode; siblings: number; isMuted: boolean }[] {
  const siblings = group.children.filter((child) => child.muted !== true).length;
  return group.children.flatMap((node) => {
    const own = { node, siblings, isMuted: isMuted || node.muted === true };
    return [own, ...(node.kind === 'group' ? nodesBelow(node, own.isMuted) : [])];
  });
}

test('[SEG-28] without a node is the definition from which it was taken', () => {
  fc.assert(
    fc.property(scenarios({ maxLength: 6 }), ({ definition, context, profiles }) => {
      const { nodes } = countExpressions(resolve(definition, context));
      for (const { node, siblings, isMuted } of nodesBelow(definition.root)) {
        const { without } = nodes.get(node.id) ?? { without: undefined };
        if (isMuted || siblings < 2) expect(without).toBe(null);
        else {
          const root = removeNode(definition.root, node.id);
          const taken = resolve({ version: 1, root }, context).root.meaning;
          if (taken === undefined || without === null || without === undefined) throw new Error('complete');
          expect(profiles.map((profile) => interpret(without, profile))).toEqual(
            profiles.map((profile) => interpret(taken, profile)),
          );
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('[SEG-28] the last so far of a group is the group, before its negation', () => {
  fc.assert(
    fc.property(scenarios({ maxLength: 6 }), ({ definition, context, profiles }) => {
      const { nodes } = countExpressions(resolve(definition, context));
      const { root } = definition;
      const last = root.children.findLast((child) => child.muted !== true);
      const soFar = last && nodes.get(last.id)?.soFar;
      const whole = nodes.get(root.id)?.alone;
      if (!soFar || !whole) throw new Error('complete');
      for (const profile of profiles) {
        expect(interpret(whole, profile)).toBe(interpret(soFar, profile) !== (root.negated === true));
      }
    }),
    { numRuns: 100 },
  );
});
