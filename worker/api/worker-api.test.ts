import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttributeId, EventTypeId, PropertyId, TopicId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { NodeId, SegmentId } from '../../shared/segment/definition.ts';
import { aDefinition, event } from '../../shared/testing/definition-builders.ts';
import { SETTINGS } from '../../shared/testing/held-builders.ts';
import { ConsentRecorder } from '../replica/consent-history.ts';
import { foldJournal } from '../replica/fold.ts';
import { sweepPages } from '../replica/sweep.ts';
import { createTestWorkspace, definedBeginning, valueIn } from '../testing/replica-state.ts';
import { addTag, create, EACH_WAY, idOf, Scene } from '../testing/scene.ts';
import { importRows } from '../testing/test-import.ts';

let scene: Scene;
afterEach(() => scene.close());

describe.each(EACH_WAY)('%s', (_, isCold) => {
  beforeEach(async () => {
    scene = await Scene.open(isCold);
  });

  test('statistics are exact', async () => {
    await scene.mutate(
      create('a', { city: 'Lund' }),
      create('b', { city: 'lund' }),
      create('c', { city: 'Lund' }),
      addTag('a', 'gold'),
    );
    valueIn(
      await importRows(scene.replica, [{ email: 'd@example.com', visits: ['e1', 'e2'], news: 'opted-in' }]),
    );
    const counts = valueIn(await scene.api.subjectCounts());
    expect(counts.attributes['city' as AttributeId]).toBe(3);
    expect(counts.tags).toEqual({ gold: 1, silver: 0, staff: 0 });
    expect(counts.eventTypes['visit' as EventTypeId]).toEqual({ profiles: 1, events: 2 });
    expect(counts.topics['news' as TopicId]).toEqual({ email: 1, sms: 0 });
    const subject = { kind: 'attribute', attribute: 'city' as AttributeId } as const;
    const suggested = valueIn(await scene.api.suggestValues({ subject, search: 'LU', limit: 5 }));
    expect(suggested.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const none = {
      kind: 'property',
      property: 'sku' as PropertyId,
      eventTypes: ['visit' as EventTypeId],
    } as const;
    expect(valueIn(await scene.api.suggestValues({ subject: none, search: '', limit: 5 }))).toEqual([]);
  });

  test('an import brings the smart segments whose data it brought, once', async () => {
    valueIn(await importRows(scene.replica, [{ email: 'd@example.com', visits: ['e1'], news: 'opted-in' }]));
    const smart = async () =>
      valueIn(await scene.api.segments())
        .filter((row) => row.smart)
        .map(({ id }) => id);
    const there = await smart();
    expect(there).toContain('smart-can-receive-email');
    await scene.mutate({ name: 'delete-segment', segment: 'smart-can-receive-email' as SegmentId });
    valueIn(await importRows(scene.replica, [{ email: 'e@example.com' }]));
    const rows = valueIn(await scene.api.segments());
    expect(rows.filter(({ id }) => id === 'smart-can-receive-email')).toMatchObject([{ deleted: true }]);
  });

  test('imports are listed with their failed rows', async () => {
    const { id } = valueIn(await importRows(scene.replica, [{ email: 'd@example.com' }]));
    expect(valueIn(await scene.api.imports())).toMatchObject([{ id, state: 'done', fileName: 'people.csv' }]);
    expect(valueIn(await scene.api.failedRows(id))).toContain('broken');
    expect(valueIn(await scene.api.undoImport(id)).state).toBe('undone');
    expect(valueIn(await scene.api.imports())).toMatchObject([{ id, state: 'undone' }]);
    expect(await scene.api.failedRows('x' as never)).toEqual({
      ok: false,
      error: { kind: 'unknown-import' },
    });
  });

  test('the sample is a workspace like others, its ledger included', async () => {
    valueIn(await scene.api.removeWorkspace());
    const made = valueIn(await scene.api.createWorkspace({ from: 'sample', settings: SETTINGS }));
    expect(made).toMatchObject({ kind: 'open', origin: 'sample', profileCount: 10_000, unsentCount: 0 });
    const subscribers = aDefinition({
      kind: 'consent',
      id: 'c' as NodeId,
      channel: 'email',
      match: 'any',
      topics: ['newsletter' as TopicId],
      test: { kind: 'states', states: ['opted-out'] },
    });
    valueIn(await scene.api.evaluate({ lane: 'x', definition: subscribers }));
    const { rows } = valueIn(
      await scene.api.profiles({ set: { kind: 'lane', lane: 'x' }, offset: 0, limit: 1 }),
    );
    const profile = valueIn(await scene.api.profile(rows[0]?.id ?? ('' as ProfileId)));
    const [newsletter] = profile.consents.filter(({ topic }) => topic === 'newsletter');
    expect(newsletter?.state).toBe('opted-out');
    expect(newsletter?.entries[0]).toMatchObject({ state: 'opted-out', source: expect.stringMatching(/./) });
    expect(valueIn(await scene.api.segments()).length).toBeGreaterThan(5);
    expect(
      valueIn(await scene.api.evaluate({ lane: 'x', definition: aDefinition(event('order')) })).total,
    ).toBeGreaterThan(0);
  }, 60_000);

  test('sweeping leaves all that history needs: ledgers, failed rows, what an import replaced', async () => {
    const ledger = new ConsentRecorder();
    const word = {
      topic: 'news' as TopicId,
      channel: 'email',
      source: 'Fair',
      before: undefined,
      at: 5,
    } as const;
    ledger.add({ ...word, ordinal: 0, state: 'opted-in' });
    valueIn(await scene.replica.remove());
    await createTestWorkspace(scene.replica, () => ({ ...definedBeginning()(), ledger: ledger.finish() }));
    await scene.mutate(create('a', {}, { email: 'a@example.com' }));
    const row = { email: 'a@example.com', city: 'Lund', news: 'opted-out' } as const;
    const { id } = valueIn(await importRows(scene.replica, [row]));
    valueIn(await foldJournal(scene.replica));
    valueIn(await sweepPages(scene.replica));
    scene.restart();
    const { consents } = valueIn(await scene.api.profile(idOf('a')));
    expect(consents[0]?.entries.map(({ source }) => source)).toEqual(['people.csv', 'Fair']);
    expect(valueIn(await scene.api.failedRows(id))).toContain('broken');
    valueIn(await scene.api.undoImport(id));
    expect(valueIn(await scene.api.profile(idOf('a'))).attributes).toEqual([]);
  });

  test('storage tells what memory holds', async () => {
    await scene.mutate(create('a', { city: 'Lund' }));
    const state = valueIn(await scene.api.storage());
    expect(state).toMatchObject({ usedBytes: 1, quotaBytes: 2, persisted: null });
    expect(state.memoryBytes).toBeGreaterThan(0);
  });
});
