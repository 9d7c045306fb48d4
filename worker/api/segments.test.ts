import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { aDefinition, segment } from '../../shared/testing/definition-builders.ts';
import type { Change } from '../../shared/worker-api.ts';
import { valueIn } from '../testing/replica-state.ts';
import { addTag, create, createSegment, draftOf, EACH_WAY, GOLD, Scene } from '../testing/scene.ts';
import { openPage } from '../testing/test-session.ts';

let scene: Scene;
afterEach(() => scene.close());

describe.each(EACH_WAY)('%s', (_, isCold) => {
  beforeEach(async () => {
    scene = await Scene.open(isCold);
  });

  describe('segments', () => {
    test('the list says who uses what, and which has a draft', async () => {
      await scene.mutate(
        createSegment('a', GOLD),
        createSegment('b', aDefinition(segment('a'))),
        createSegment('c', aDefinition(segment('a'))),
      );
      await scene.mutate({ name: 'delete-segment', segment: 'c' as SegmentId });
      valueIn(await scene.api.saveDraft(draftOf('b')));
      const rows = valueIn(await scene.api.segments());
      expect(
        rows.map(({ id, usedBy, hasDraft, deleted, revision }) => ({
          id,
          usedBy,
          hasDraft,
          deleted,
          revision,
        })),
      ).toEqual([
        { id: 'c', usedBy: [], hasDraft: false, deleted: true, revision: 'c-1' },
        { id: 'b', usedBy: [], hasDraft: true, deleted: false, revision: 'b-1' },
        { id: 'a', usedBy: ['b'], hasDraft: false, deleted: false, revision: 'a-1' },
      ]);
    });

    test('[SEG-22] a broken one is neither empty nor everyone: it keeps its last good count', async () => {
      await scene.mutate(
        create('a'),
        addTag('a', 'gold'),
        createSegment('s', GOLD),
        createSegment('user', aDefinition(segment('s'))),
      );
      const ids = ['s', 'user'] as SegmentId[];
      const good = valueIn(await scene.api.countSegments({ lane: 'x', segments: ids }));
      expect(good).toMatchObject([
        { segment: 's', state: 'ready', members: 1, reach: { email: 0, sms: 0 }, lastGood: null },
        { segment: 'user', state: 'ready', members: 1 },
      ]);
      const countedAt = scene.browser.now;
      await scene.mutate(
        { name: 'delete-segment', segment: 'user' as SegmentId },
        { name: 'delete-segment', segment: 's' as SegmentId },
        { name: 'restore-segment', segment: 'user' as SegmentId },
      );
      const [broken] = valueIn(await scene.api.countSegments({ lane: 'x', segments: ['user' as SegmentId] }));
      expect(broken).toMatchObject({
        state: 'broken',
        members: null,
        reach: null,
        lastGood: { members: 1, at: countedAt },
      });
    });

    test('newest wins by lane', async () => {
      await scene.mutate(createSegment('s', GOLD));
      const ask = () => scene.api.countSegments({ lane: 'x', segments: ['s' as SegmentId] });
      const [old, newest] = await Promise.all([ask(), ask()]);
      expect(old).toEqual({ ok: false, error: { kind: 'superseded' } });
      expect(newest.ok).toBe(true);
    });
  });

  test('drafts survive a killed tab, and show in the others', async () => {
    const other = openPage(scene.browser);
    await other.api.workspace();
    const heard: Change[] = [];
    await other.api.watch((change) => heard.push(change));
    valueIn(await scene.api.saveDraft(draftOf('a', 'One')));
    valueIn(await scene.api.saveDraft(draftOf('a', 'Two')));
    valueIn(await scene.api.saveDraft(draftOf('b')));
    await vi.waitFor(() => expect(heard.length).toBe(3));
    expect(heard[0]?.subjects).toContain('drafts');
    scene.restart();
    expect(valueIn(await scene.api.drafts()).map(({ title }) => title)).toEqual(['Two', 'Draft']);
    valueIn(await scene.api.discardDraft('a' as SegmentId));
    expect(valueIn(await scene.api.drafts()).map(({ segment: id }) => id)).toEqual(['b']);
  });
});
