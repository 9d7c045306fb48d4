import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Result } from '../../shared/kernel/result.ts';

export interface Query<Value, Failure> {
  /** The newest answer there is; it stays while a newer one is on its way, and after a failure. */
  readonly value: Accessor<Value | undefined>;
  /** Of the last question, if it failed. */
  readonly error: Accessor<Failure | undefined>;
  /** `value` belongs to an older question. */
  readonly isStale: Accessor<boolean>;
  readonly ask: () => void;
}

/**
 * Asks the worker now and whenever something that `question` reads changes. Answers that come too late
 * are dropped. `undefined` as a question asks nothing.
 */
export function createQuery<Question, Value, Failure extends { readonly kind: string }>(
  question: Accessor<Question | undefined>,
  answer: (question: Question) => Promise<Result<Value, Failure>>,
): Query<Value, Exclude<Failure, { kind: 'superseded' }>> {
  type Shown = Exclude<Failure, { kind: 'superseded' }>;
  const [value, setValue] = createSignal<Value>();
  const [error, setError] = createSignal<Shown>();
  const [isStale, setStale] = createSignal(true);
  const [again, setAgain] = createSignal(0);
  let newest = 0;
  const run = async (asked: Question) => {
    newest += 1;
    const mine = newest;
    setStale(true);
    const result = await answer(asked);
    if (mine !== newest) return;
    if (result.ok) {
      setValue(() => result.value);
      setError(undefined);
    } else if (result.error.kind !== 'superseded') {
      setError(() => result.error as Shown);
    }
    setStale(false);
  };
  createEffect(
    on([question, again], ([asked]) => {
      if (asked !== undefined) void run(asked);
    }),
  );
  onCleanup(() => {
    newest += 1;
  });
  return { value, error, isStale, ask: () => setAgain((count) => count + 1) };
}
