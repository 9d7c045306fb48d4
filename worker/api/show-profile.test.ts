import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TopicId } from '../../shared/profile/data-model.ts';
import { aDefinition, tag } from '../../shared/testing/definition-builders.ts';
import { valueIn } from '../testing/replica-state.ts';
import { addTag, create, createSegment, EACH_WAY, GOLD, idOf, Scene } from '../testing/scene.ts';
import { importRows } from '../testing/test-import.ts';

let scene: Scene;
afterEach(() => scene.close());

describe.each(EACH_WAY)('%s', (_, isCold) => {
  beforeEach(async () => {
    scene = await Scene.open(isCold);
  });

  describe('one profile', () => {
    test('shows everything about it', async () => {
      await scene.mutate(
        create('a', { first_name: 'Åsa', points: 3 }, { email: 'A@example.com' }),
        addTag('a', 'gold'),
        createSegment('s', GOLD),
        createSegment('t', aDefinition(tag('any', ['silver']))),
      );
      await scene.mutate({
        name: 'record-consent',
        profile: idOf('a'),
        topic: 'news' as TopicId,
        channel: 'sms',
        state: 'opted-in',
        source: 'Form',
        evidence: 'x',
      });
      const consentAt = scene.browser.now;
      await scene.mutate({ name: 'set-suppressed', profile: idOf('a'), channel: 'email', suppressed: true });
      expect(valueIn(await scene.api.profile(idOf('a')))).toEqual({
        id: idOf('a'),
        name: 'Åsa',
        email: '',
        phone: '',
        createdAt: expect.any(Number),
        changedAt: scene.browser.now,
        known: true,
        eventCount: 0,
        lastEventAt: null,
        source: 'By hand',
        trashed: false,
        keys: [{ keyspace: 'email', value: 'a@example.com' }],
        attributes: [
          { attribute: 'first_name', value: 'Åsa' },
          { attribute: 'points', value: 3 },
        ],
        keptAside: [],
        tags: ['gold'],
        suppressed: ['email'],
        consents: [
          {
            topic: 'news',
            channel: 'sms',
            state: 'opted-in',
            entries: [
              {
                topic: 'news',
                channel: 'sms',
                state: 'opted-in',
                at: consentAt,
                source: 'Form',
                evidence: 'x',
              },
            ],
          },
        ],
        segments: ['s'],
      });
      expect(await scene.api.profile(idOf('f'))).toEqual({ ok: false, error: { kind: 'unknown-profile' } });
    });

    test('its timeline is paged, the newest first', async () => {
      await scene.mutate(create('a', {}, { email: 'a@example.com' }));
      valueIn(await importRows(scene.replica, [{ email: 'a@example.com', visits: ['e1', 'e2', 'e3'] }]));
      const timeline = valueIn(await scene.api.timeline({ profile: idOf('a'), offset: 1, limit: 5 }));
      expect(timeline.total).toBe(3);
      expect(timeline.events.map(({ id }) => id)).toEqual(['e2', 'e3']);
      expect(
        valueIn(await scene.api.profiles({ set: { kind: 'search', text: '' }, offset: 0, limit: 1 })).rows[0],
      ).toMatchObject({ eventCount: 3, lastEventAt: scene.browser.now });
    });
  });
});
