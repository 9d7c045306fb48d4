import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { ProfileRow, ProfileSet, WorkerError } from '../../shared/worker-api.ts';
import { useApp } from './app-context.tsx';

const PAGE_ROWS = 100;
/** More than any screen shows at once, so that scrolling back finds rows; far from all of a million. */
const KEPT_PAGES = 60;

export interface ProfilePages {
  /** The set that `total` and the rows belong to; it lags behind the wished one until its first answer. */
  readonly shown: Accessor<ProfileSet | undefined>;
  readonly total: Accessor<number | undefined>;
  readonly error: Accessor<WorkerError | { readonly kind: 'unknown-set' } | undefined>;
  readonly rowAt: (index: number) => ProfileRow | undefined;
  readonly onWindow: (first: number, end: number) => void;
  readonly ask: () => void;
}

/**
 * A list of profiles, read page by page as it is scrolled. One question is on its way at a time, always
 * for what is in sight by then; rows stay until newer ones are there.
 */
export function createProfilePages(set: Accessor<ProfileSet>, revision: Accessor<number>): ProfilePages {
  const app = useApp();
  const [shown, setShown] = createSignal<ProfileSet>();
  const [total, setTotal] = createSignal<number>();
  const [error, setError] = createSignal<WorkerError | { readonly kind: 'unknown-set' }>();
  const [moved, setMoved] = createSignal(0);
  let pages = new Map<number, readonly ProfileRow[]>();
  let stalePages = new Set<number>();
  let isStale = true;
  let sight = { first: 0, end: 0 };
  let isAsking = false;
  let generation = 0;

  const missingPage = (): number | undefined => {
    if (isStale) return total() === undefined || shown() !== set() ? 0 : pageOf(sight.first);
    const last = Math.min(sight.end, total() ?? 0) - 1;
    for (let page = pageOf(sight.first); page <= pageOf(Math.max(last, 0)); page += 1) {
      if (last >= 0 && (!pages.has(page) || stalePages.has(page))) return page;
    }
    return undefined;
  };
  const fetchMissing = async () => {
    if (isAsking) return;
    const page = missingPage();
    if (page === undefined) return;
    isAsking = true;
    const asked = { set: set(), generation };
    const answer = await app.worker.profiles({ set: asked.set, offset: page * PAGE_ROWS, limit: PAGE_ROWS });
    isAsking = false;
    if (asked.generation === generation) {
      if (!answer.ok) {
        setError(answer.error);
        return;
      }
      keep(page, answer.value.rows, asked.set);
      setTotal(answer.value.total);
      setError(undefined);
      setMoved((count) => count + 1);
    }
    await fetchMissing();
  };
  const keep = (page: number, rows: readonly ProfileRow[], of: ProfileSet) => {
    if (shown() !== of) pages = new Map();
    else if (isStale) stalePages = new Set(pages.keys());
    isStale = false;
    setShown(() => of);
    pages.delete(page);
    stalePages.delete(page);
    pages.set(page, rows);
    for (const oldest of pages.keys()) {
      if (pages.size <= KEPT_PAGES) break;
      pages.delete(oldest);
    }
  };
  const restart = () => {
    generation += 1;
    isStale = true;
    void fetchMissing();
  };
  createEffect(on([set, revision], restart));
  onCleanup(() => {
    generation += 1;
    isAsking = true;
  });
  return {
    shown,
    total,
    error,
    rowAt: (index) => {
      moved();
      return pages.get(pageOf(index))?.[index % PAGE_ROWS];
    },
    onWindow: (first, end) => {
      sight = { first, end };
      void fetchMissing();
    },
    ask: restart,
  };
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE_ROWS);
}
