import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttributeId } from '../../shared/profile/data-model.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { aDefinition, attribute } from '../../shared/testing/definition-builders.ts';
import { valueIn } from '../testing/replica-state.ts';
import { create, createSegment, EACH_WAY, idOf, Scene } from '../testing/scene.ts';

let scene: Scene;
afterEach(() => scene.close());

async function namesOf(text: string): Promise<readonly string[]> {
  const found = valueIn(await scene.api.profiles({ set: { kind: 'search', text }, offset: 0, limit: 100 }));
  expect(found.total).toBe(found.rows.length);
  return found.rows.map(({ name }) => name);
}

describe.each(EACH_WAY)('%s', (_, isCold) => {
  beforeEach(async () => {
    scene = await Scene.open(isCold);
  });

  describe('profiles', () => {
    beforeEach(() =>
      scene.mutate(
        create(
          'a',
          { first_name: 'Åsa', last_name: 'Berg', email: 'asa@example.com', phone: '+46 70 1' },
          { email: 'asa@example.com' },
        ),
        create('b', { first_name: 'Bo', last_name: 'Ek' }, { 'crm-id': 'C-007' }),
        create('c', { first_name: 'Bo', last_name: 'Åberg' }),
      ),
    );

    test.each([
      ['', ['Bo Åberg', 'Bo Ek', 'Åsa Berg']],
      ['  ', ['Bo Åberg', 'Bo Ek', 'Åsa Berg']],
      ['bo', ['Bo Åberg', 'Bo Ek']],
      ['BERG bo', ['Bo Åberg']],
      ['ÅSA', ['Åsa Berg']],
      ['asa@', ['Åsa Berg']],
      ['+46', ['Åsa Berg']],
      ['c-00', ['Bo Ek']],
      ['a.b', []],
      ['nobody', []],
    ])('[SEG-7] searching %j finds %j, the newest first', async (text, names) => {
      expect(await namesOf(text)).toEqual(names);
    });

    test('a search sees what changed since', async () => {
      expect(await namesOf('kiruna')).toEqual([]);
      await scene.mutate({
        name: 'set-attribute',
        profile: idOf('b'),
        attribute: 'last_name' as AttributeId,
        value: 'Kiruna',
      });
      expect(await namesOf('kiruna')).toEqual(['Bo Kiruna']);
    });

    test('pages meet without gap, from the first to the last', async () => {
      const pages = await Promise.all(
        [0, 2, 3].map((offset) =>
          scene.api.profiles({ set: { kind: 'search', text: '' }, offset, limit: 2 }),
        ),
      );
      expect(pages.map((answer) => valueIn(answer).rows.map(({ name }) => name))).toEqual([
        ['Bo Åberg', 'Bo Ek'],
        ['Åsa Berg'],
        [],
      ]);
    });

    test('the trash is a set of its own, and nobody in it is found or counted', async () => {
      await scene.mutate({ name: 'trash-profile', profile: idOf('b') });
      expect(await namesOf('ek')).toEqual([]);
      const trash = valueIn(await scene.api.profiles({ set: { kind: 'trash' }, offset: 0, limit: 9 }));
      expect(trash.rows.map(({ name }) => name)).toEqual(['Bo Ek']);
      expect(valueIn(await scene.api.workspace())).toMatchObject({ profileCount: 2, unsentCount: 4 });
      await scene.mutate({ name: 'restore-profile', profile: idOf('b') });
      expect(await namesOf('ek')).toEqual(['Bo Ek']);
    });

    test('a segment is a set, unless it has no meaning', async () => {
      await scene.mutate(
        createSegment('s', aDefinition(attribute('email'))),
        createSegment('open', aDefinition(attribute(null))),
      );
      const members = (id: string) =>
        scene.api.profiles({ set: { kind: 'segment', segment: id as SegmentId }, offset: 0, limit: 9 });
      expect(valueIn(await members('s')).rows).toMatchObject([
        { name: 'Åsa Berg', known: true, eventCount: 0, lastEventAt: null },
      ]);
      expect(await members('open')).toEqual({ ok: false, error: { kind: 'unknown-set' } });
      expect(await members('none')).toEqual({ ok: false, error: { kind: 'unknown-set' } });
    });
  });
});
