import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttributeId } from '../../shared/profile/data-model.ts';
import type { NodeId, SegmentDefinition, SegmentId } from '../../shared/segment/definition.ts';
import { at } from '../../shared/testing/builders.ts';
import { aDefinition, attribute, segment, tag } from '../../shared/testing/definition-builders.ts';
import { valueIn } from '../testing/replica-state.ts';
import { addTag, create, createSegment, EACH_WAY, GOLD, idOf, Scene } from '../testing/scene.ts';

let scene: Scene;
afterEach(() => scene.close());

describe.each(EACH_WAY)('%s', (_, isCold) => {
  beforeEach(async () => {
    scene = await Scene.open(isCold);
  });

  describe('evaluate', () => {
    beforeEach(() =>
      scene.mutate(
        create('a', { city: 'Lund' }),
        create('b', { city: 'Lund' }),
        create('c'),
        addTag('a', 'gold'),
      ),
    );

    test('[SEG-28] counts every node, the total, and who can be reached', async () => {
      const definition = aDefinition(attribute('city'), tag('any', ['gold']));
      const counted = valueIn(await scene.api.evaluate({ lane: 'builder', definition }));
      expect(counted).toMatchObject({
        state: 'complete',
        population: 3,
        total: 1,
        reach: { email: 0, sms: 0 },
        timeZone: 'Europe/Stockholm',
        now: scene.browser.now,
        nodes: { n2: { alone: 2, soFar: 2, without: 0 }, n3: { alone: 1, soFar: 1, without: 1 } },
      });
    });

    test('[SEG-15] the clock is fixed by who asks', async () => {
      const now = at('2020-01-01T00:00Z');
      expect(valueIn(await scene.api.evaluate({ lane: 'x', definition: GOLD, now })).now).toBe(now);
    });

    test('[SEG-5] an incomplete draft has dashes and no members', async () => {
      const definition = aDefinition(attribute(null), tag('any', ['gold']));
      const counted = valueIn(await scene.api.evaluate({ lane: 'x', definition }));
      expect(counted).toMatchObject({
        state: 'incomplete',
        total: null,
        reach: null,
        nodes: { n2: { alone: null } },
      });
      expect(counted.nodes['n3' as NodeId]?.alone).toBe(1);
      const set = { kind: 'lane', lane: 'x' } as const;
      expect(await scene.api.profiles({ set, offset: 0, limit: 9 })).toEqual({
        ok: false,
        error: { kind: 'unknown-set' },
      });
    });

    test('[SEG-23] a reference back to the segment that is edited is a cycle', async () => {
      await scene.mutate(createSegment('s', GOLD));
      const definition = aDefinition(segment('s'));
      const counted = valueIn(await scene.api.evaluate({ lane: 'x', definition, segment: 's' as SegmentId }));
      expect(counted).toMatchObject({ state: 'broken', problems: [{ reason: { kind: 'cycle' } }] });
    });

    test('refuses what is no definition, with the places', async () => {
      const definition = { version: 1, root: { kind: 'group' } } as unknown as SegmentDefinition;
      expect(await scene.api.evaluate({ lane: 'x', definition })).toMatchObject({
        ok: false,
        error: { kind: 'definition-refused' },
      });
    });

    test('newest wins, lane by lane', async () => {
      const answers = await Promise.all([
        scene.api.evaluate({ lane: 'a', definition: GOLD }),
        scene.api.evaluate({ lane: 'b', definition: GOLD }),
        scene.api.evaluate({ lane: 'a', definition: aDefinition(attribute('city')) }),
      ]);
      expect(answers.map((answer) => (answer.ok ? answer.value.total : answer.error.kind))).toEqual([
        'superseded',
        1,
        2,
      ]);
      const members = await scene.api.profiles({ set: { kind: 'lane', lane: 'a' }, offset: 0, limit: 9 });
      expect(valueIn(members).total).toBe(2);
    });

    test('an edit in the middle begins it again: all numbers are of one state', async () => {
      // All mean the same of these people, and none is the same condition.
      const rows = Array.from({ length: 40 }, (_, row) =>
        attribute('city', { kind: 'is', values: ['Lund', `no city ${row}`] }),
      );
      const [counted] = await Promise.all([
        scene.api.evaluate({ lane: 'x', definition: aDefinition(...rows) }),
        scene.api.mutate({
          name: 'set-attribute',
          profile: idOf('c'),
          attribute: 'city' as AttributeId,
          value: 'Lund',
        }),
      ]);
      const { total, nodes } = valueIn(counted);
      expect(new Set(Object.values(nodes).map(({ alone }) => alone))).toEqual(new Set([total]));
    });
  });
});
