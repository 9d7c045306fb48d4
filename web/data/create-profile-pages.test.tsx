import { createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ProfileRow, ProfileSet, WorkerApi } from '../../shared/worker-api.ts';
import { insideApp, settled } from '../testing/an-app.tsx';
import { createProfilePages } from './create-profile-pages.ts';

const TOTAL = 1_000_000;
const row = (text: string, index: number) =>
  ({ id: `${text}${index}`, name: `${text} ${index}` }) as unknown as ProfileRow;
const search = (text: string): ProfileSet => ({ kind: 'search', text });

/** A million profiles; answers when the test says, and remembers what was asked. */
function aList() {
  const asked: { readonly text: string; readonly offset: number }[] = [];
  const waiting: (() => void)[] = [];
  const profiles: WorkerApi['profiles'] = ({ set: of, offset, limit }) => {
    const text = of.kind === 'search' ? of.text : of.kind;
    asked.push({ text, offset });
    const rows = Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, index) =>
      row(text, offset + index),
    );
    return new Promise((resolve) => waiting.push(() => resolve(ok({ total: TOTAL, offset, rows }))));
  };
  const answer = async () => {
    waiting.shift()?.();
    await settled();
  };
  const [set, setSet] = createSignal<ProfileSet>(search('a'));
  const [revision, setRevision] = createSignal(0);
  const { made: pages } = insideApp({ profiles }, () => createProfilePages(set, revision));
  return { pages, asked, answer, setSet, setRevision };
}

test('only the pages in sight are read, one question at a time, the newest place first', async () => {
  const { pages, asked, answer } = aList();
  await answer();
  expect(pages.total()).toBe(TOTAL);
  pages.onWindow(500_000, 500_030);
  pages.onWindow(900_000, 900_030);
  pages.onWindow(999_970, 1_000_000);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 500_000]);
  await answer();
  expect(asked.map(({ offset }) => offset)).toEqual([0, 500_000, 999_900]);
  await answer();
  expect(pages.rowAt(999_999)?.name).toBe('a 999999');
});

test('rows of the last search stay until the first of the next are there', async () => {
  const { pages, answer, setSet, asked } = aList();
  await answer();
  setSet(search('b'));
  setSet(search('bo'));
  expect(pages.rowAt(0)?.name).toBe('a 0');
  await answer();
  expect(pages.rowAt(0)?.name).toBe('a 0');
  await answer();
  expect(pages.rowAt(0)?.name).toBe('bo 0');
  expect(pages.shown()).toEqual(search('bo'));
  expect(asked.map(({ text }) => text)).toEqual(['a', 'b', 'bo']);
});

test('after a change what is in sight is read anew, and stands meanwhile', async () => {
  const { pages, answer, setRevision, asked } = aList();
  await answer();
  pages.onWindow(250, 270);
  await answer();
  setRevision(1);
  expect(pages.rowAt(260)?.name).toBe('a 260');
  await answer();
  expect(asked.map(({ offset }) => offset)).toEqual([0, 200, 200]);
});

test('a failure is told, and asking again mends it', async () => {
  let isBroken = true;
  const profiles: WorkerApi['profiles'] = async ({ offset }) =>
    isBroken ? err({ kind: 'storage-full' }) : ok({ total: 1, offset, rows: [row('a', 0)] });
  const { made: pages } = insideApp({ profiles }, () =>
    createProfilePages(
      () => search('a'),
      () => 0,
    ),
  );
  await settled();
  expect(pages.error()).toEqual({ kind: 'storage-full' });
  isBroken = false;
  pages.ask();
  await settled();
  expect([pages.error(), pages.total()]).toEqual([undefined, 1]);
});
