import { createRoot, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { createQuery } from './create-query.ts';

type Failure = { readonly kind: 'superseded' } | { readonly kind: 'storage-full' };

/** A worker whose answers come when the test says. */
function aWorker() {
  const waiting: ((answer: Result<string, Failure>) => void)[] = [];
  const ask = () => new Promise<Result<string, Failure>>((resolve) => waiting.push(resolve));
  const answer = async (index: number, result: Result<string, Failure>) => {
    waiting[index]?.(result);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { ask, answer, waiting };
}

function aQuery() {
  const worker = aWorker();
  const [question, setQuestion] = createSignal<string | undefined>('a');
  const { query, dispose } = createRoot((end) => ({
    query: createQuery(question, worker.ask),
    dispose: end,
  }));
  return { worker, query, setQuestion, dispose };
}

test('an answer to an older question never replaces a newer one', async () => {
  const { worker, query, setQuestion } = aQuery();
  setQuestion('b');
  await worker.answer(1, ok('new'));
  await worker.answer(0, ok('old'));
  expect(query.value()).toBe('new');
});

test('the last answer stays while the next is on its way, marked as stale', async () => {
  const { worker, query, setQuestion } = aQuery();
  await worker.answer(0, ok('first'));
  expect(query.isStale()).toBe(false);
  setQuestion('b');
  expect([query.value(), query.isStale()]).toEqual(['first', true]);
});

test('a failure is told and takes nothing away; being superseded is no failure', async () => {
  const { worker, query, setQuestion } = aQuery();
  await worker.answer(0, ok('first'));
  setQuestion('b');
  await worker.answer(1, err({ kind: 'superseded' }));
  expect(query.error()).toBeUndefined();
  setQuestion('c');
  await worker.answer(2, err({ kind: 'storage-full' }));
  expect([query.value(), query.error()]).toEqual(['first', { kind: 'storage-full' }]);
});

test('no question asks nothing, and what was left hears no answer', async () => {
  const { worker, query, setQuestion, dispose } = aQuery();
  setQuestion(undefined);
  expect(worker.waiting).toHaveLength(1);
  dispose();
  await worker.answer(0, ok('late'));
  expect(query.value()).toBeUndefined();
});
