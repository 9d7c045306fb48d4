import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, expect, test } from 'vitest';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { aDefinition, attribute } from '../../shared/testing/definition-builders.ts';
import { foldJournal } from '../replica/fold.ts';
import { createTestWorkspace, valueIn } from '../testing/replica-state.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { openPage } from '../testing/test-session.ts';
import { guardStorage } from './storage-error.ts';

const createAnn: Mutation = {
  name: 'create-profile',
  profile: '018df5f0-1111-7000-8000-000000000001' as ProfileId,
  source: 'By hand',
  keys: [],
  attributes: [{ attribute: 'city' as never, value: 'Lund' }],
};

const browser = new TestBrowser();
afterEach(() => browser.kill());

test('[SYN-19] a lost connection is opened anew: the next edit succeeds', async () => {
  const { api, replica } = openPage(browser);
  await createTestWorkspace(replica);
  const connection = replica.core.backendDB();
  forceCloseDatabase(connection as never);
  await new Promise((resolve) => setTimeout(resolve));
  expect(valueIn(await api.mutate(createAnn)).number).toBe(1);
  expect(replica.core.backendDB()).not.toBe(connection);
});

test('a damaged page is named', async () => {
  const { api, replica } = openPage(browser);
  valueIn(await replica.remove());
  await createTestWorkspace(replica);
  valueIn(await api.mutate(createAnn));
  valueIn(await foldJournal(replica));
  valueIn(await replica.pages.clear());
  browser.kill();
  const again = openPage(browser);
  const counted = await again.api.evaluate({ lane: 'x', definition: aDefinition(attribute('city')) });
  expect(counted).toMatchObject({
    ok: false,
    error: { kind: 'page-damaged', page: expect.stringMatching(/^[0-9a-f]{32}$/) },
  });
});

test('our own mistakes are no failures of the storage', async () => {
  const mistake = () => Promise.reject(new TypeError('undefined is not a function'));
  await expect(guardStorage(mistake)).rejects.toThrow('undefined is not a function');
  const full = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
  expect(await guardStorage(full)).toEqual({ ok: false, error: { kind: 'storage-full' } });
  const broken = () => Promise.reject(new DOMException('disk', 'UnknownError'));
  expect(await guardStorage(broken)).toEqual({
    ok: false,
    error: { kind: 'storage-failed', message: 'UnknownError: disk' },
  });
});
